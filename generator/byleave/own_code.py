"""The code and data that Byleave consists of, as one digest."""

import hashlib
import os
from collections.abc import Iterator

_PACKAGE = os.path.dirname(__file__)  # noqa: PTH120 - a text: each build asks for hundreds of files


def own_digest() -> str:
    """The digest of Byleave's own files as hex digits, whatever was compiled of them left out.

    Files count by their content: one that was put in the place of another may keep its times.
    """
    made = hashlib.sha256()
    for name, path in _files(_PACKAGE, ""):
        with open(path, "rb", buffering=0) as file:  # noqa: PTH123 - as above
            content = file.read()
        made.update(f"{name}\0{len(content)}\n".encode())
        made.update(content)
    return made.hexdigest()


def _files(folder: str, below: str) -> Iterator[tuple[str, str]]:
    """The names of all files in `folder`, with "/", and their paths; in the order of names."""
    with os.scandir(folder) as entries:
        there = sorted(entries, key=lambda one: one.name)
    for entry in there:
        if not entry.is_dir():
            yield below + entry.name, entry.path
        elif entry.name != "__pycache__":
            yield from _files(entry.path, f"{below}{entry.name}/")
