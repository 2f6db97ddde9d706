"""Permission at the desk: asking, recording what people said, and taking them out again."""
