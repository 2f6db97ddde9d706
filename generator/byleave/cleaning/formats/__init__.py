"""The formats of pictures: which of a file's bytes belong to what is shown."""
