"""What goes into the composing of a story's body, and what comes out of it."""

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct, field

EngineName = Literal["commonmark", "python-markdown"]
MediaKind = Literal["image", "audio", "video", "document"]


class ProseError(Exception):
    """A text that cannot be made into a page, said so that an editor can mend it.

    `message` says what is wrong and `do` what to do next; both are plain sentences without
    a word of the text itself, so that they may be shown whatever the text holds.
    """

    def __init__(self, message: str, do: str) -> None:
        super().__init__(message, do)
        self.message = message
        self.do = do


class Part(Struct, frozen=True, kw_only=True):
    """A run of a story's body: unmarked text, or a passage by or about voices.

    `text` is Markdown after reading: a voice's name is `U+E000 id U+E001`, a literal brace
    is U+E002 or U+E003. A passage with a `mark` bears it on its page, as `data-block`. One that is
    `withheld` is marked as such: only a rehearsal has one.
    """

    text: str
    by: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    mark: str = ""
    withheld: bool = False

    @property
    def is_passage(self) -> bool:
        """Whether voices are named for it (DESIGN section 4)."""
        return bool(self.by or self.about)


class Media(Struct, frozen=True, kw_only=True):
    """What to show for one file: its address on the site, and the words that go with it.

    `alt` is empty for a decorative picture; `width` and `height` are in CSS pixels.
    `alt` and `caption` may hold name tokens.
    """

    address: str
    kind: MediaKind
    alt: str
    caption: str = ""
    width: int | None = None
    height: int | None = None


class ProseLabels(Struct, frozen=True, kw_only=True):
    """The words that readers see or hear and that no story contains; a look overrides them.

    `{number}` stands for the number of a note.
    """

    notes: str = "Notes"
    note: str = "Note {number}"
    back: str = "Back to note {number} in the text"
    table: str = "Table"
    done: str = "Done"
    to_do: str = "To do"
    recording: str = "Recording"


class ProseContext(Struct, frozen=True, kw_only=True):
    """All that the composing of one story's body depends on, besides its parts.

    `engine` is an EngineName, `language` a BCP 47 tag.
    `names` gives the public name of each published voice by its id. `links` and `media` are
    the story's own: destinations as they stand in the source, and where they lead or what
    they show. `site_url` is the site's absolute address. `reserved_ids` are the ids that the
    page has elsewhere; a link to one of them is kept. `heading_level` (1 to 6) is the level
    of the body's highest heading.
    """

    engine: str = "commonmark"
    language: str = "en"
    names: Mapping[str, str] = field(default_factory=dict)
    links: Mapping[str, str] = field(default_factory=dict)
    media: Mapping[str, Media] = field(default_factory=dict)
    site_url: str = ""
    reserved_ids: frozenset[str] = frozenset()
    heading_level: int = 2
    labels: ProseLabels = ProseLabels()


class Heading(Struct, frozen=True, kw_only=True):
    """One line of the contents: its level (1 to 6), its id and its words as plain text."""

    level: int
    id: str
    text: str


class Prose(Struct, frozen=True, kw_only=True):
    """A body as HTML that may stand in a page as it is, its contents, and the ids it uses.

    Where two bodies share a page, the `ids` of the first are `reserved_ids` of the second.
    """

    html: str
    contents: tuple[Heading, ...]
    ids: frozenset[str]
