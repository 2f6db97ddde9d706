"""Events to the pages of the calendar: what is coming up, and what is over by its year."""

from collections.abc import Iterator, Sequence
from functools import partial

from byleave.model.addresses import CALENDAR, CALENDAR_FILE, PLACES
from byleave.model.pieces import PageLink
from byleave.model.published import StoryHead
from byleave.model.site import CalendarView, CalendarYearView
from byleave.relate.index.editions import StoriesOfEdition
from byleave.relate.index.event_lists import ListedEvents
from byleave.relate.index.groups import family
from byleave.relate.index.index import Index
from byleave.relate.index.linked_addresses import past_events_of
from byleave.relate.page_plan import PlannedPage
from byleave.relate.pages.apart import apart
from byleave.relate.pages.event_lists import events_link, lists_but_places
from byleave.relate.pages.months import by_month
from byleave.relate.pages.paging import PageOfList
from byleave.relate.pages.years import pages_by_year, year_places


def calendar_pages(edition: StoriesOfEdition, known: Index) -> Iterator[PlannedPage]:
    """The calendar of an edition, and for the whole site the events of each year that are over.

    All may come to what is told of in another language, so each has every event.
    """
    upcoming = apart(_told_in(edition, known)).upcoming
    lists = lists_but_places(known)
    years = year_places(known.past_events, past_events_of)
    make = partial(_calendar, upcoming, lists, years, edition, known)
    uses = known.listing_uses(upcoming).intersection(*(one.uses for one in lists))
    # A language in which there is nothing yet has nothing to be found for.
    if not (edition.is_whole or edition.listed):
        uses -= {"engines"}
    yield PlannedPage(edition.at(CALENDAR), make, uses)
    if edition.is_whole:
        yield from pages_by_year(known.past_events, past_events_of, _year, known)


def _told_in(edition: StoriesOfEdition, known: Index) -> Iterator[StoryHead]:
    """The events of the calendar, as they are told in the language of an edition if they are."""
    here = {} if edition.is_whole else {one.path: one for one in edition.listed}
    for event in known.events:
        yield next((here[one.path] for one in family(event, known) if one.path in here), event)


def _calendar(
    upcoming: Sequence[StoryHead],
    lists: tuple[ListedEvents, ...],
    years: tuple[PageLink, ...],
    edition: StoriesOfEdition,
    known: Index,
) -> CalendarView:
    return CalendarView(
        address=edition.at(CALENDAR),
        title="",
        language=edition.language,
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
