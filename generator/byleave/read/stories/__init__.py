"""Story files to stories, and what can still be told of those with a fault."""
