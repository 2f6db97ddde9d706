"""What may be told of how a text is written: rules of words and signs alone, for all texts."""
