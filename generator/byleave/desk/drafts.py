"""What was written and not kept yet: outside the site folder, for this user alone.

A draft may hold words of somebody who leaves before it is kept, so it goes with them.
"""

import hashlib
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec
from msgspec import Struct

from byleave.editing.whole_files import write_private

_FOLDER = "desk"
_PRIVATE = 0o700


class Draft(Struct, frozen=True, kw_only=True):
    """The fields of a form as they were when nobody had kept them; `since` is when, to be read."""

    path: str
    base: str
    since: str
    fields: tuple[tuple[str, str], ...]


class Drafts:
    """The drafts of one site."""

    def __init__(self, state: Path, site: Path) -> None:
        """Keep them in the folder `state`."""
        self._folder = state / _FOLDER / _digest(os.path.realpath(site))

    def of(self, path: str) -> Draft | None:
        """The draft of the file at `path`; None where there is none that can be read."""
        try:
            return msgspec.json.decode(self._file(path).read_bytes(), type=Draft)
        except (OSError, msgspec.DecodeError):
            return None

    def all(self) -> Iterator[Draft]:
        """Every draft that can be read."""
        for file in sorted(self._folder.glob("*.json")):
            try:
                yield msgspec.json.decode(file.read_bytes(), type=Draft)
            except (OSError, msgspec.DecodeError):
                continue

    def keep(self, draft: Draft) -> None:
        """Keep a draft; raises OSError."""
        self._folder.mkdir(parents=True, exist_ok=True, mode=_PRIVATE)
        write_private(self._file(draft.path), msgspec.json.encode(draft))

    def drop(self, paths: Iterable[str]) -> None:
        """Forget what was written of the files at `paths`."""
        for path in paths:
            self._file(path).unlink(missing_ok=True)

    def _file(self, path: str) -> Path:
        return self._folder / f"{_digest(path)}.json"


def _digest(words: str) -> str:
    return hashlib.sha256(words.encode("utf-8", "surrogateescape")).hexdigest()[:24]
