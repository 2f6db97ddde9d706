"""Events to the pages of the calendar: what is coming up and what is over, by form."""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from byleave.model.addresses import CALENDAR, CALENDAR_FILE
from byleave.model.pieces import Group, Place
from byleave.model.published import Story
from byleave.model.site import CalendarView, CalendarYearView
from byleave.relate.addresses import past_events_of
from byleave.relate.index import Index
from byleave.relate.kin import starts
from byleave.relate.lists import ON_FIRST_PAGE, pages_by_year, year_places
from byleave.relate.paging import Page
from byleave.relate.planned import Planned


def calendar_pages(known: Index) -> Iterator[Planned]:
    """The calendar, and the events of each year that are over."""
    events = [story for story in known.listed if story.event]
    upcoming = sorted((event for event in events if not event.past), key=starts)
    past = [event for year in known.past_events.values() for event in year][:ON_FIRST_PAGE]
    years = year_places(known.past_events, past_events_of)
    make = partial(_calendar, upcoming, past, years, known)
    yield Planned(CALENDAR, make, known.listing_uses((*upcoming, *past)))
    yield from pages_by_year(known.past_events, past_events_of, _year, known)


def _calendar(
    upcoming: Sequence[Story], past: Sequence[Story], years: tuple[Place, ...], known: Index
) -> CalendarView:
    return CalendarView(
        address=CALENDAR,
        title="",
        language=known.content.settings.language,
        upcoming=by_form(upcoming, known),
        past=by_form(past, known),
        all_years=years,
        file=CALENDAR_FILE if CALENDAR_FILE in known.addresses else "",
    )


def _year(year: int, page: Page[Story], years: tuple[Place, ...], known: Index) -> CalendarYearView:
    return CalendarYearView(
        address=page.address,
        title=str(year),
        language=known.content.settings.language,
        year=year,
        forms=by_form(page.things, known),
        paging=page.paging,
        all_years=years,
    )


def by_form(events: Iterable[Story], known: Index) -> tuple[Group, ...]:
    """Events by their form, in whatever letter case it is written; forms in order of words."""
    forms: dict[str, list[Story]] = {}
    for event in events:
        forms.setdefault(known.items[event.path].form.casefold(), []).append(event)
    return tuple(
        Group(title=known.items[found[0].path].form, items=known.lines(found))
        for _, found in sorted(forms.items())
    )
