"""Events to the pages of the calendar: what is coming up, and what is over by its year."""

from collections.abc import Iterator, Sequence
from functools import partial

from byleave.model.addresses import CALENDAR, CALENDAR_FILE, PLACES
from byleave.model.pieces import PageLink
from byleave.model.published import StoryHead
from byleave.model.site import CalendarView, CalendarYearView
from byleave.relate.index.event_lists import ListedEvents
from byleave.relate.index.index import Index
from byleave.relate.index.linked_addresses import past_events_of
from byleave.relate.page_plan import PlannedPage
from byleave.relate.pages.apart import apart
from byleave.relate.pages.event_lists import events_link, lists_but_places
from byleave.relate.pages.months import by_month
from byleave.relate.pages.paging import PageOfList
from byleave.relate.pages.years import pages_by_year, year_places


def calendar_pages(known: Index) -> Iterator[PlannedPage]:
    """The calendar, and the events of each year that are over."""
    upcoming = apart(known.events).upcoming
    lists = lists_but_places(known)
    years = year_places(known.past_events, past_events_of)
    make = partial(_calendar, upcoming, lists, years, known)
    uses = known.listing_uses(upcoming).intersection(*(one.uses for one in lists))
    yield PlannedPage(CALENDAR, make, uses)
    yield from pages_by_year(known.past_events, past_events_of, _year, known)


def _calendar(
    upcoming: Sequence[StoryHead],
    lists: tuple[ListedEvents, ...],
    years: tuple[PageLink, ...],
    known: Index,
) -> CalendarView:
    return CalendarView(
        address=CALENDAR,
        title="",
        language=known.content.settings.language,
        months=by_month(upcoming, known),
        all_years=years,
        lists=tuple(map(events_link, lists)),
        places=PLACES if PLACES in known.addresses else "",
        file=CALENDAR_FILE if CALENDAR_FILE in known.addresses else "",
    )


def _year(
    year: int, page: PageOfList[StoryHead], years: tuple[PageLink, ...], known: Index
) -> CalendarYearView:
    return CalendarYearView(
        address=page.address,
        title=str(year),
        language=known.content.settings.language,
        year=year,
        months=by_month(page.things, known),
        paging=page.paging,
        all_years=years,
    )
