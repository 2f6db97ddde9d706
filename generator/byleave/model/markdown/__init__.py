"""What can be told of Markdown without an engine: code, loose tags, what is not shown."""
