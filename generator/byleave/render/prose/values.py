"""What goes into the composing of a story's body, and what comes out of it."""

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct, field

from byleave.model.glossary import Glossary, GlossaryEntry

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


class ProsePart(Struct, frozen=True, kw_only=True):
    """A run of a story's body: unmarked text, or a passage by or about voices.

    `text` is Markdown after reading: a voice's name is `U+E000 id U+E001`, a literal brace
    is U+E002 or U+E003. `who` are words that say who speaks in a passage, where it is somebody else
    than the authors. A passage with a `mark` bears it on its page, as `data-block`. One that is
    `withheld` is marked as such: only a rehearsal has one.
    """

    text: str
    by: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    who: str = ""
    mark: str = ""
    withheld: bool = False

    @property
    def is_passage(self) -> bool:
        """Whether voices are named for it (DESIGN section 4)."""
        return bool(self.by or self.about)


class ProseMedia(Struct, frozen=True, kw_only=True):
    """What to show for one file: its address on the site, and the words that go with it.

    `alt` is empty for a decorative picture; `width` and `height` are in CSS pixels.
    `alt`, `caption` and `transcript` may hold name tokens. Of a recording, `track` is the address
    of its captions, `told` says how long it lasts and how large it is, and `is_signed` that it is
    in a sign language. Of a picture that is there in several files, `source`
    is the usual one, browsers choose among `plain` and `webp` (HTML, 4.8.4.2.1), and `sizes` says
    how wide it stands; the address is still that of the picture itself.
    """

    address: str
    kind: MediaKind
    alt: str
    caption: str = ""
    transcript: str = ""
    track: str = ""
    told: str = ""
    is_signed: bool = False
    width: int | None = None
    height: int | None = None
    source: str = ""
    plain: str = ""
    webp: str = ""
    sizes: str = ""


class ProseLabels(Struct, frozen=True, kw_only=True):
    """The words that readers see or hear and that no story contains; a look overrides them.

    They are in `language`, a BCP 47 tag. `{number}` stands for the number of a note.
    """

    language: str = "en"
    notes: str = "Notes"
    note: str = "Note {number}"
    back: str = "Back to note {number} in the text"
    table: str = "Table"
    done: str = "Done"
    to_do: str = "To do"
    recording: str = "Recording"
    transcript: str = "Transcript"
    captions: str = "Captions"


class ProseContext(Struct, frozen=True, kw_only=True):
    """All that the composing of one story's body depends on, besides its parts.

    `engine` is an EngineName, `language` a BCP 47 tag.
    `names` gives the public name of each published voice by its id. `links` and `media` are
    the story's own: destinations as they stand in the source, and where they lead or what
    they show. `site_url` is the site's absolute address. `reserved_ids` are the ids that the
    page has elsewhere; a link to one of them is kept. `heading_level` (1 to 6) is the level
    of the body's highest heading. `authors` are the words that say who speaks outside passages,
    where that is to be told when they speak again. With `in_ideas`, each picture is put together
    with the words after it, as in Easy Read. `glossary` are the words that are explained.
    """

    engine: str = "commonmark"
    language: str = "en"
    names: Mapping[str, str] = field(default_factory=dict)
    links: Mapping[str, str] = field(default_factory=dict)
    media: Mapping[str, ProseMedia] = field(default_factory=dict)
    site_url: str = ""
    reserved_ids: frozenset[str] = frozenset()
    heading_level: int = 2
    authors: str = ""
    in_ideas: bool = False
    glossary: Glossary = ()
    labels: ProseLabels = ProseLabels()


class ExplainedWord(Struct, frozen=True, kw_only=True):
    """A word that a text has, with the id of the place that explains it."""

    id: str
    entry: GlossaryEntry


class Heading(Struct, frozen=True, kw_only=True):
    """One line of the contents: its level (1 to 6), its id and its words as plain text."""

    level: int
    id: str
    text: str


class Prose(Struct, frozen=True, kw_only=True):
    """A body as HTML that may stand in a page as it is, its contents, and the ids it uses.

    Where two bodies share a page, the `ids` of the first are `reserved_ids` of the second. `lost`
    are the lines that lost a word on the way, counted from 0 through all parts, each with the first
    line of its paragraph. `recording` is the id of the first one to hear or watch, if there is one.
    """

    html: str
    contents: tuple[Heading, ...]
    ids: frozenset[str]
    lost: tuple[tuple[int, int], ...] = ()
    recording: str = ""
    explained: tuple[ExplainedWord, ...] = ()
