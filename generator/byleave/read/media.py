"""The facts of media files: digest, size and kind, and what they tell beside what they show."""

import hashlib
import os
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from msgspec import Struct, field

from byleave.cache import facts_of
from byleave.cleaning import (
    BEGINNING,
    MOST_BYTES,
    Examined,
    UnreadableMediaError,
    Why,
    can_be_cleaned,
    check_is_there,
    examine,
    tags_of,
)
from byleave.diagnostics import Diagnostic, error
from byleave.model.addresses import MEDIA
from byleave.model.media_kinds import MediaKind, media_kind
from byleave.model.published import MediaFile, RootFile
from byleave.model.source import TellingFile
from byleave.positions import START, Position
from byleave.read.found_files import FoundFile
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


class Seen(Struct, frozen=True, kw_only=True):
    """What was found out of a file whose facts were, just before, those of `file`."""

    file: bytes | None
    sha256: str
    size: int
    examined: Examined | None


class MediaReader(Struct, frozen=True, kw_only=True):
    """Looks at each media file once, however many stories use it.

    `seen` is what has been found out, by path: a file that is read twice is examined once.
    `known` is what an earlier reader had seen, which holds as long as a file's facts are the same.
    """

    seen: dict[str, Seen] = field(default_factory=dict)
    known: Mapping[str, Seen] = field(default_factory=dict)

    def holds(self, file: FoundFile, shown: MediaFile) -> bool:
        """Whether `shown` is still what is published of `file`."""
        try:
            return self.story_media(file) == shown
        except (OSError, UnreadableMediaError):
            return False

    def story_media(self, file: FoundFile) -> MediaFile:
        """A file of a story, published under a name that its content gives and no person's name.

        Raises OSError where it cannot be read, UnreadableMediaError where nothing can be published.
        """
        facts = self._facts(file)
        shown = facts.examined.digest if facts.examined else facts.sha256
        address = f"{MEDIA}{shown[:_DIGITS]}{file.real.suffix.lower()}"
        return self._media(file, address, media_kind(file.real.name) or "document")

    def group_media(self, file: FoundFile, address: str) -> MediaFile:
        """A file of the group's own, at the address that the group gave it; raises as above."""
        return self._media(file, address, media_kind(file.real.name) or "document")

    def root_file(self, file: FoundFile, path: str) -> RootFile:
        """A file that is copied to the top of the site; raises as above."""
        facts = self._facts(file)
        return RootFile(
            path=path,
            source=str(file.real),
            sha256=facts.sha256,
            size=facts.size,
            recipe=facts.examined.recipe if facts.examined else "",
        )

    def telling(self, files: Iterable[FoundFile]) -> Iterator[TellingFile]:
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

    def _tells(self, file: FoundFile, suffix: str) -> Iterator[str]:
        try:
            examined = self._facts(file).examined if can_be_cleaned(suffix) else None
        except (OSError, UnreadableMediaError):
            return
        if examined is not None:
            yield from examined.tells
        elif media_kind(file.path) in ("audio", "video"):
            yield from (f"tag:{kind}" for kind in tags_of(file.real))

    def _media(self, file: FoundFile, address: str, kind: MediaKind) -> MediaFile:
        facts = self._facts(file)
        examined = facts.examined
        return MediaFile(
            source=str(file.real),
            address=address,
            kind=kind,
            sha256=facts.sha256,
            size=facts.size,
            recipe=examined.recipe if examined else "",
            width=examined.width if examined else 0,
            height=examined.height if examined else 0,
        )

    def _facts(self, file: FoundFile) -> Seen:
        key = str(file.real)
        if key not in self.seen:
            facts, known = facts_of(file.real), self.known.get(key)
            same = known is not None and known.file == facts
            self.seen[key] = known if known and same else _look_at(file.real, facts)
        return self.seen[key]


def _look_at(file: Path, facts: bytes | None) -> Seen:
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
            return Seen(file=facts, sha256=sha256, size=len(content), examined=examined)
        # A recording may be larger than memory.
        found = hashlib.file_digest(stream, "sha256")
        return Seen(file=facts, sha256=found.hexdigest(), size=stream.tell(), examined=None)


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
