"""What the makers of pages look things up in, and the rules for what they list."""
