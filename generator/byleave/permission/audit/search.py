"""The audit: whether anything withheld is in a folder that was built, or fetched from a site."""

import os
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from importlib.resources import files as files_of
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Literal
from urllib.parse import unquote

from msgspec import Struct

from byleave.model.withheld import Withheld
from byleave.permission.audit.copies import WithheldCopies
from byleave.permission.audit.needles import Needle, Needles, NotSought, What, needles_for
from byleave.text_in_files import Text
from byleave.text_in_files.files import InnerFile, contents_of

TraceKind = Literal["address", "file", "picture"] | What

# What a folder is called by git, and by Byleave for itself.
_NOT_PUBLISHED = frozenset({".git"})
_STORY_ADDRESS = re.compile(r"(?<![\w-])stories/([^/\s\"'<>?#&,;)\\]+)")
_KINDS = {
    "pages": (".html", ".htm", ".xhtml"),
    "feeds, sitemaps and other XML": (".xml", ".rss", ".atom", ".xsl"),
    "search indexes and other data": (".json", ".jsonl", ".webmanifest", ".csv", ".pf_meta"),
    "calendars": (".ics", ".vcf"),
    "styles and scripts": (".css", ".js", ".mjs", ".map"),
    "pictures": (".png", ".jpg", ".jpeg", ".webp", ".avif", ".gif", ".svg", ".ico", ".tif"),
    "recordings": (".mp3", ".ogg", ".opus", ".wav", ".m4a", ".mp4", ".webm", ".flac", ".vtt"),
    "documents": (".pdf", ".docx", ".odt", ".epub", ".xlsx", ".ods", ".pptx", ".txt", ".md"),
}


class Trace(Struct, frozen=True, kw_only=True, order=True):
    """Something withheld in a file: what it is, where in the file, because of which records.

    `words` are those that were found, for those who ask to see them.
    """

    path: str
    what: TraceKind
    place: str
    records: tuple[str, ...]
    words: str = ""


class Audit(Struct, frozen=True, kw_only=True):
    """What was looked for, where, and what was found.

    `sought` counts what was looked for by kind, `files` what was looked through; `unread` are
    paths of files of which a part could not be read.
    """

    sought: Mapping[str, int]
    records: tuple[str, ...]
    not_sought: NotSought
    files: Mapping[str, int]
    unread: tuple[str, ...]
    traces: tuple[Trace, ...]


def audit(folder: Path, withheld: Withheld) -> Audit:
    """Look through every file of `folder` for what is `withheld`; raises OSError.

    Files that only git keeps are passed by. Symbolic links are not followed.
    """
    needles, not_sought = needles_for(withheld, _own_words())
    looking = _Looking(withheld, needles)
    counts: Counter[str] = Counter()
    traces: set[Trace] = set()
    unread = []
    for place in _files_below(folder):
        path = place.relative_to(folder).as_posix()
        counts[_kind(place.suffix.lower())] += 1
        found = tuple(looking.through(path, place.read_bytes()))
        traces.update(one for one in found if isinstance(one, Trace))
        unread += [path] if None in found else []
    return Audit(
        sought={
            "runs of words": needles.count("words") + needles.count("title"),
            "names": needles.count("name"),
            "record numbers": needles.count("record"),
            "addresses": len(looking.addresses),
            "pictures, recordings and documents": len(withheld.files),
        },
        records=withheld.records,
        not_sought=not_sought,
        files={kind: counts[kind] for kind in (*_KINDS, "other files") if counts[kind]},
        unread=tuple(unread),
        traces=_each_once(traces),
    )


class _Looking:
    """Looks through files, one at a time."""

    def __init__(self, withheld: Withheld, needles: Needles) -> None:
        self.needles = needles
        public = " ".join(withheld.public_texts)
        self.addresses = {
            slug
            for address in withheld.addresses
            if (slug := address.strip("/").rpartition("/")[2]) and f"/{slug}/" not in public
        }
        self.copies = WithheldCopies(withheld)

    def through(self, path: str, data: bytes) -> Iterator[Trace | None]:
        """Each trace in a file and in those within it; None where a part cannot be read."""
        yield from self._copied(path, data)
        for one in contents_of(path, data):
            if isinstance(one, InnerFile):
                yield from self._copied(path, one.data)
                continue
            if one.kind == "unread":
                yield None
            for needle in self.needles.found_in(one):
                yield _trace(path, needle, one)
            yield from self._addressed(path, one)

    def _addressed(self, path: str, text: Text) -> Iterator[Trace]:
        if "stories/" not in text.text:
            return
        for slug in _STORY_ADDRESS.findall(text.text):
            if unquote(slug).casefold() in self.addresses:
                yield Trace(path=path, what="address", place=text.kind, records=(), words=slug)

    def _copied(self, path: str, data: bytes) -> Iterator[Trace]:
        for what, file in self.copies.found_in(data):
            yield Trace(path=path, what=what, place="bytes", records=file.records)


def _trace(path: str, needle: Needle, text: Text) -> Trace:
    return Trace(
        path=path, what=needle.what, place=text.kind, records=needle.records, words=needle.words
    )


def _each_once(traces: Iterable[Trace]) -> tuple[Trace, ...]:
    """One trace for each file, place and kind, with the first of its words."""
    found: dict[tuple[str, ...], Trace] = {}
    for one in sorted(traces):
        found.setdefault((one.path, one.what, one.place, *one.records), one)
    return tuple(found.values())


def _files_below(folder: Path) -> Iterator[Path]:
    for here, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if name not in _NOT_PUBLISHED)
        yield from (place for name in sorted(names) if (place := Path(here, name)).is_file())


def _kind(ending: str) -> str:
    return next((kind for kind, endings in _KINDS.items() if ending in endings), "other files")


def _own_words() -> Iterator[str]:
    """What Byleave itself says on every site, in each of its languages."""
    yield from _texts_below(files_of("byleave") / "look")


def _texts_below(folder: Traversable) -> Iterator[str]:
    for one in sorted(folder.iterdir(), key=lambda one: one.name):
        if one.is_dir():
            yield from _texts_below(one)
        elif one.name.endswith((".html", ".xml", ".txt", ".po", ".pot")):
            yield one.read_text("utf-8")
