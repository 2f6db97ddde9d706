"""The facts of media files: digest, size and kind, and what they tell beside what they show."""

import hashlib
import os
import re
from collections.abc import Collection, Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from msgspec import Struct, field

from byleave.cleaning import (
    BEGINNING,
    MOST_BYTES,
    Examined,
    UnreadableMediaError,
    Why,
    can_be_cleaned,
    check_is_there,
    examine,
    length_of,
    tags_of,
)
from byleave.diagnostics import Diagnostic, error
from byleave.model.addresses import MEDIA
from byleave.model.media_kinds import RECORDINGS, MediaKind, media_kind
from byleave.model.published import MediaFile, RootFile
from byleave.model.source import TellingFile
from byleave.positions import START, Position
from byleave.read.found_files import FileThere
from byleave.read.looking import Looking
from byleave.read.text_files import pointer

_DIGITS = 16
_NO_MEDIA = frozenset({".md", ".ico"})
# What a signed form, or a picture of one, is called by whoever scans it: English and Welsh.
_FORM = re.compile(
    r"(?:^|[\W_])(?:(?:consent|permission|release)[\W_]*(?:form|slip|sheet|scan|signed)s?"
    r"|(?:signed|scanned)[\W_]*(?:consent|permission|form)s?|signatures?|signed"
    r"|ffurflen(?:ni)?[\W_]*(?:caniat[aâ]d|ganiat[aâ]d|cydsynio|gydsynio)|llofnod(?:ion)?)"
    r"(?=[\W_\d]|$)",
    re.I,
)


class MediaFacts(Struct, frozen=True, kw_only=True):
    """What was found out of a media file."""

    sha256: str
    size: int
    examined: Examined | None
    seconds: int = 0

    @property
    def shown(self) -> str:
        """A digest of what of it is shown; empty where that is all of it."""
        return self.examined.digest if self.examined else ""


class MediaReader(Struct, frozen=True, kw_only=True):
    """Looks at each media file once, however many stories use it.

    `seen` is what has been found out, by path: a file that is read twice is examined once. What an
    earlier reader has seen holds as long as a file's facts are the same.
    """

    looking: Looking = field(default_factory=Looking)
    seen: dict[str, MediaFacts] = field(default_factory=dict)

    def story_media(self, file: FileThere) -> MediaFile:
        """A file of a story, published under a name that its content gives and no person's name.

        Raises OSError where it cannot be read, UnreadableMediaError where nothing can be published.
        """
        facts = self._facts(file)
        shown = facts.shown or facts.sha256
        address = f"{MEDIA}{shown[:_DIGITS]}{file.real.suffix.lower()}"
        return self._media(file, address, media_kind(file.real.name) or "document")

    def group_media(self, file: FileThere, address: str) -> MediaFile:
        """A file of the group's own, at the address that the group gave it; raises as above."""
        return self._media(file, address, media_kind(file.real.name) or "document")

    def root_file(self, file: FileThere, path: str) -> RootFile:
        """A file that is copied to the top of the site; raises as above."""
        facts = self._facts(file)
        return RootFile(
            path=path,
            source=str(file.real),
            sha256=facts.sha256,
            size=facts.size,
            shown=facts.shown,
            recipe=facts.examined.recipe if facts.examined else "",
        )

    def copies(
        self, files: Iterable[FileThere], of: Collection[MediaFile | RootFile]
    ) -> dict[str, frozenset[str]]:
        """By what those of `files` are known, by path, that are one of the others as well."""
        known = frozenset[str]().union(*(one.known_by for one in of))
        sizes = {one.size for one in of}
        found = {}
        for file in files if known else ():
            if media_kind(file.path) is None:
                continue
            with suppress(OSError, UnreadableMediaError):
                # What cannot be cleaned is shown as it is, and a recording takes long to read.
                if not can_be_cleaned(file.real.suffix) and file.real.stat().st_size not in sizes:
                    continue
                facts = self._facts(file)
                if not known.isdisjoint((facts.sha256, facts.shown)):
                    found[file.path] = self.story_media(file).known_by
        return found

    def telling(self, files: Iterable[FileThere]) -> Iterator[TellingFile]:
        """Those of `files` that tell more than they show; damaged ones tell nothing here."""
        for file in files:
            suffix = file.real.suffix.lower()
            if suffix in _NO_MEDIA:
                continue
            tells = set(self._tells(file, suffix))
            if _FORM.search(file.path.rpartition("/")[2].rpartition(".")[0]):
                tells.add("form")
            if tells:
                source = str(file.real)
                yield TellingFile(path=file.path, source=source, tells=frozenset(tells))

    def _tells(self, file: FileThere, suffix: str) -> Iterator[str]:
        try:
            examined = self._facts(file).examined if can_be_cleaned(suffix) else None
        except (OSError, UnreadableMediaError):
            return
        if examined is not None:
            yield from examined.tells
        elif media_kind(file.path) in RECORDINGS:
            yield from (f"tag:{kind}" for kind in tags_of(file.real))

    def _media(self, file: FileThere, address: str, kind: MediaKind) -> MediaFile:
        facts = self._facts(file)
        examined = facts.examined
        return MediaFile(
            source=str(file.real),
            address=address,
            kind=kind,
            sha256=facts.sha256,
            size=facts.size,
            shown=facts.shown,
            recipe=examined.recipe if examined else "",
            width=examined.width if examined else 0,
            height=examined.height if examined else 0,
            seconds=facts.seconds,
        )

    def _facts(self, file: FileThere) -> MediaFacts:
        key = str(file.real)
        if key not in self.seen:
            facts, known = self.looking.facts(file), self.looking.known
            seen = known.recall(MediaFacts, key, facts) if facts else None
            self.seen[key] = seen or known.keep(key, facts, _look_at(file.real))
        return self.seen[key]


def _look_at(file: Path) -> MediaFacts:
    # A root file may say something by being there, such as .nojekyll.
    may_be_empty = media_kind(file.name) is None and not can_be_cleaned(file.suffix)
    with file.open("rb") as stream:
        check_is_there(stream.read(BEGINNING), may_be_empty=may_be_empty)
        stream.seek(0)
        if can_be_cleaned(file.suffix):
            if os.fstat(stream.fileno()).st_size > MOST_BYTES:
                raise UnreadableMediaError("large")
            content = stream.read()
            sha256 = hashlib.sha256(content).hexdigest()
            examined = examine(content, file.suffix)
            return MediaFacts(sha256=sha256, size=len(content), examined=examined)
        # A recording may be larger than memory.
        found = hashlib.file_digest(stream, "sha256")
        size = stream.tell()
    seconds = length_of(file) if media_kind(file.name) in RECORDINGS else 0
    return MediaFacts(sha256=found.hexdigest(), size=size, examined=None, seconds=seconds)


def unreadable(path: str, why: Why, at: Position = START) -> Diagnostic:
    """The finding for a file of which nothing can be published, in the file `path` at `at`."""
    match why:
        case "damaged":
            message = "this picture is damaged, or is not what its name says"
            do = "open it in a program for pictures, and save it anew as JPEG or PNG"
            return error(path, "media-unreadable", message, do, at)
        case "large":
            message = "this file is too large, or has too many pixels, all its frames together"
            do = "make it smaller; of one that moves, keep fewer frames, or make a film of it (MP4)"
            return error(path, "media-too-large", message, do, at)
        case "empty":
            do = "put the whole file in its place"
            return error(path, "media-empty", "this file is empty", do, at)
        case "pointer":
            return pointer(path, at)
