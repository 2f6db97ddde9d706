"""A site folder as a value: what the laws generate, cut and write out as files."""

import datetime
from dataclasses import dataclass
from enum import Enum
from zoneinfo import ZoneInfo

AS_OF = datetime.datetime(2026, 11, 21, 12, 0, tzinfo=ZoneInfo("Europe/London"))
TODAY = AS_OF.date()


class Identity(Enum):
    """How a voice is named to readers."""

    NAMED = "named"
    FIRST_NAME = "first-name"
    PSEUDONYM = "pseudonym"
    ANONYMOUS = "anonymous"


class Fault(Enum):
    """A mistake in a file, which the writer of a site folder makes on purpose."""

    UNKNOWN_KEY = "a key that nobody knows"
    IMPOSSIBLE_DATE = "a day that no calendar has"
    UNKNOWN_THEME = "a theme that has no file"
    UNDECLARED_ID = "an id that nobody declares"
    STRAY_MARKER = "a line that begins with three colons and is no marker"
    OPEN_PASSAGE = "a passage without an end"
    NEARLY_A_PART = "a part with a slip of the pen"
    ODD_CONSENT = "a consent with a key that nobody knows"
    NO_TITLE = "a story without a title"
    WRONG_TYPE = "a list where a mapping belongs"
    DUPLICATE_KEY = "a key written twice"
    YAML_ALIAS = "an alias of YAML's own"
    BROKEN_YAML = "front matter that cannot be parsed"
    OPEN_FRONT_MATTER = "front matter without an end"
    NOT_UTF8 = "bytes that are not UTF-8"
    COPIED = "a copy that a tool made of another file"


@dataclass(frozen=True, slots=True, kw_only=True)
class Consent:
    """One voice's permission; `stops` are keys such as `withdrawn`, with any value as YAML.

    `agreed` are the texts whose fingerprints stand under `words`; None means no such key. With
    `everything`, they have the mark of the rule that covers everything that is seen or heard.
    """

    record: str | None = None
    checked_with: str | None = None
    asked: datetime.date | None = None
    given: datetime.date | None = None
    until: datetime.date | None = None
    review: datetime.date | None = None
    by: str | None = None
    uses: tuple[str, ...] | None = None
    stops: tuple[tuple[str, str], ...] = ()
    agreed: tuple[str, ...] | None = None
    everything: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """A person or group heard or told about in a story; no consent at all is an error."""

    id: str
    name: str
    identity: Identity
    part: str
    consent: Consent | None
    role: str | None = None
    place: str | None = None
    person: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Unmarked:
    """Lines of the body outside passages, each with its line end."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Lines of the body that are attributed to voices; the marker lines are not part of `text`."""

    by: tuple[str, ...]
    about: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Medium:
    """A file of a story, by its name in the front matter; no alt: decorative.

    `captions` are their words, which are there for two seconds.
    """

    key: str
    alt: str | None = None
    shows: tuple[str, ...] = ()
    caption: str | None = None
    transcript: str | None = None
    captions: str | None = None
    focus: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of an event's programme."""

    title: str
    voices: tuple[str, ...] = ()
    day: str | None = None
    at: str | None = None
    until: str | None = None
    room: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """What makes a story an event: `facts` are all keys but the programme, values as JSON."""

    facts: tuple[tuple[str, str], ...]
    programme: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """A file under `stories/`; its path is its id. No date or no voices make it a draft.

    `allowed` is why the advice on initials is not followed in it.
    """

    path: str
    title: str | None = None
    date: datetime.date | None = None
    updated: datetime.date | None = None
    summary: str | None = None
    what_happened: str | None = None
    notice: str | None = None
    rights: str | None = None
    checked_with: str | None = None
    allowed: str | None = None
    themes: tuple[str, ...] = ()
    series: str | None = None
    language: str | None = None
    translation_of: str | None = None
    easy_read_of: str | None = None
    responds_to: str | None = None
    in_reply_to: str | None = None
    posted_by: str | None = None
    report_of: str | None = None
    part_of: str | None = None
    aliases: tuple[str, ...] = ()
    lead: str | None = None
    media: tuple[Medium, ...] = ()
    event: Event | None = None
    voices: tuple[Voice, ...] | None = ()
    body: tuple[Passage | Unmarked, ...] = ()
    fault: Fault | None = None


class ListForm(Enum):
    """How the list of records is kept; only what is merged, or quoted, is an error in it."""

    PLAIN = "one line a record"
    MERGED = "both sides of an unfinished merge, of which the other knows of nothing closed"
    DOUBLED = "the same lines once more, joined by git: open, and with numbers in another spelling"
    QUOTED = "as programs for tables write it, with quotation marks and days of their own"
    WIDE = "kept as UTF-16"


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A line of the list of records; `stories` are paths with what counts for the record there.

    One that is `torn` has lost its state and its day, so that nobody can read it.
    """

    number: str
    state: str = "open"
    since: datetime.date = TODAY
    stories: tuple[tuple[str, tuple[str, ...]], ...] = ()
    torn: bool = False


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Site:
    """A site folder: stories, the group's own texts (settings, themes, pages), and media files.

    `records` is the list of records, which is kept in a `form`.
    """

    stories: tuple[Story, ...]
    texts: tuple[tuple[str, str], ...]
    files: tuple[tuple[str, bytes], ...] = ()
    words_required: bool = False
    records: tuple[Listed, ...] = ()
    form: ListForm = ListForm.PLAIN

    def __repr__(self) -> str:
        return f"Site({', '.join(story.path for story in self.stories)})"
