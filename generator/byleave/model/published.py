"""What may be public today, and what a rehearsal shows: stories without any record of consent."""

import datetime
from collections.abc import Mapping

from msgspec import Struct

from byleave.model.event import Event
from byleave.model.media_kinds import MediaKind
from byleave.model.settings import Settings
from byleave.model.terms import Identity, Use


class MediaFile(Struct, frozen=True, kw_only=True):
    """A file that stories may show.

    `source` is its absolute path, `address` where it is published, `sha256` the hex digest
    of its bytes, `size` its length in bytes. `recipe` says from what the published bytes are made,
    as in `CleanedCopy`; it is empty where they are those of the file. `width` and `height` are in
    pixels, 0 where they are not known.
    """

    source: str
    address: str
    kind: MediaKind
    sha256: str
    size: int
    recipe: str = ""
    width: int = 0
    height: int = 0


class Media(Struct, frozen=True, kw_only=True):
    """A picture, recording or document as a story shows it."""

    file: MediaFile
    alt: str = ""
    caption: str = ""


class Link(Struct, frozen=True, kw_only=True):
    """A destination as a body writes it, and what on this site it leads to.

    `kind` says what `target` is: "story" a story's path, "address" an address with "/",
    "media" a media name. `line` and `column` count from 1. `text` is what leads there, where the
    gate has to look at it.
    """

    destination: str
    kind: str
    target: str
    fragment: str
    line: int
    column: int
    text: str = ""


class Theme(Struct, frozen=True, kw_only=True):
    """A theme and the other names that people know it by."""

    path: str
    slug: str
    title: str
    also_known_as: tuple[str, ...]
    broader: str | None
    body: str
    links: tuple[Link, ...]
    media: Mapping[str, Media]


class FixedPage(Struct, frozen=True, kw_only=True):
    """A page of the group's own, such as the accessibility statement."""

    path: str
    address: str
    title: str
    summary: str
    language: str
    body: str
    links: tuple[Link, ...]
    media: Mapping[str, Media]


class RootFile(Struct, frozen=True, kw_only=True):
    """A file that is copied to the top of the site; `recipe` is that of a `MediaFile`."""

    path: str
    source: str
    sha256: str
    size: int
    recipe: str = ""


class LookFile(Struct, frozen=True, kw_only=True):
    """A template, style or catalogue of the group's own that replaces one of Byleave's.

    `path` is relative to the folder of the look.
    """

    path: str
    text: str

    @property
    def source(self) -> str:
        """The path by which an editor finds it."""
        return f"site_src/look/{self.path}"


class Voice(Struct, frozen=True, kw_only=True):
    """A voice as readers meet it. `withheld` is empty except in a rehearsal."""

    id: str
    name: str
    identity: Identity
    part: str
    role: str
    place: str
    person: str | None
    uses: frozenset[Use]
    withheld: str = ""


class Block(Struct, frozen=True, kw_only=True):
    """A passage of the voices in `by`, or text of the authors where `by` is empty."""

    text: str
    by: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    withheld: str = ""


class Story(Struct, frozen=True, kw_only=True):
    """A story, event or response with what may be shown of it.

    `authors` holds the ids of the voices whose text stands outside passages, `named` those of the
    voices whom title or summary name, `present` those of whom something is said or shown anywhere
    on the page; `past` says of an event that it is over today, and `pointers` are the keys of it
    that lead to something on this site. Names are set in what it says of itself; in its blocks, and
    in the words of its media, which stand among these, they are marked as in `model.terms`.
    """

    path: str
    address: str
    title: str
    date: datetime.date
    updated: datetime.date | None
    summary: str
    themes: tuple[str, ...]
    series: str | None
    language: str
    translation_of: str | None
    easy_read_of: str | None
    responds_to: str | None
    in_reply_to: str | None
    posted_by: str | None
    report_of: str | None
    part_of: str | None
    aliases: tuple[str, ...]
    event: Event | None
    past: bool
    voices: tuple[Voice, ...]
    authors: frozenset[str]
    named: frozenset[str]
    present: frozenset[str]
    blocks: tuple[Block, ...]
    links: tuple[Link, ...]
    media: Mapping[str, Media]
    names: Mapping[str, str]
    withheld: str = ""
    pointers: tuple[Link, ...] = ()


class _Content(Struct, frozen=True, kw_only=True):
    """What both doors of the gate let through; `navigation` are its items, by where they lead."""

    settings: Settings
    stories: tuple[Story, ...]
    themes: tuple[Theme, ...]
    pages: tuple[FixedPage, ...]
    group_media: Mapping[str, MediaFile]
    root_files: tuple[RootFile, ...]
    look: tuple[LookFile, ...]
    navigation: tuple[Link, ...] = ()


class PublishedSet(_Content, frozen=True, kw_only=True):
    """Everything that may be public at one moment; only `gate.admit` makes one."""


class Rehearsal(_Content, frozen=True, kw_only=True):
    """What an editor's preview or a storyteller's form shows; never written, never remembered."""


Content = PublishedSet | Rehearsal
