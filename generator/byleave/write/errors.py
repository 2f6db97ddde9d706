"""What can go wrong with an output folder, in words for the person who builds."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from byleave.cleaning import Why
from byleave.write.paths import TEMPORARY


class WriteError(Exception):
    """The operating system did not let a file be read, written or deleted; says which and why."""


class UncleanableError(Exception):
    """Nothing can be published of the file at the absolute path `source`, as was found out late."""

    def __init__(self, source: str, why: Why) -> None:
        """Keep the path and the reason."""
        self.source = source
        self.why = why
        super().__init__(source)


class ForeignOutputError(Exception):
    """The folder holds things that Byleave did not make; nothing in it was touched."""


@contextmanager
def told_plainly(place: Path) -> Iterator[None]:
    """Turn an OSError into a `WriteError` that names its path, or `place` where it has none."""
    try:
        yield
    except OSError as error:
        named = str(error.filename2 or error.filename or place)
        if TEMPORARY in Path(named).parts:
            named = str(place)
        raise WriteError(
            f"{printable(named)}: {error.strerror or error}. No file was left half-written: "
            "mend this, and build again"
        ) from error


def printable(path: str) -> str:
    """The path as it can be printed anywhere: what is not text in it is escaped."""
    escaped = path.encode("utf-8", "backslashreplace").decode()
    return "".join(letter if letter.isprintable() else repr(letter)[1:-1] for letter in escaped)
