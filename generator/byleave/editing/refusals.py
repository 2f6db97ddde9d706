"""What the permission tools refuse to do, and what to do instead."""


class RefusedError(Exception):
    """Nothing was written, because it would say what nobody has agreed to."""

    def __init__(self, message: str, do: str) -> None:
        """Keep what is wrong and what to do next."""
        super().__init__(message)
        self.message = message
        self.do = do
