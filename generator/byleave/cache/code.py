"""The code that builds: where any of it is another, nothing that was remembered counts."""

import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from byleave.cache.digests import Digest, digest
from byleave.own_code import own_digest


@cache
def code_digest() -> Digest:
    """The digest of Byleave's own files, of Python, and of which libraries are installed."""
    libraries = sorted({path.name for path in _libraries()})
    return digest(sys.version, "\n".join(libraries), own_digest())


def _libraries() -> Iterator[Path]:
    """The folders that say which version of each library is there: their names hold it."""
    for folder in map(Path, sys.path):
        if folder.is_dir():
            yield from folder.glob("*.dist-info")
