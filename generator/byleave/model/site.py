"""The views of a site: one for each page, holding just what that page shows.

Each kind of page is one view class here, one maker in `relate`, one template in the look.
Addresses are paths on the site that begin with "/"; rendering makes links of them.
"""

import datetime
from typing import ClassVar, Literal

from byleave.model.addresses import (
    A_TO_Z,
    ALL_SERIES,
    CALENDAR,
    PEOPLE,
    PLACES,
    SEARCH,
    STORIES,
    THEMES,
)
from byleave.model.event import Event
from byleave.model.glossary import Glossary
from byleave.model.media_kinds import Recording
from byleave.model.pieces import (
    AllowedAdvice,
    AToZLetter,
    Body,
    EventsLink,
    IndexLetter,
    Kind,
    ListItem,
    ListSection,
    MonthOfEvents,
    PageLink,
    Paging,
    Person,
    PersonLine,
    PlaceLine,
    ProgrammeDay,
    Quotable,
    Response,
    SeriesLine,
    ThemeLine,
    Version,
    VoicesOfPart,
)
from byleave.model.published import PublishedMedia
from byleave.model.taking_part import Common
from byleave.model.view import View as View
from byleave.model.view_of_feeds import FollowingView as FollowingView
from byleave.model.view_of_home import HomeView as HomeView


class StoriesView(View, frozen=True, kw_only=True):
    """The newest stories and events by year, and the way to those of every year."""

    template: ClassVar[str] = "stories.html"

    years: tuple[ListSection, ...]
    all_years: tuple[PageLink, ...]


class YearView(View, frozen=True, kw_only=True):
    """The stories of one year, newest first, and the events that were published in it."""

    template: ClassVar[str] = "year.html"
    above: ClassVar[str] = STORIES

    year: int
    items: tuple[ListItem, ...]
    events: tuple[ListItem, ...]
    paging: Paging | None
    all_years: tuple[PageLink, ...]


class FormatView(View, frozen=True, kw_only=True):
    """The stories in Easy Read, or those with something to hear or watch; newest first."""

    template: ClassVar[str] = "format.html"

    format: Literal["easy-read", "recordings"]
    items: tuple[ListItem, ...]
    paging: Paging | None


class GlossaryView(View, frozen=True, kw_only=True):
    """The words that the group explains, in alphabetical order."""

    template: ClassVar[str] = "glossary.html"

    entries: Glossary


class CalendarView(View, frozen=True, kw_only=True):
    """What is coming up, by month, soonest first, and the way to what is over.

    `lists` are those of events that have something in common, and `places` is the address of the
    list of places, if there is one. `file` is that of the calendar that people can subscribe to.
    """

    template: ClassVar[str] = "calendar.html"

    months: tuple[MonthOfEvents, ...]
    all_years: tuple[PageLink, ...]
    lists: tuple[EventsLink, ...]
    places: str
    file: str


class EventsView(View, frozen=True, kw_only=True):
    """Events with something in common, such as their access: by month, and those that are over.

    The title is that of somebody's words, which are in the language `written_in`; where both are
    empty, it is what `common` says. `reports` are stories that tell about what is over.
    """

    template: ClassVar[str] = "events.html"
    above: ClassVar[str] = CALENDAR

    common: Common
    written_in: str
    months: tuple[MonthOfEvents, ...]
    past: tuple[ListItem, ...]
    reports: tuple[ListItem, ...]
    paging: Paging | None


class PlaceView(EventsView, frozen=True, kw_only=True):
    """What is at a place, and what was."""

    template: ClassVar[str] = "place.html"
    above: ClassVar[str] = PLACES


class PlacesView(View, frozen=True, kw_only=True):
    """The list of places at which something is or was."""

    template: ClassVar[str] = "places.html"
    above: ClassVar[str] = CALENDAR

    places: tuple[PlaceLine, ...]


class CalendarYearView(View, frozen=True, kw_only=True):
    """The events of one year that are over, by month, latest first."""

    template: ClassVar[str] = "calendar-year.html"
    above: ClassVar[str] = CALENDAR

    year: int
    months: tuple[MonthOfEvents, ...]
    paging: Paging | None
    all_years: tuple[PageLink, ...]


class AToZView(View, frozen=True, kw_only=True):
    """Stories, themes, series and people by their first letter.

    Where they are many, `letters` have no entries here but on pages of their own.
    """

    template: ClassVar[str] = "a-to-z.html"

    letters: tuple[AToZLetter, ...]


class AToZLetterView(View, frozen=True, kw_only=True):
    """One letter of a long A to Z."""

    template: ClassVar[str] = "letter.html"
    above: ClassVar[str] = A_TO_Z

    letter: AToZLetter
    letters: tuple[PageLink, ...]
    paging: Paging | None


class SearchView(View, frozen=True, kw_only=True):
    """Where people type words for a `script`, or look them up; long `letters` have other pages."""

    template: ClassVar[str] = "search.html"
    searches: ClassVar[bool] = True
    script: str
    years: tuple[PageLink, ...]
    letters: tuple[IndexLetter, ...]


class SearchLetterView(View, frozen=True, kw_only=True):
    """One letter of a long index."""

    template: ClassVar[str] = "search-letter.html"
    above: ClassVar[str] = SEARCH
    letter: IndexLetter
    letters: tuple[PageLink, ...]
    paging: Paging | None


