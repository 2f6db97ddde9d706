"""The plan of a site: one view for each page, holding just what that page shows.

Each kind of page is one view class here, one maker in `relate`, one template in the look.
Addresses are paths on the site that begin with "/"; rendering makes links of them.
"""

import datetime
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import ClassVar

from byleave.model.event import Event
from byleave.model.pieces import (
    Body,
    Cast,
    Group,
    Item,
    Kind,
    Letter,
    Paging,
    Person,
    Place,
    ProgrammeDay,
    Response,
    Version,
)
from byleave.model.published import LookFile, MediaFile, RootFile
from byleave.model.settings import Settings


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
    """The newest stories and events by year, and the way to those of every year."""

    template: ClassVar[str] = "stories.html"

    years: tuple[Group, ...]
    all_years: tuple[Place, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class YearView(View):
    """The stories and events of one year, newest first."""

    template: ClassVar[str] = "year.html"

    year: int
    items: tuple[Item, ...]
    paging: Paging | None
    all_years: tuple[Place, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarView(View):
    """What is coming up, soonest first, and what is over, latest first, by form of event.

    `file` is the address of the calendar that people can subscribe to, if there is one.
    """

    template: ClassVar[str] = "calendar.html"

    upcoming: tuple[Group, ...]
    past: tuple[Group, ...]
    all_years: tuple[Place, ...]
    file: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarYearView(View):
    """The events of one year that are over, by form."""

    template: ClassVar[str] = "calendar-year.html"

    year: int
    forms: tuple[Group, ...]
    paging: Paging | None
    all_years: tuple[Place, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AToZView(View):
    """Stories, themes, series and people by their first letter.

    Where they are many, `letters` have no entries here but on pages of their own.
    """

    template: ClassVar[str] = "a-to-z.html"

    letters: tuple[Letter, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterView(View):
    """One letter of a long A to Z."""

    template: ClassVar[str] = "letter.html"

    letter: Letter
    letters: tuple[Place, ...]
    paging: Paging | None


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryView(View):
    """A story and what stands around it.

    `series_items` are the story and those just before and after it, oldest first; `similar` are
    a few others on its themes.
    """

    template: ClassVar[str] = "story.html"

    kind: Kind
    date: datetime.date
    updated: datetime.date | None
    body: Body
    voices: tuple[Person, ...]
    themes: tuple[Place, ...]
    series: Place | None
    series_items: tuple[Item, ...]
    similar: tuple[Item, ...]
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
    """An event: a story with a time, a place and perhaps a programme.

    `programme` is that of `event` with the sessions in their places; `file` is the address of the
    event for calendars, if everyone in it allowed that.
    """

    template: ClassVar[str] = "event.html"

    event: Event
    past: bool
    file: str
    casts: tuple[Cast, ...]
    part_of: Place | None
    programme: tuple[ProgrammeDay, ...]
    reports: tuple[Item, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ResponsesView(View):
    """The responses that lack a use which their story's page has, on a page of their own."""

    template: ClassVar[str] = "responses.html"

    story: Place
    responses: tuple[Response, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeView(View):
    """A theme, the words that people have for it, and its stories, newest first.

    What the theme is stands on the first page of a long list alone. `feed` and `json_feed` are
    the addresses of its feeds, if it has some.
    """

    template: ClassVar[str] = "theme.html"

    also_known_as: tuple[str, ...]
    body: Body
    broader: Place | None
    narrower: tuple[Place, ...]
    items: tuple[Item, ...]
    paging: Paging | None
    feed: str
    json_feed: str


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
class AllSeriesView(View):
    """The list of series."""

    template: ClassVar[str] = "all-series.html"

    series: tuple[Place, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonView(View):
    """The stories of a person who gave leave to have a page of their own."""

    template: ClassVar[str] = "person.html"

    role: str
    place: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleView(View):
    """The list of the people who gave leave to have a page of their own."""

    template: ClassVar[str] = "people.html"

    people: tuple[Person, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PageView(View):
    """A fixed page of the group's own."""

    template: ClassVar[str] = "page.html"

    body: Body


@dataclass(frozen=True, slots=True, kw_only=True)
class AccessibilityView(View):
    """What is known of the accessibility of a site whose group has not written of it yet."""

    template: ClassVar[str] = "accessibility.html"


@dataclass(frozen=True, slots=True, kw_only=True)
class HowWeAskView(View):
    """How permission is asked and kept, where the group has not written of it itself."""

    template: ClassVar[str] = "how-we-ask.html"


@dataclass(frozen=True, slots=True, kw_only=True)
class NotFoundView(View):
    """What stands at every address at which nothing is, whether or not something ever was."""

    template: ClassVar[str] = "404.html"


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
    `feed`, `json_feed` and `calendar` are the addresses of what people can subscribe to; each is
    empty where nobody allowed anything to be in it. `pages` are the views by address, files that
    machines read among them. A view is made each time it is looked up there; which there are, and
    how many, is known without making any.
    """

    public: bool
    settings: Settings
    navigation: tuple[Place, ...]
    footer: tuple[Place, ...]
    feed: str
    json_feed: str
    calendar: str
    pages: Mapping[str, View]
    media: tuple[MediaFile, ...]
    root_files: tuple[RootFile, ...]
    look: tuple[LookFile, ...]
    loose_links: tuple[LooseLink, ...]

    @property
    def addresses(self) -> Collection[str]:
        """The address of every page."""
        return self.pages.keys()

    def view(self, address: str) -> View:
        """The view of the page at `address`; raises KeyError where there is none."""
        return self.pages[address]

    @property
    def views(self) -> tuple[View, ...]:
        """Every view, for those who want all of them at once."""
        return tuple(self.pages.values())
