"""The pieces that pages are made of: stories in lists, persons, responses, programmes."""

import datetime
from collections.abc import Mapping
from typing import Literal

from msgspec import Struct

from byleave.model.event import AccessItem
from byleave.model.media_kinds import Recording
from byleave.model.published import Block, PublishedMedia
from byleave.model.scalars import Moment
from byleave.model.taking_part import Common
from byleave.model.terms import EventStatus

Kind = Literal["story", "event", "report", "theme", "series", "person"]


class AllowedAdvice(Struct, frozen=True, kw_only=True):
    """A kind of advice that is not followed somewhere, and a reason for it in a language."""

    code: str
    reason: str
    language: str


class PageLink(Struct, frozen=True, kw_only=True):
    """A page as a link shows it."""

    address: str
    title: str
    language: str = ""


class Formats(Struct, frozen=True, kw_only=True):
    """In what else than its own words a story is there: for whoever needs another form of it.

    `easy_read` says that there is Easy Read of it in its language, `languages` are those in which
    there is a version, and `recordings` say what can be heard or watched on its page; `signed` is
    the sign language of a film there.
    """

    easy_read: bool = False
    languages: tuple[str, ...] = ()
    recordings: tuple[Recording, ...] = ()
    signed: str = ""


class Edition(Struct, frozen=True, kw_only=True):
    """The site for the readers of one language: its first page, lists and feeds.

    The first edition is the whole site, in every language. `title` is what the site is called, in
    the language `titled_in`. `stories`, `calendar`, `easy_read` and `listen` are the addresses of
    its lists; of the last two, those of the whole site where it has none, and empty where nobody
    has. `following` is that of the page that tells of its feeds, and `navigation` are the items of
    the menu, where the group gave it in this language, and the pages that it wrote in it.
    """

    language: str
    title: str
    titled_in: str
    address: str
    stories: str
    feed: str
    json_feed: str
    following: str
    calendar: str
    easy_read: str
    listen: str
    navigation: tuple[PageLink, ...] = ()


class EventLine(Struct, frozen=True, kw_only=True):
    """What an event is, when and where, and who can get in, as a list shows it."""

    form: str
    starts: Moment
    ends: Moment | None
    status: EventStatus
    place: str
    access: tuple[AccessItem, ...]


class ListItem(Struct, frozen=True, kw_only=True):
    """A story or event as a list shows it.

    `form` is empty for a story that is no event. `picture` is the first of the story's pictures
    that has words for those who do not see it, where search engines may see all of the story.
    `formats` is None where the story is there in no other form.
    """

    address: str
    title: str
    summary: str
    date: datetime.date
    updated: datetime.date | None
    language: str
    form: str
    event: EventLine | None
    past: bool
    authors: tuple[str, ...]
    picture: PublishedMedia | None = None
    formats: Formats | None = None


class EventsLink(Struct, frozen=True, kw_only=True):
    """The list of events that have something in `common`, as a link shows it, and how many."""

    common: Common
    address: str
    title: str
    language: str = ""
    events: int


class ListSection(Struct, frozen=True, kw_only=True):
    """Some of a list under a heading of their own, such as a year: stories, and events apart.

    `address` is that of a page of the group, if it has one; `more` says that there are more there.
    """

    title: str
    items: tuple[ListItem, ...]
    events: tuple[ListItem, ...] = ()
    address: str = ""
    more: bool = False


class MonthOfEvents(Struct, frozen=True, kw_only=True):
    """The events of a list that begin in one month; `day` is its first."""

    day: datetime.date
    items: tuple[ListItem, ...]


class Paging(Struct, frozen=True, kw_only=True):
    """Which page of a long list this is, of how many; the addresses are empty at its ends."""

    number: int
    count: int
    newer: str
    older: str


class Body(Struct, frozen=True, kw_only=True):
    """A text to be rendered as prose, and all that it may show: names, addresses, media.

    `source` is the path of the file that the text is from; it is empty where there is no text.
    `parts` are what its voices do in it, by their ids. `links` and `media` are keyed by
    destinations as the text writes them.
    """

    source: str
    blocks: tuple[Block, ...]
    language: str
    names: Mapping[str, str]
    parts: Mapping[str, str]
    links: Mapping[str, str]
    media: Mapping[str, PublishedMedia]


class Quotable(Struct, frozen=True, kw_only=True):
    """What of a story may stand by itself on another page: a body of nothing but quotations."""

    body: Body
    address: str
    title: str
    language: str


class ThemeLine(Struct, frozen=True, kw_only=True):
    """A theme in a list: its own text, and stories in which somebody may be `heard`."""

    place: PageLink
    also_known_as: tuple[str, ...]
    body: Body
    heard: tuple[Quotable, ...]


class SeriesLine(Struct, frozen=True, kw_only=True):
    """A series in a list: how many stories it has, and from which day until which.

    `opens` is the story with which it begins. Where that has no picture, `heard` are some of its
    stories in which somebody may be heard.
    """

    place: PageLink
    description: str
    stories: int
    first: datetime.date
    last: datetime.date
    opens: ListItem
    heard: tuple[Quotable, ...] = ()


class PlaceLine(Struct, frozen=True, kw_only=True):
    """A place in a list: how many events are or were there, and how many stories tell of them.

    `event` is the next one; where nothing comes up there, it is the last.
    """

    place: PageLink
    events: int
    stories: int
    event: ListItem


class Person(Struct, frozen=True, kw_only=True):
    """A voice as a page lists it; `address` is that of a page of their own, if they have one."""

    id: str
    name: str
    part: str
    role: str
    place: str
    address: str
    withheld: str = ""


class PersonLine(Struct, frozen=True, kw_only=True):
    """A person in a list, and how many stories stand on their page."""

    person: Person
    stories: int


class VoicesOfPart(Struct, frozen=True, kw_only=True):
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
    session: ListItem | None


class TimetableRow(Struct, frozen=True, kw_only=True):
    """What begins at one time: in `rooms` what is in each, or `everywhere` what is in none.

    It is `until` a time where all of it is.
    """

    at: datetime.time | None
    until: datetime.time | None
    rooms: tuple[tuple[ProgrammeLine, ...], ...] = ()
    everywhere: tuple[ProgrammeLine, ...] = ()


class ProgrammeDay(Struct, frozen=True, kw_only=True):
    """The programme of one day, in order of time; `rooms` in the order in which they come up.

    `timetable` is the same by time and room, where there are as many rooms as fit beside each
    other, and more than one.
    """

    day: datetime.date
    rooms: tuple[str, ...]
    lines: tuple[ProgrammeLine, ...]
    timetable: tuple[TimetableRow, ...]


class AToZEntry(Struct, frozen=True, kw_only=True):
    """One line of the A to Z; `see` is the name that the page itself has, where it is another."""

    address: str
    title: str
    language: str
    kind: Kind
    see: str = ""


class IndexEntry(Struct, frozen=True, kw_only=True):
    """A line of the index, as a book has one: what it is, and where it is told.

    `kind` is empty for a word and "place" for a place, which stand in the `stories`. The page at
    `address` is that of anything else, and of a place at which events are. `see` is the name that
    the page itself has, where it is another.
    """

    term: str
    language: str
    kind: Kind | Literal["place", ""] = ""
    address: str = ""
    see: str = ""
    stories: tuple[PageLink, ...] = ()


class SearchCard(Struct, frozen=True, kw_only=True):
    """A story as the search shows it, by its number there; of an event, `day` is when it begins."""

    number: str
    address: str
    title: str
    language: str
    kind: Literal["story", "event", "report", "easy-read"]
    day: datetime.date
    summary: str


class IndexLetter(Struct, frozen=True, kw_only=True):
    """The lines of the index under one letter of the site's language."""

    letter: str
    address: str
    entries: tuple[IndexEntry, ...]


class AToZLetter(Struct, frozen=True, kw_only=True):
    """The lines of the A to Z under one letter of the site's language."""

    letter: str
    address: str
    entries: tuple[AToZEntry, ...]
