"""What cannot be brought in at all, and what to do instead."""


class CannotImportError(Exception):
    """Nothing was written; the message says why, and `do` what to do next."""

    def __init__(self, message: str, do: str) -> None:
        """Keep both."""
        super().__init__(message)
        self.message = message
        self.do = do
