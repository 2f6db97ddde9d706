"""What was read: stories as their files say, consent included; only `read` and `gate` see it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any, ClassVar, Generic, Literal, TypeVar

from msgspec import Struct
from pydantic import BeforeValidator, ConfigDict

from byleave.diagnostics import Diagnostic
from byleave.model.event import Event
from byleave.model.glossary import Glossary
from byleave.model.published import (
    FixedPage,
    LookFile,
    MediaFile,
    NavigationLink,
    PublishedLink,
    RootFile,
    Theme,
)
from byleave.model.record_list import RecordList
from byleave.model.records import NOTES, RecordHere, RecordState
from byleave.model.renditions import USUAL_FOCUS
from byleave.model.same_lines import Lines, lines_of_texts
from byleave.model.scalars import (
    STRICT,
    FocusPoint,
    IsoDate,
    Language,
    Line,
    ListOf,
    Number,
    Present,
    ShownId,
    SitePath,
    Text,
    VoiceId,
    YesNo,
)
from byleave.model.settings import Settings
from byleave.model.terms import (
    NOBODY,
    NOT_KNOWN_YET,
    Attendant,
    ConsentBy,
    Identity,
    KeptOn,
    SeenHow,
    SignLanguage,
    Understood,
)
from byleave.model.words_about_people import WordList
from byleave.positions import Position, Positions


def _words(value: Any) -> Any:
    """An empty `words:` is there and lists nothing; it is not an absent one."""
    return [] if value == "" else value


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A round: one time at which the voice was shown its part, and the words that were there."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT

    round: Line
    on: IsoDate
    how: SeenHow
    words: Annotated[frozenset[Line], ListOf, BeforeValidator(_words)] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Consent:
    """The record of one voice's permission: facts and their dates, never a state."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT

    record: Line | None = None
    asked: IsoDate | None = None
    given: IsoDate | None = None
    by: ConsentBy | None = None
    uses: Annotated[frozenset[Line], ListOf] = frozenset()
    until: IsoDate | None = None
    review: IsoDate | None = None
    words: (
        Annotated[
            frozenset[Line],
            ListOf,
            BeforeValidator(_words, json_schema_input_type=tuple[Line, ...]),
        ]
        | None
    ) = None
    corrected: IsoDate | None = None
    seen: Annotated[tuple[Seen, ...], ListOf] = ()
    assent: IsoDate | None = None
    there: Annotated[frozenset[Attendant], ListOf] = frozenset()
    group_of: Number | None = None
    understood: Annotated[frozenset[Understood], ListOf] = frozenset()
    kept: KeptOn | None = None
    refused: Present = False
    held: Present = False
    withdrawn: Present = False
    not_here: Present = False
    held_here: Present = False

    @property
    def state(self) -> RecordState:
        """What this consent says of its record, for wherever the record is."""
        if self.withdrawn or self.refused:
            return "closed"
        return "held" if self.held else "open"


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceVoice:
    """A person or group heard or told about, as the front matter declares them."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT

    name: Line
    identity: Identity
    part: Line
    role: Line | None = None
    place: Line | None = None
    person: VoiceId | None = None
    consent: Consent | None = None


def _shows(value: Any) -> Any:
    if value == NOT_KNOWN_YET:
        return [value]
    return [] if value == NOBODY else value


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceMedia:
    """What the front matter says of one picture, recording or document.

    While `terms.NOT_KNOWN_YET` is among those whom it `shows`, it is not published. `captions` are
    those of a recording in the form of `model.captions`.
    """

    __pydantic_config__: ClassVar[ConfigDict] = STRICT

    alt: Text = ""
    decorative: YesNo = False
    as_it_is: YesNo = False
    shows: (
        Annotated[
            tuple[ShownId, ...],
            ListOf,
            BeforeValidator(
                _shows,
                json_schema_input_type=tuple[ShownId, ...] | Literal["nobody", "not known yet"],
            ),
        ]
        | None
    ) = None
    caption: Line | None = None
    transcript: Text = ""
    captions: Text = ""
    signed: SignLanguage | None = None
    focus: FocusPoint = USUAL_FOCUS

    @property
    def is_known(self) -> bool:
        """Whether somebody has said who is in it: until then it is shown nowhere."""
        return NOT_KNOWN_YET not in (self.shows or ())


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontMatter:
    """Every key of a story's front matter, typed."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT

    title: Line | None = None
    date: IsoDate | None = None
    updated: IsoDate | None = None
    summary: Line | None = None
    what_happened: Line | None = None
    notice: Line | None = None
    rights: Line | None = None
    checked_with: Line | None = None
    pull: Line | None = None
    themes: Annotated[tuple[Line, ...], ListOf] = ()
    series: Line | None = None
    language: Language | None = None
    translation_of: Line | None = None
    easy_read_of: Line | None = None
    of_words: Line | None = None
    responds_to: Line | None = None
    in_reply_to: Line | None = None
    posted_by: VoiceId | None = None
    report_of: Line | None = None
    part_of: Line | None = None
    aliases: Annotated[tuple[SitePath, ...], ListOf] = ()
    lead: Line | None = None
    media: Mapping[str, SourceMedia] = field(default_factory=dict)
    event: Event | None = None
    allow: Mapping[str, Line] = field(default_factory=dict)
    voices: Mapping[VoiceId, SourceVoice] | None = None


