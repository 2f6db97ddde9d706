"""Who said what, what is due, and when."""
