"""Links in texts and settings: where they stand, and what they lead to."""