class SourceBlock(Struct, frozen=True, kw_only=True):
    """A run of the body: a passage where it names voices, else text by the authors.

    `text` holds its lines exactly, line ends as "\\n"; names are marked as in `model.terms`.
    """

    text: str
    line: int
    by: tuple[str, ...] = ()
    about: tuple[str, ...] = ()

    @property
    def is_passage(self) -> bool:
        """Whether voices are named at its head."""
        return bool(self.by)


class LinkWords(Struct, frozen=True, kw_only=True):
    """A destination in a body, what it leads to, and the text that leads to it.

    `kind` says what `target` is: "story" a story's path, "address" an address on this site,
    "media" a media name; nothing of ours for "elsewhere". `block` is the index of its block.
    """

    destination: str
    kind: str
    target: str
    fragment: str
    text: str
    block: int


class SourceLink(LinkWords, frozen=True, kw_only=True):
    """A link in a body, and where it stands in its file."""

    position: Position


class StoryKeys(Struct, frozen=True, kw_only=True):
    """What the front matter of a story file says, wherever it stands there."""

    path: str
    address: str
    front: FrontMatter

    @property
    def needs(self) -> tuple[str, ...]:
        """The paths of the stories without which this one cannot be shown."""
        front = self.front
        found = (front.translation_of, front.easy_read_of, front.in_reply_to, front.responds_to)
        return tuple(path for path in found if path)

    @property
    def version_of(self) -> str | None:
        """The path of the story that this one is a version of."""
        return self.front.translation_of or self.front.easy_read_of

    @property
    def records(self) -> tuple[RecordHere, ...]:
        """The records of the voices that this file declares, each as it has it."""
        consents = ((id_, voice.consent) for id_, voice in (self.front.voices or {}).items())
        return tuple(
            RecordHere(
                number=consent.record,
                state=consent.state,
                voice=id_,
                notes=tuple(note for note in NOTES if getattr(consent, note)),
            )
            for id_, consent in consents
            if consent and consent.record
        )


class StoryFront(StoryKeys, frozen=True, kw_only=True):
    """A story without its body: its keys, the files that it shows, and where each key stands."""

    media: Mapping[str, MediaFile]
    positions: Positions


