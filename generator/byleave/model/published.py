"""What may be public today, and what a rehearsal shows: stories without any record of consent."""

import datetime
from collections.abc import Mapping

from msgspec import Struct

from byleave.model.event import Event
from byleave.model.glossary import Glossary
from byleave.model.media_kinds import MediaKind
from byleave.model.renditions import USUAL_FOCUS, Focus
from byleave.model.settings import Settings
from byleave.model.terms import Identity, Use
from byleave.values import field_names


class GivenFile(Struct, frozen=True, kw_only=True):
    """A file that somebody put into the folder of a site.

    `source` is its absolute path, `sha256` the hex digest of its bytes, `size` its length in bytes.
    `shown` is a hex digest of what of it is shown, so that a copy with other metadata has the same;
    empty where that is all of it. `recipe` says from what the published bytes are made, as in
    `CleanedCopy`; it is empty where they are those of the file.
    """

    source: str
    sha256: str
    size: int
    shown: str = ""
    recipe: str = ""

    @property
    def known_by(self) -> frozenset[str]:
        """By what this file and each copy of it are known, wherever one lies."""
        return frozenset((self.sha256, self.shown or self.sha256))


class MediaFile(GivenFile, frozen=True, kw_only=True):
    """A file that stories may show.

    `address` is where it is published. `width` and `height` are in pixels, `seconds` are those that
    a recording lasts; 0 where they are not known.
    """

    address: str
    kind: MediaKind
    width: int = 0
    height: int = 0
    seconds: int = 0


class PublishedMedia(Struct, frozen=True, kw_only=True):
    """A picture, recording or document as a story shows it; `focus` stays in a cut of a picture.

    `captions` are as in `model.captions`, and `track` is the address of the file of them, where
    that is known. `signed` is the sign language of a film, such as BSL.
    """

    file: MediaFile
    alt: str = ""
    caption: str = ""
    transcript: str = ""
    captions: str = ""
    track: str = ""
    signed: str = ""
    focus: Focus = USUAL_FOCUS


class PublishedLink(Struct, frozen=True, kw_only=True):
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


class NavigationLink(PublishedLink, frozen=True, kw_only=True):
    """An item of the navigation; `titles` is what it is called in each language."""

    titles: Mapping[str, str]


class Theme(Struct, frozen=True, kw_only=True):
    """A theme and the other names that people know it by; its text begins on `line`."""

    path: str
    slug: str
    title: str
    also_known_as: tuple[str, ...]
    broader: str | None
    body: str
    links: tuple[PublishedLink, ...]
    media: Mapping[str, PublishedMedia]
    line: int = 1


class FixedPage(Struct, frozen=True, kw_only=True):
    """A page of the group's own, such as a statement on access; its text begins on `line`.

    Its `aliases` are old addresses that lead to it.
    """

    path: str
    address: str
    title: str
    summary: str
    language: str
    body: str
    links: tuple[PublishedLink, ...]
    media: Mapping[str, PublishedMedia]
    line: int = 1
    aliases: tuple[str, ...] = ()


class RootFile(GivenFile, frozen=True, kw_only=True):
    """A file that is copied to the top of the site, where it is at `path`."""

    path: str


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


class StoryHead(Struct, frozen=True, kw_only=True):
    """A story, event or response without its body: all that other pages than its own show of it.

    `authors` holds the ids of the voices whose text stands outside passages, `named` those of the
    voices whom title or summary name, `mentioned` those whom the event itself mentions by `{id}`,
    `present` those of whom something is said or shown anywhere on the page; `past` says of an event
    that it is over today, and `pointers` are the keys of it that lead to something on this site.
    Names are set in what it says of itself; in the words of its media, which stand in its body,
    they are marked as in `model.terms`. The picture `lead` stands before its text, if somebody said
    which. `allow` has the reasons for what is not as advice asks, by its code.
    """

    path: str
    address: str
    title: str
    date: datetime.date
    updated: datetime.date | None
    summary: str
    what_happened: str = ""
    notice: str = ""
    rights: str = ""
    checked_with: str = ""
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
    mentioned: frozenset[str] = frozenset()
    media: Mapping[str, PublishedMedia]
    names: Mapping[str, str]
    lead: str = ""
    withheld: str = ""
    pointers: tuple[PublishedLink, ...] = ()
    allow: Mapping[str, str] = {}


class Story(StoryHead, frozen=True, kw_only=True):
    """A story with what may be shown of it.

    `pull` is how the quotation begins that is to stand beside the text; by itself it is not shown.
    In its blocks names are marked as in `model.terms`.
    """

    pull: str = ""
    blocks: tuple[Block, ...]
    links: tuple[PublishedLink, ...]


def head_of(story: StoryHead) -> StoryHead:
    """A story without its body."""
    return StoryHead(**{name: getattr(story, name) for name in field_names(StoryHead)})


class _Content(Struct, frozen=True, kw_only=True):
    """What both doors of the gate let through; `navigation` are its items, by where they lead.

    `found` are those of the stories that the site's own search finds, as far as everybody allowed
    it: what they would be if whoever did not give that use were not there.
    """

    settings: Settings
    stories: tuple[Story, ...]
    themes: tuple[Theme, ...]
    pages: tuple[FixedPage, ...]
    group_media: Mapping[str, MediaFile]
    root_files: tuple[RootFile, ...]
    look: tuple[LookFile, ...]
    navigation: tuple[NavigationLink, ...] = ()
    glossary: Glossary = ()
    found: tuple[Story, ...] = ()


class PublishedSet(_Content, frozen=True, kw_only=True):
    """Everything that may be public at one moment; only `gate.admit` makes one."""


class Rehearsal(_Content, frozen=True, kw_only=True):
    """What an editor's preview or a storyteller's form shows; never written, never remembered."""


Content = PublishedSet | Rehearsal