class StoryView(View, frozen=True, kw_only=True):
    """A story and what stands around it.

    `notice` prepares its readers, `rights` say whether it may be copied, as in `model.rights`, and
    `what_happened` what came of it since. `series_items` are the story and those just before and
    after it, oldest first; `similar` are some like it, `recordings` what can be heard in it.
    `lead` is the picture before its text, if it has one; `checked_with` are those with whom that
    was tried. `pull` is how what stands beside it begins, `signed` the sign language of a film.
    """

    template: ClassVar[str] = "story.html"
    above: ClassVar[str] = STORIES
    of_a_text: ClassVar[bool] = True

    kind: Kind
    date: datetime.date
    updated: datetime.date | None
    body: Body
    lead: PublishedMedia | None = None
    what_happened: str = ""
    notice: str = ""
    rights: str = ""
    checked_with: str = ""
    pull: str = ""
    voices: tuple[Person, ...]
    themes: tuple[PageLink, ...]
    series: PageLink | None
    series_items: tuple[ListItem, ...]
    similar: tuple[ListItem, ...]
    versions: tuple[Version, ...]
    easy_read: bool
    recordings: tuple[Recording, ...] = ()
    signed: str = ""
    report_of: PageLink | None
    responses: tuple[Response, ...]
    responses_address: str
    earlier: PageLink | None
    later: PageLink | None
    withheld: str = ""


class EventView(StoryView, frozen=True, kw_only=True):
    """An event: a story with a time, a place and perhaps a programme.

    `programme` is that of `event` with the sessions in their places; `file` is the address of the
    event for calendars, if everyone in it allowed that. `place` and `form` are the addresses of the
    lists of what is at the same place, and of the same form, if it stands in them.
    """

    template: ClassVar[str] = "event.html"
    above: ClassVar[str] = CALENDAR

    event: Event
    past: bool
    file: str
    place: str
    form: str
    casts: tuple[VoicesOfPart, ...]
    part_of: PageLink | None
    programme: tuple[ProgrammeDay, ...]
    reports: tuple[ListItem, ...]


class ResponsesView(View, frozen=True, kw_only=True):
    """The responses that lack a use which their story's page has, on a page of their own."""

    template: ClassVar[str] = "responses.html"
    above: ClassVar[str] = STORIES
    of_a_text: ClassVar[bool] = True

    story: PageLink
    responses: tuple[Response, ...]


class ThemeView(View, frozen=True, kw_only=True):
    """A theme, the words that people have for it, what is coming up, its stories, and what is over.

    Each is in order of the days that it shows: `upcoming` soonest first, the stories as `items` and
    `past` latest first. `people` are those in its stories who have a page of their own, `heard` are
    stories in one of which somebody is, and `neighbours` the themes that its stories are on, too.
    All of that, and what the theme is, stands on the first page of a long list alone. `feed` and
    `json_feed` are the addresses of its feeds.
    """

    template: ClassVar[str] = "theme.html"
    above: ClassVar[str] = THEMES
    of_a_text: ClassVar[bool] = True

    also_known_as: tuple[str, ...]
    body: Body
    broader: PageLink | None
    narrower: tuple[PageLink, ...]
    neighbours: tuple[PageLink, ...]
    heard: tuple[Quotable, ...]
    people: tuple[Person, ...]
    upcoming: tuple[ListItem, ...]
    items: tuple[ListItem, ...]
    past: tuple[ListItem, ...]
    paging: Paging | None
    feed: str
    json_feed: str


class ThemesView(View, frozen=True, kw_only=True):
    """The list of themes."""

    template: ClassVar[str] = "themes.html"

    themes: tuple[ThemeLine, ...]


class SeriesView(View, frozen=True, kw_only=True):
    """Stories that belong together, in order of their dates; `description` may be empty."""

    template: ClassVar[str] = "series.html"
    above: ClassVar[str] = ALL_SERIES
    of_a_text: ClassVar[bool] = True

    description: str
    items: tuple[ListItem, ...]


class AllSeriesView(View, frozen=True, kw_only=True):
    """The list of series."""

    template: ClassVar[str] = "all-series.html"

    series: tuple[SeriesLine, ...]


class PersonView(View, frozen=True, kw_only=True):
    """The stories of a person who gave leave to have a page of their own."""

    template: ClassVar[str] = "person.html"
    above: ClassVar[str] = PEOPLE
    of_a_text: ClassVar[bool] = True

    role: str
    place: str
    items: tuple[ListItem, ...]


class PeopleView(View, frozen=True, kw_only=True):
    """The list of the people who gave leave to have a page of their own."""

    template: ClassVar[str] = "people.html"

    people: tuple[PersonLine, ...]


class PageView(View, frozen=True, kw_only=True):
    """A fixed page of the group's own; `exceptions` are on its statement on access alone."""

    template: ClassVar[str] = "page.html"
    of_a_text: ClassVar[bool] = True
    body: Body
    exceptions: tuple[AllowedAdvice, ...] = ()


class AccessibilityView(View, frozen=True, kw_only=True):
    """What is known of the accessibility of a site whose group has not written of it yet."""

    template: ClassVar[str] = "accessibility.html"
    exceptions: tuple[AllowedAdvice, ...] = ()


class HowWeAskView(View, frozen=True, kw_only=True):
    """How permission is asked and kept, where the group has not written of it itself."""

    template: ClassVar[str] = "how-we-ask.html"


class NotFoundView(View, frozen=True, kw_only=True):
    """What stands at every address at which nothing is, whether or not something ever was."""

    template: ClassVar[str] = "404.html"


class RedirectView(View, frozen=True, kw_only=True):
    """An old address of a page that has moved."""

    template: ClassVar[str] = "redirect.html"

    to: PageLink