class SourceStory(StoryFront, frozen=True, kw_only=True):
    """One story file without faults; themes and series are resolved to their slugs.

    `cautions` are warnings that were found while reading; the gate knows who may see them.
    `pointers` are the keys of its event that lead to something on this site. `said` stands for all
    that its own file says, at its path and on this site; it is empty where no file says it. Where
    it is not `is_marked`, nothing in its front matter is marked as in `model.terms`.
    """

    blocks: tuple[SourceBlock, ...]
    links: tuple[SourceLink, ...]
    is_marked: bool = True
    cautions: tuple[Diagnostic, ...] = ()
    pointers: tuple[PublishedLink, ...] = ()
    said: bytes = b""

    @property
    def lines(self) -> Lines:
        """Those of its title and its body, by which its copies are known."""
        return lines_of_texts((self.front.title or "", *(block.text for block in self.blocks)))


class FaultyStory(Struct, frozen=True, kw_only=True):
    """A story file with an error: withheld, and known only by what can be told for sure.

    `titles_and_names` are the lines that may be its title and its voices' names, so that a link
    that repeats them does not stay, and `with_losses` are those of which letters may be lost, as
    where a file was kept in another encoding. `aliases` are the addresses that may be its
    old ones, in every form in which a link may lead to them. `claimed` are the addresses at which
    it would be, so that nothing else is there meanwhile, `responds_to` are those that it may answer
    instead, and `group_files` are the names of the group's files in which it may show somebody.
    `copied` are the digests by which those are known that lie beside it, as in `known_by`.
    `series` are the slugs of those that it may belong to. `records` are those that stand in it:
    what is closed in a file with a fault is closed everywhere. `perhaps` are those that may stand
    in it where it cannot be read; they count where the list of records cannot be read either, of
    this file. `meant` is what a version of another story may say, in each way in which its file can
    be read. `lines` are those of all that stands in its file, by which its copies are known.
    """

    path: str
    address: str
    titles_and_names: tuple[str, ...] = ()
    with_losses: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    records: tuple[RecordHere, ...] = ()
    perhaps: tuple[RecordHere, ...] = ()
    claimed: tuple[str, ...] = ()
    responds_to: tuple[str, ...] = ()
    group_files: tuple[str, ...] = ()
    copied: frozenset[str] = frozenset()
    series: tuple[str, ...] = ()
    lines: Lines = frozenset()
    meant: tuple[SourceStory, ...] = ()

    @property
    def told_by(self) -> tuple[str, ...]:
        """The words by which a link tells of it."""
        return (*self.titles_and_names, *self.with_losses)


class TellingFile(Struct, frozen=True, kw_only=True):
    """A file beside the stories or among the group's own that tells more than it shows.

    `path` is relative to the site folder, `source` its absolute path. `tells` are what editors are
    warned of: "place", "camera" and "owner" of an original, "kept" for a document whose metadata
    stays, "form" for what may be somebody's signed form, and "tag:…" for the tags of a recording.
    """

    path: str
    source: str
    tells: frozenset[str]


StoryT = TypeVar("StoryT", bound=StoryKeys, covariant=True)


class Tree(Struct, Generic[StoryT], frozen=True, kw_only=True):
    """Everything that was read from a site folder, or as much of each story as somebody needs.

    `claimed` are the addresses of the group's pages with their paths, those of faulty ones too.
    `places` says where settings stand in their file, and `navigation` where its items lead.
    `words` are those about people that editors are told of, and `advice` is what may be told of how
    the group's own pages and themes are written.
    """

    settings: Settings
    stories: tuple[StoryT, ...]
    faulty: tuple[FaultyStory, ...]
    themes: tuple[Theme, ...]
    pages: tuple[FixedPage, ...]
    group_media: Mapping[str, MediaFile]
    root_files: tuple[RootFile, ...]
    look: tuple[LookFile, ...] = ()
    telling: tuple[TellingFile, ...] = ()
    records: RecordList = RecordList()
    claimed: Mapping[str, str] = {}
    places: Positions = Positions()
    navigation: tuple[NavigationLink, ...] = ()
    words: WordList = WordList()
    glossary: Glossary = ()
    advice: tuple[Diagnostic, ...] = ()


class SourceTree(Tree[SourceStory], frozen=True, kw_only=True):
    """Everything that was read from a site folder."""
