"""What is said of things that are not there and cannot be installed here."""


class MissingError(Exception):
    """Something is not there and cannot be installed here; its words say what a person can do."""
