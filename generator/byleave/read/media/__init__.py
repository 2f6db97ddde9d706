"""Media files: what they are, which are damaged, and whom the group's pictures show."""
