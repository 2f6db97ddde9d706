"""What the file system says of a file without reading it."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class FileFacts:
    """What changes with a file: its length in bytes, its times (ns), and its inode."""

    size: int
    changed: int
    entry_changed: int
    inode: int


def facts_of(file: Path) -> FileFacts | None:
    """The facts of `file`, or None where nothing can be told of it."""
    try:
        found = file.stat()
    except OSError:
        return None
    return FileFacts(
        size=found.st_size,
        changed=found.st_mtime_ns,
        entry_changed=found.st_ctime_ns,
        inode=found.st_ino,
    )
