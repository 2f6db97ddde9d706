"""Files that are written whole or not at all, and that nobody but this user may read."""

import os
import tempfile
from pathlib import Path


def draft_of(place: Path, content: bytes) -> Path:
    """A file with `content` beside `place`, on the disk for certain; hidden, so no build takes it.

    Raises OSError where it cannot be written, and then leaves nothing.
    """
    number, name = tempfile.mkstemp(dir=place.parent, prefix=".byleave-", suffix=".tmp")
    try:
        with os.fdopen(number, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    return Path(name)


def write_private(place: Path, content: bytes) -> None:
    """Make the file at `place` hold `content`; raises OSError as `draft_of` does."""
    draft = draft_of(place, content)
    try:
        draft.replace(place)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise
