"""The plan of a site: one view for each page, holding just what that page shows.

Each kind of page is one view class here, one maker in `relate`, one template in the look.
Addresses are paths on the site that begin with "/"; rendering makes links of them.
"""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from byleave.model.event import Event
from byleave.model.published import Block, LookFile, Media, MediaFile, RootFile
from byleave.model.settings import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A page as a link shows it."""

    address: str
    title: str
    language: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A story or event as a list shows it. `form` is empty for a story that is no event."""

    address: str
    title: str
    summary: str
    date: datetime.date
    updated: datetime.date | None
    language: str
    form: str
    event: Event | None
    past: bool
    authors: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """A text to be rendered as prose, and all that it may show: names, addresses, media.

    `links` and `media` are keyed by destinations as the text writes them.
    """

    blocks: tuple[Block, ...]
    language: str
    names: Mapping[str, str]
    links: Mapping[str, str]
    media: Mapping[str, Media]


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A voice as a page lists it; `address` is that of a page of their own, if they have one."""

    id: str
    name: str
    part: str
    role: str
    place: str
    address: str
    withheld: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """The same story in another language or as Easy Read."""

    address: str
    title: str
    language: str
    easy_read: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """A response and the replies to it."""

    anchor: str
    date: datetime.date
    title: str
    authors: tuple[Person, ...]
    posted_by: str
    language: str
    body: Body
    replies: "tuple[Response, ...]"
    withheld: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """What every page has.

    `source` is the path of the file that it comes from, for findings. A page is `indexable`
    where search engines may show it and `shareable` where cards of it may be shown elsewhere.
    """

    template: ClassVar[str]

    address: str
    title: str
    language: str
    summary: str = ""
    indexable: bool = True
    shareable: bool = False
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeView(View):
    """The first page: what is new, what is coming up, the themes."""

    template: ClassVar[str] = "home.html"

    newest: tuple[Item, ...]
    upcoming: tuple[Item, ...]
    themes: tuple[Place, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StoriesView(View):
    """All stories and events, newest first, by year."""

    template: ClassVar[str] = "stories.html"

    years: tuple[tuple[int, tuple[Item, ...]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryView(View):
    """A story and what stands around it."""

    template: ClassVar[str] = "story.html"

    date: datetime.date
    updated: datetime.date | None
    body: Body
    voices: tuple[Person, ...]
    themes: tuple[Place, ...]
    series: Place | None
    series_items: tuple[Item, ...]
    versions: tuple[Version, ...]
    easy_read: bool
    report_of: Place | None
    responses: tuple[Response, ...]
    responses_address: str
    earlier: Place | None
    later: Place | None
    withheld: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EventView(StoryView):
    """An event: a story with a time, a place and perhaps a programme."""

    template: ClassVar[str] = "event.html"

    event: Event
    past: bool
    part_of: Place | None
    sessions: tuple[Item, ...]
    reports: tuple[Item, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ResponsesView(View):
    """The responses that lack a use which their story's page has, on a page of their own."""

    template: ClassVar[str] = "responses.html"

    story: Place
    responses: tuple[Response, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeView(View):
    """A theme, the words that people have for it, and its stories."""

    template: ClassVar[str] = "theme.html"

    also_known_as: tuple[str, ...]
    body: Body
    broader: Place | None
    narrower: tuple[Place, ...]
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemesView(View):
    """The list of themes."""

    template: ClassVar[str] = "themes.html"

    themes: tuple[tuple[Place, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesView(View):
    """Stories that belong together, in order of their dates."""

    template: ClassVar[str] = "series.html"

    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonView(View):
    """The stories of a person who gave leave to have a page of their own."""

    template: ClassVar[str] = "person.html"

    role: str
    place: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PageView(View):
    """A fixed page of the group's own."""

    template: ClassVar[str] = "page.html"

    body: Body


@dataclass(frozen=True, slots=True, kw_only=True)
class NotFoundView(View):
    """What stands at every address at which nothing is, whether or not something ever was."""

    template: ClassVar[str] = "404.html"


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedView(View):
    """An Atom feed (RFC 4287): titles, summaries and names, never bodies."""

    template: ClassVar[str] = "feed.xml"

    items: tuple[Item, ...]
    changed: datetime.date


@dataclass(frozen=True, slots=True, kw_only=True)
class SitemapView(View):
    """The pages that search engines may show (sitemaps.org, protocol 0.9)."""

    template: ClassVar[str] = "sitemap.xml"

    pages: tuple[tuple[str, datetime.date | None], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RobotsView(View):
    """Where search engines find the sitemap (RFC 9309)."""

    template: ClassVar[str] = "robots.txt"


@dataclass(frozen=True, slots=True, kw_only=True)
class RedirectView(View):
    """An old address of a page that has moved."""

    template: ClassVar[str] = "redirect.html"

    to: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class LooseLink:
    """A link to an address on this site at which nothing is, and where it stands."""

    path: str
    line: int
    column: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SitePlan:
    """A whole site: its pages, its files, and what every page shares.

    `public` is true for the plan of a PublishedSet and false for that of a Rehearsal.
    """

    public: bool
    settings: Settings
    navigation: tuple[Place, ...]
    footer: tuple[Place, ...]
    feed: str
    views: tuple[View, ...]
    media: tuple[MediaFile, ...]
    root_files: tuple[RootFile, ...]
    look: tuple[LookFile, ...]
    loose_links: tuple[LooseLink, ...]
