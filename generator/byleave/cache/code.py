"""The code that builds: where any of it is another, nothing that was remembered counts."""

import os
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from byleave.cache.digests import Digest, digest

_PACKAGE = Path(__file__).parent.parent


@cache
def code_digest() -> Digest:
    """The digest of Byleave's own files, of Python, and of which libraries are installed.

    Files count by their content: one that was put in the place of another may keep its times.
    """
    libraries = sorted({path.name for path in _libraries()})
    own = [part for path in _files(str(_PACKAGE)) for part in _named(path)]
    return digest(sys.version, "\n".join(libraries), *own)


def _libraries() -> Iterator[Path]:
    """The folders that say which version of each library is there: their names hold it."""
    for folder in map(Path, sys.path):
        if folder.is_dir():
            yield from folder.glob("*.dist-info")


def _files(folder: str) -> Iterator[str]:
    with os.scandir(folder) as entries:
        for entry in sorted(entries, key=lambda one: one.name):
            if entry.is_dir():
                if entry.name != "__pycache__":
                    yield from _files(entry.path)
            else:
                yield entry.path


def _named(path: str) -> tuple[str, bytes]:
    return os.path.relpath(path, _PACKAGE), Path(path).read_bytes()
