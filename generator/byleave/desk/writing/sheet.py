"""A story as a form has it: what its file says, in fields that somebody can fill in.

What is on no field stays in the file as it is.
"""

from collections.abc import Iterator, Mapping

from msgspec import Struct, field

from byleave.editing.front_matter import Data, value_at

# Keys of an event that are a line of words each.
EVENT_LINES = ("form", "place", "address", "map", "cost", "join", "access_contact")
BOOKING_LINES = ("url", "telephone", "email")
VOICE_LINES = ("name", "identity", "part", "role", "place", "person")
SESSION_LINES = ("day", "at", "until", "room", "title")
NOBODY = "nobody"


class Session(Struct, frozen=True, kw_only=True):
    """A line of a programme; `voices` are ids of people in the story."""

    title: str = ""
    day: str = ""
    at: str = ""
    until: str = ""
    room: str = ""
    voices: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing is written in it."""
        return self == Session()


class Access(Struct, frozen=True, kw_only=True):
    """One thing that makes taking part possible, and whether it is there."""

    what: str
    answer: str = "yes"


class EventSheet(Struct, frozen=True, kw_only=True):
    """When and where, how to take part, and what happens; days and times as they are written."""

    starts_day: str = ""
    starts_time: str = ""
    ends_day: str = ""
    ends_time: str = ""
    status: str = ""
    lines: Mapping[str, str] = field(default_factory=lambda: dict.fromkeys(EVENT_LINES, ""))
    join_public: bool = False
    booking: Mapping[str, str] = field(default_factory=lambda: dict.fromkeys(BOOKING_LINES, ""))
    closes: str = ""
    access: tuple[Access, ...] = ()
    programme: tuple[Session, ...] = ()


class PersonSheet(Struct, frozen=True, kw_only=True):
    """Somebody in the story as readers know them. Where `is_open`, nobody has asked them yet."""

    id: str
    lines: Mapping[str, str] = field(default_factory=lambda: dict.fromkeys(VOICE_LINES, ""))
    is_open: bool = True


class PictureSheet(Struct, frozen=True, kw_only=True):
    """A picture or other file of the story; `shows` is None where nobody knows yet who is in it."""

    name: str
    alt: str = ""
    caption: str = ""
    is_decorative: bool = False
    shows: tuple[str, ...] | None = None


class Sheet(Struct, frozen=True, kw_only=True):
    """All that a form of a story shows; `lines` are its title, days, summary, series, language."""

    lines: Mapping[str, str] = {}
    themes: tuple[str, ...] = ()
    event: EventSheet | None = None
    people: tuple[PersonSheet, ...] = ()
    pictures: tuple[PictureSheet, ...] = ()
    body: str = ""


STORY_LINES = ("title", "date", "updated", "summary", "series", "language")


def sheet_of(record: Data, body: str) -> Sheet:
    """The form of a story whose front matter says `record`."""
    return Sheet(
        lines={name: line_at(record, name) for name in STORY_LINES},
        themes=_words(value_at(record, "themes")),
        event=_event(record) if value_at(record, "event") is not None else None,
        people=tuple(_people(record)),
        pictures=tuple(_pictures(record)),
        body=body,
    )


def line_at(record: Data, *path: str) -> str:
    """What stands at `path`, as one line; "" where there is none."""
    said = value_at(record, *path)
    return " ".join(said.split()) if isinstance(said, str) else ""


def _words(said: Data | None) -> tuple[str, ...]:
    return tuple(one for one in said if isinstance(one, str)) if isinstance(said, tuple) else ()


def _event(record: Data) -> EventSheet:
    starts_day, _, starts_time = line_at(record, "event", "starts").partition(" ")
    ends_day, _, ends_time = line_at(record, "event", "ends").partition(" ")
    rows = value_at(record, "event", "programme")
    return EventSheet(
        starts_day=starts_day,
        starts_time=starts_time,
        ends_day=ends_day,
        ends_time=ends_time,
        status=line_at(record, "event", "status"),
        lines={name: line_at(record, "event", name) for name in EVENT_LINES},
        join_public=line_at(record, "event", "join_public") == "yes",
        booking={name: line_at(record, "event", "booking", name) for name in BOOKING_LINES},
        closes=line_at(record, "event", "booking", "closes"),
        access=tuple(_access(value_at(record, "event", "access"))),
        programme=tuple(map(_session, rows if isinstance(rows, tuple) else ())),
    )


def _access(said: Data | None) -> Iterator[Access]:
    if isinstance(said, Mapping):
        for what, answers in said.items():
            answer = answers[-1]
            yield Access(what=what, answer=answer if isinstance(answer, str) else "")
    for one in _words(said):
        yield Access(what=one)


def _session(row: Data) -> Session:
    lines = {name: line_at(row, name) for name in SESSION_LINES}
    return Session(**lines, voices=_words(value_at(row, "voices")))


def _people(record: Data) -> Iterator[PersonSheet]:
    voices = value_at(record, "voices")
    for id_ in voices if isinstance(voices, Mapping) else ():
        yield PersonSheet(
            id=id_,
            lines={name: line_at(record, "voices", id_, name) for name in VOICE_LINES},
            is_open=not value_at(record, "voices", id_, "consent"),
        )


def _pictures(record: Data) -> Iterator[PictureSheet]:
    media = value_at(record, "media")
    for name in media if isinstance(media, Mapping) else ():
        shows = value_at(record, "media", name, "shows")
        yield PictureSheet(
            name=name,
            alt=line_at(record, "media", name, "alt"),
            caption=line_at(record, "media", name, "caption"),
            is_decorative=line_at(record, "media", name, "decorative") == "yes",
            shows=_shows(shows),
        )


def _shows(said: Data | None) -> tuple[str, ...] | None:
    """Who is in a picture; whatever is neither people nor the word for nobody is not known."""
    if isinstance(said, str) and said.strip() == NOBODY:
        return ()
    words = _words(said)
    return words if words and words == said else None
