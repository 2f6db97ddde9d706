"""The plan of a site: one view for each page, holding just what that page shows.

Each kind of page is one view class here, one maker in `relate`, one template in the look.
Addresses are paths on the site that begin with "/"; rendering makes links of them.
"""

import datetime
from collections.abc import Collection, Mapping
from typing import ClassVar

from msgspec import Struct

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


class View(Struct, frozen=True, kw_only=True):
    """What every page has.

    `source` is the path of the file that it comes from, for findings. A page is `indexable`
    where search engines may show it, `shareable` where cards of it may be shown elsewhere, and
    `trainable` where machines may learn from it.
    """

    template: ClassVar[str]

    address: str
    title: str
    language: str
    summary: str = ""
    indexable: bool = True
    shareable: bool = False
    trainable: bool = True
    source: str = ""


class HomeView(View, frozen=True, kw_only=True):
    """The first page: what is new, what is coming up, the themes."""

    template: ClassVar[str] = "home.html"

    newest: tuple[Item, ...]
    upcoming: tuple[Item, ...]
    themes: tuple[Place, ...]


class StoriesView(View, frozen=True, kw_only=True):
    """The newest stories and events by year, and the way to those of every year."""

    template: ClassVar[str] = "stories.html"

    years: tuple[Group, ...]
    all_years: tuple[Place, ...]


class YearView(View, frozen=True, kw_only=True):
    """The stories and events of one year, newest first."""

    template: ClassVar[str] = "year.html"

    year: int
    items: tuple[Item, ...]
    paging: Paging | None
    all_years: tuple[Place, ...]


class CalendarView(View, frozen=True, kw_only=True):
    """What is coming up, soonest first, and what is over, latest first, by form of event.

    `file` is the address of the calendar that people can subscribe to, if there is one.
    """

    template: ClassVar[str] = "calendar.html"

    upcoming: tuple[Group, ...]
    past: tuple[Group, ...]
    all_years: tuple[Place, ...]
    file: str


class CalendarYearView(View, frozen=True, kw_only=True):
    """The events of one year that are over, by form."""

    template: ClassVar[str] = "calendar-year.html"

    year: int
    forms: tuple[Group, ...]
    paging: Paging | None
    all_years: tuple[Place, ...]


class AToZView(View, frozen=True, kw_only=True):
    """Stories, themes, series and people by their first letter.

    Where they are many, `letters` have no entries here but on pages of their own.
    """

    template: ClassVar[str] = "a-to-z.html"

    letters: tuple[Letter, ...]


class LetterView(View, frozen=True, kw_only=True):
    """One letter of a long A to Z."""

    template: ClassVar[str] = "letter.html"

    letter: Letter
    letters: tuple[Place, ...]
    paging: Paging | None


class StoryView(View, frozen=True, kw_only=True):
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


class EventView(StoryView, frozen=True, kw_only=True):
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


class ResponsesView(View, frozen=True, kw_only=True):
    """The responses that lack a use which their story's page has, on a page of their own."""

    template: ClassVar[str] = "responses.html"

    story: Place
    responses: tuple[Response, ...]


class ThemeView(View, frozen=True, kw_only=True):
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


class ThemesView(View, frozen=True, kw_only=True):
    """The list of themes."""

    template: ClassVar[str] = "themes.html"

    themes: tuple[tuple[Place, tuple[str, ...]], ...]


class SeriesView(View, frozen=True, kw_only=True):
    """Stories that belong together, in order of their dates."""

    template: ClassVar[str] = "series.html"

    items: tuple[Item, ...]


class AllSeriesView(View, frozen=True, kw_only=True):
    """The list of series."""

    template: ClassVar[str] = "all-series.html"

    series: tuple[Place, ...]


class PersonView(View, frozen=True, kw_only=True):
    """The stories of a person who gave leave to have a page of their own."""

    template: ClassVar[str] = "person.html"

    role: str
    place: str
    items: tuple[Item, ...]


class PeopleView(View, frozen=True, kw_only=True):
    """The list of the people who gave leave to have a page of their own."""

    template: ClassVar[str] = "people.html"

    people: tuple[Person, ...]


class PageView(View, frozen=True, kw_only=True):
    """A fixed page of the group's own."""

    template: ClassVar[str] = "page.html"

    body: Body


class AccessibilityView(View, frozen=True, kw_only=True):
    """What is known of the accessibility of a site whose group has not written of it yet."""

    template: ClassVar[str] = "accessibility.html"


class HowWeAskView(View, frozen=True, kw_only=True):
    """How permission is asked and kept, where the group has not written of it itself."""

    template: ClassVar[str] = "how-we-ask.html"


class NotFoundView(View, frozen=True, kw_only=True):
    """What stands at every address at which nothing is, whether or not something ever was."""

    template: ClassVar[str] = "404.html"


class RedirectView(View, frozen=True, kw_only=True):
    """An old address of a page that has moved."""

    template: ClassVar[str] = "redirect.html"

    to: Place


class LooseLink(Struct, frozen=True, kw_only=True):
    """A link to an address on this site at which nothing is, and where it stands.

    With `whole`, nothing of it stays: it is no link in a text, but an item or a key that leads to
    it.
    """

    path: str
    line: int
    column: int
    whole: bool = False


class SitePlan(Struct, frozen=True, kw_only=True):
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
