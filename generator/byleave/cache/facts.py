"""What the file system says of files: a file of the same facts has the same content.

A file that was changed within the same tick of the file system's clock, to the same size, would
have the same facts. So facts that are as young as the look at them are not relied on: git's rule
for what it calls racy ("racy-git", in git's technical documentation).
"""

import os
import struct
from collections.abc import Iterable, Iterator
from pathlib import Path

from byleave.cache.digests import Digest, digest

# Some kernels tick every 10 ms, and some file systems keep times in steps of 2 s (FAT); those
# keep whole seconds, by which they are known.
_TICK = 20_000_000  # nanoseconds
_COARSE_TICK = 3_000_000_000
_SECOND = 1_000_000_000
_FORM = struct.Struct("<QqqQ")


def facts_of(path: str | Path) -> bytes | None:
    """The size, times of content and of entry, and number of the file at `path`, in 32 bytes.

    A link counts as what it leads to. None where nothing is there or it cannot be asked.
    """
    try:
        found = Path(path).stat()
    except OSError:
        return None
    return _packed(found)


def folder_facts(folders: Iterable[Path], now: int | None = None) -> Digest | None:
    """One digest of the facts of all files and folders below `folders`, by path.

    `now` is what the file system's own clock shows, in nanoseconds (see `clock_of`): then None
    is given where a file is so young that it may be changed again without a sign. None too where
    something cannot be looked at.
    """
    parts: list[bytes] = []
    try:
        for folder in folders:
            parts.append(os.fsencode(folder))
            for path, found in _below(folder):
                if found and now is not None and _is_young(found, now):
                    return None
                parts += (os.fsencode(path), _packed(found) if found else b"")
    except OSError:
        return None
    return digest(*parts)


def clock_of(folder: Path) -> int:
    """What the clock of the file system shows that holds `folder`, in nanoseconds.

    A file is made there and taken away. Raises OSError where that is not allowed.
    """
    path = folder / f"clock-{os.getpid()}"
    path.write_bytes(b"")
    now = path.stat().st_mtime_ns
    path.unlink()
    return now


def _packed(found: os.stat_result) -> bytes:
    return _FORM.pack(found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino)


def _is_young(found: os.stat_result, now: int) -> bool:
    changed = max(found.st_mtime_ns, found.st_ctime_ns)
    coarse = changed % _SECOND == 0
    return now - changed < (_COARSE_TICK if coarse else _TICK)


def _below(folder: str | Path) -> Iterator[tuple[str, os.stat_result | None]]:
    """Everything below `folder` and what is known of it, in order; links as what they lead to.

    Of folders nothing is known: their times change with files that come and go unseen. A link to a
    folder is not followed, for it may lead in a circle.
    """
    try:
        with os.scandir(folder) as entries:
            found = sorted(entries, key=lambda entry: entry.name)
    except FileNotFoundError:
        return
    for entry in found:
        if entry.is_dir(follow_symlinks=False):
            yield entry.path, None
            yield from _below(entry.path)
        else:
            yield entry.path, entry.stat()
