"""Pages that wait outside the memory of a build until all of them are made and may be written.

Nothing is written to the output folder before every page has been looked through. At ten thousand
stories the pages are 150 MB by then, which would be held by each process that makes them, and by
the one that writes them.
"""

import os
import tempfile
from contextlib import AbstractContextManager
from multiprocessing import Value
from typing import IO, Any

from byleave.model.output import SpooledFile

# A build of so few pages holds less of them than Python itself takes.
SMALLEST_SPOOLED = 2000


class Spool(AbstractContextManager["Spool"]):
    """A file without a name, of which nothing is left when the build ends, however it ends.

    Processes that are forked after it has begun put their pages into it as well. Where it cannot be
    had, or has no room, pages stay in memory.
    """

    def __init__(self) -> None:
        """Nothing is opened yet."""
        self._file: IO[bytes] | None = None
        self._end: Any = None

    def begin(self, number: int, *, smallest: int = SMALLEST_SPOOLED) -> None:
        """Open it, if so many pages or other files are worth it: at least `smallest`."""
        if number < smallest or self._file is not None or not hasattr(os, "pwrite"):
            return
        try:
            self._end = Value("Q", 0)
            self._file = tempfile.TemporaryFile()  # noqa: SIM115 - closed at the end of the build
        except (ImportError, OSError):
            return  # no place for a file, or none for what processes wait for

    def put(self, content: bytes) -> bytes | SpooledFile:
        """What stands for `content` from now on: where it is, or itself."""
        if self._file is None:
            return content
        with self._end.get_lock():
            at = self._end.value
            self._end.value += len(content)
        try:
            whole = os.pwrite(self._file.fileno(), content, at) == len(content)
        except OSError:
            return content
        return SpooledFile(file=self._file.fileno(), at=at, size=len(content)) if whole else content

    def __exit__(self, *_exception: object) -> None:
        """Let go of all that was put into it."""
        if self._file is not None:
            self._file.close()


def unspooled(content: bytes | SpooledFile) -> bytes:
    """The bytes that were put into a spool; raises OSError once that is closed."""
    if isinstance(content, bytes):
        return content
    return os.pread(content.file, content.size, content.at)
