"""What lies below folders, as a value: which files there are, and the facts of each."""

import os
from collections.abc import Collection, Iterable, Iterator, Mapping
from operator import attrgetter
from pathlib import Path

from msgspec import Struct

from byleave.cache.digests import Digest, digest
from byleave.cache.file_facts import FACTS_LENGTH, is_young, packed

_FOLDER = bytes(FACTS_LENGTH)  # no file has these facts: each has a number
_NAME = attrgetter("name")


class Listing(Struct, frozen=True, kw_only=True):
    """The facts of files and folders (see `facts_of`) by their POSIX path, in order of walking.

    Of folders nothing is known but that they are there: their times change with files that come
    and go unseen.
    """

    facts: Mapping[str, bytes]

    @property
    def digest(self) -> Digest:
        """What this listing is known by."""
        return digest(*self._parts())

    @property
    def files(self) -> Iterator[str]:
        """The paths of the files."""
        return (path for path, facts in self.facts.items() if facts != _FOLDER)

    def changed(self, gone: Collection[str], new: Mapping[str, bytes]) -> "Listing":
        """The same without the files that are `gone`, and with the facts of those that are `new`.

        A folder that has no file any more is gone as well.
        """
        if not gone and self.facts.keys() >= new.keys():
            return Listing(facts={**self.facts, **new})
        before = {path: self.facts[path] for path in self.files}
        now = {path: facts for path, facts in {**before, **new}.items() if path not in gone}
        folders = self.facts.keys() - before.keys() - _above(before) | _above(now)
        found = now | dict.fromkeys(folders, _FOLDER)
        return Listing(facts={path: found[path] for path in sorted(found, key=_walked)})

    def _parts(self) -> tuple[bytes, bytes]:
        # A path has no such character in it.
        return os.fsencode("\0".join(self.facts)), b"".join(self.facts.values())


def _above(files: Iterable[str]) -> set[str]:
    """The folders, as a listing has them, in which these files lie."""
    return {f"{folder}/" for path in files for folder in folders_of(path)}


def _walked(path: str) -> list[str]:
    """What puts paths in the order of walking: a folder before what is in it."""
    return path.removesuffix("/").split("/")


def folders_of(path: str) -> Iterator[str]:
    """The folders that a file lies in, the outermost last; `a/b/c` lies in `a/b` and in `a`."""
    while "/" in path:
        path = path.rpartition("/")[0]
        yield path


def listing(top: Path, folders: Iterable[str] = ("",), now: int | None = None) -> Listing | None:
    """What lies below `folders`, which are paths relative to `top`.

    `now` is what the file system's own clock shows, in nanoseconds (see `clock_of`): then None
    is given where a file is so young that it may be changed again without a sign. None too where
    something cannot be looked at.
    """
    found: dict[str, bytes] = {}
    try:
        for folder in folders:
            _add_below(top / folder, f"{folder}/" if folder else "", found, now)
    except (OSError, _YoungError):
        return None
    return Listing(facts=found)


class _YoungError(Exception):
    """A file may be changed again without a sign."""


def _add_below(folder: str | Path, name: str, found: dict[str, bytes], now: int | None) -> None:
    """Add everything below `folder`, called `name`, in order; links as what they lead to.

    A link to a folder is not followed, for it may lead in a circle. No generator: twenty thousand
    files would each be handed on by one for each folder that they lie in.
    """
    try:
        with os.scandir(folder) as entries:
            there = sorted(entries, key=_NAME)
    except FileNotFoundError:
        return
    for entry in there:
        path = name + entry.name
        if entry.is_dir(follow_symlinks=False):
            found[f"{path}/"] = _FOLDER
            _add_below(entry.path, f"{path}/", found, now)
        else:
            facts = entry.stat()
            if now is not None and is_young(facts, now):
                raise _YoungError
            found[path] = packed(facts)
