"""Looking for guarded names in files: in the sources of a site, in what was built, in any other."""

import os
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import Self

from msgspec import Struct

from byleave.model.guard import GUARD_FILE
from byleave.model.register import RegisterEntry
from byleave.model.site_folder import FOLDERS
from byleave.text_in_files import Text, texts_in, units
from byleave.text_in_files.guarded_names import GuardSearch, Words
from byleave.text_in_files.silencing import quiet_path
from byleave.values import replace

_NEVER_LOOKED_AT = frozenset({".git", ".byleave"})

PublicNames = dict[str, frozenset[Words]]


class GuardHit(Struct, frozen=True, kw_only=True, order=True):
    """A guarded name in a file; `line` counts from 1, or is 0 where a file has no lines.

    `number` is its place in the list, from 1. `kind` says where in the file: see
    `text_in_files.Text`.
    """

    path: str
    line: int
    kind: str
    number: int

    def silenced(self, search: GuardSearch) -> Self:
        """The same with as much of its path as holds no guarded name."""
        return replace(self, path=quiet_path(self.path, search))


def public_names(entries: Iterable[RegisterEntry], search: GuardSearch) -> PublicNames:
    """What published voices are called, by the path of their story; all of them by "".

    A pseudonym that is a guarded name of several words is not among them: that is no chance.
    """
    found: dict[str, set[Words]] = {"": set()}
    for entry in entries:
        if entry.state == "published" and not _is_real_name(entry, search):
            for path in (entry.story, ""):
                found.setdefault(path, set()).add(tuple(units(entry.name)))
    return {path: frozenset(names) for path, names in found.items()}


def _is_real_name(entry: RegisterEntry, search: GuardSearch) -> bool:
    if entry.identity in ("named", "first-name"):
        return False
    found = search.names_in(Text(kind="text", text=entry.name))
    return any(search.words(number) > 1 for number in found)


def hits_in_site(site: Path, search: GuardSearch, names: PublicNames) -> tuple[GuardHit, ...]:
    """Each guarded name in the sources of `site` and in its folder public/."""
    return tuple(
        hit
        for folder in (*FOLDERS, "public")
        for place in files_below(site / folder)
        if (path := place.relative_to(site).as_posix()) != GUARD_FILE
        for hit in hits_in(path, place.read_bytes(), search, _allowed(path, names))
    )


def _allowed(path: str, names: PublicNames) -> frozenset[Words]:
    return names.get(path, frozenset()) if path.endswith(".md") else names[""]


def hits_in_some(places: Iterable[Path], typed: bytes, search: GuardSearch) -> tuple[GuardHit, ...]:
    """Each guarded name in these files and folders; in the place of "-" in what was `typed`."""
    hits: list[GuardHit] = []
    for place in places:
        if str(place) == "-":
            hits += hits_in("-", typed, search)
        for file in files_below(place) if place.is_dir() else [place]:
            if str(place) != "-":
                hits += hits_in(str(file), file.read_bytes(), search)
    return tuple(hits)


def hits_in(
    path: str, data: bytes, search: GuardSearch, allowed: Collection[Words] = ()
) -> tuple[GuardHit, ...]:
    """Each guarded name in the file that is called `path` and holds `data`, once a line."""
    found: dict[int, str] = {}
    for text in texts_in(path, data):
        for number in search.names_in(text, allowed):
            found.setdefault(number, text.kind)
    if not found:
        return ()
    return tuple(sorted(_with_lines(path, data, found, search)))


def _with_lines(
    path: str, data: bytes, found: dict[int, str], search: GuardSearch
) -> Iterator[GuardHit]:
    lines = [] if b"\0" in data else data.split(b"\n")
    ending = "x" + Path(path).suffix
    on_lines = [
        (count, number)
        for count, line in enumerate(lines, 1)
        for text in texts_in(ending, line)
        for number in search.names_in(text)
    ]
    for number, kind in found.items():
        numbers = {count for count, one in on_lines if one == number} or {0}
        for count in numbers:
            yield GuardHit(path=path, line=count, kind=kind, number=number + 1)


def files_below(folder: Path) -> Iterator[Path]:
    """Every file below `folder`, which need not be there, sorted; git's own are left out."""
    for here, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if name not in _NEVER_LOOKED_AT)
        yield from (place for name in sorted(files) if (place := Path(here, name)).is_file())
