"""The pieces that pages are made of: stories in lists, persons, responses, programmes."""

import datetime
from collections.abc import Mapping
from typing import Literal

from msgspec import Struct

from byleave.model.published import Block, Media
from byleave.model.scalars import Moment
from byleave.model.terms import EventStatus

Kind = Literal["story", "event", "report", "theme", "series", "person"]


class Place(Struct, frozen=True, kw_only=True):
    """A page as a link shows it."""

    address: str
    title: str
    language: str = ""


class Occasion(Struct, frozen=True, kw_only=True):
    """What an event is, when and where, as a list shows it."""

    form: str
    starts: Moment
    ends: Moment | None
    status: EventStatus
    place: str


class Item(Struct, frozen=True, kw_only=True):
    """A story or event as a list shows it.

    `form` is empty for a story that is no event. `picture` is the first of the story's pictures
    that has words for those who do not see it, where search engines may see all of the story.
    """

    address: str
    title: str
    summary: str
    date: datetime.date
    updated: datetime.date | None
    language: str
    form: str
    event: Occasion | None
    past: bool
    authors: tuple[str, ...]
    picture: Media | None = None


class Group(Struct, frozen=True, kw_only=True):
    """Some of a list under a heading of their own: a year, a form of event.

    `address` is that of a page of the group, if it has one; `more` says that there are more there.
    """

    title: str
    items: tuple[Item, ...]
    address: str = ""
    more: bool = False


class Paging(Struct, frozen=True, kw_only=True):
    """Which page of a long list this is, of how many; the addresses are empty at its ends."""

    number: int
    count: int
    newer: str
    older: str


class Body(Struct, frozen=True, kw_only=True):
    """A text to be rendered as prose, and all that it may show: names, addresses, media.

    `source` is the path of the file that the text is from; it is empty where there is no text.
    `links` and `media` are keyed by destinations as the text writes them.
    """

    source: str
    blocks: tuple[Block, ...]
    language: str
    names: Mapping[str, str]
    links: Mapping[str, str]
    media: Mapping[str, Media]


class Person(Struct, frozen=True, kw_only=True):
    """A voice as a page lists it; `address` is that of a page of their own, if they have one."""

    id: str
    name: str
    part: str
    role: str
    place: str
    address: str
    withheld: str = ""


class Cast(Struct, frozen=True, kw_only=True):
    """The voices of an event who have the same part in it."""

    part: str
    voices: tuple[Person, ...]


class Version(Struct, frozen=True, kw_only=True):
    """The same story in another language or as Easy Read."""

    address: str
    title: str
    language: str
    easy_read: bool


class Response(Struct, frozen=True, kw_only=True):
    """A response. They come in reading order; `level` is 1, and one more for each reply to it.

    `answers` is the anchor of the response that this one replies to, on the same page, and
    `answered` are the names of its authors.
    """

    anchor: str
    level: int
    date: datetime.date
    title: str
    authors: tuple[Person, ...]
    posted_by: str
    language: str
    body: Body
    versions: tuple[Version, ...] = ()
    answers: str = ""
    answered: tuple[str, ...] = ()
    withheld: str = ""


class ProgrammeLine(Struct, frozen=True, kw_only=True):
    """What happens at one time in one room; `session` is its page, if it has one."""

    at: datetime.time | None
    until: datetime.time | None
    room: str
    title: str
    language: str
    voices: tuple[Person, ...]
    session: Item | None


class ProgrammeDay(Struct, frozen=True, kw_only=True):
    """The programme of one day, in order of time; `rooms` in the order in which they come up."""

    day: datetime.date
    rooms: tuple[str, ...]
    lines: tuple[ProgrammeLine, ...]


class AToZEntry(Struct, frozen=True, kw_only=True):
    """One line of the A to Z; `see` is the name that the page itself has, where it is another."""

    address: str
    title: str
    language: str
    kind: Kind
    see: str = ""


class Letter(Struct, frozen=True, kw_only=True):
    """The lines of the A to Z under one letter of the site's language."""

    letter: str
    address: str
    entries: tuple[AToZEntry, ...]
