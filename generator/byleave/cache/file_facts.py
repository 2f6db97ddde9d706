"""What the file system says of files: a file of the same facts has the same content.

A file that was changed within the same tick of the file system's clock, to the same size, would
have the same facts. So facts that are as young as the look at them are not relied on: git's rule
for what it calls racy ("racy-git", in git's technical documentation).
"""

import os
import struct
from pathlib import Path

# Some kernels tick every 10 ms, and some file systems keep times in steps of 2 s (FAT); those
# keep whole seconds, by which they are known.
_TICK = 20_000_000  # nanoseconds
_COARSE_TICK = 3_000_000_000
_SECOND = 1_000_000_000
_FORM = struct.Struct("<QqqQ")
FACTS_LENGTH = _FORM.size  # bytes
_LARGEST = 2**64 - 1


def facts_of(path: str | Path) -> bytes | None:
    """The size, times of content and of entry, and number of the file at `path`, in 32 bytes.

    A link counts as what it leads to. None where nothing is there or it cannot be asked.
    """
    try:
        found = os.stat(path)  # noqa: PTH116 - ten thousand paths take as long as all of the asking
    except OSError:
        return None
    return packed(found)


def clock_of(folder: Path) -> int:
    """What the clock of the file system shows that holds `folder`, in nanoseconds.

    A file is made there and taken away. Raises OSError where that is not allowed.
    """
    path = folder / f"clock-{os.getpid()}"
    path.write_bytes(b"")
    now = path.stat().st_mtime_ns
    path.unlink()
    return now


def packed(found: os.stat_result) -> bytes:
    """The facts of a file as FACTS_LENGTH bytes."""
    number = found.st_ino
    if number > _LARGEST:  # on some file systems of Windows it has 128 bits
        number = (number ^ number >> 64) & _LARGEST
    return _FORM.pack(found.st_size, found.st_mtime_ns, found.st_ctime_ns, number)


def is_young(found: os.stat_result, now: int) -> bool:
    """Whether a file may be changed again without a sign, `now` being what the clock shows."""
    changed = max(found.st_mtime_ns, found.st_ctime_ns)
    coarse = changed % _SECOND == 0
    return now - changed < (_COARSE_TICK if coarse else _TICK)
