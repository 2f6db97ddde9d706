"""Events to the pages of the calendar: what is coming up and what is over, by form."""

from collections.abc import Iterable, Iterator

from byleave.model.pieces import Group
from byleave.model.published import Story
from byleave.model.site import CalendarView, CalendarYearView, View
from byleave.relate.addresses import CALENDAR, CALENDAR_FILE, past_events_of
from byleave.relate.index import Index
from byleave.relate.kin import starts
from byleave.relate.lists import ON_FIRST_PAGE, indexable, items, year_places
from byleave.relate.paging import pages


def calendar_views(known: Index) -> Iterator[View]:
    """The calendar, and the events of each year that are over."""
    events = [story for story in known.listed if story.event]
    upcoming = sorted((event for event in events if not event.past), key=starts)
    past = [event for year in known.past_events.values() for event in year][:ON_FIRST_PAGE]
    years = year_places(known.past_events, past_events_of)
    language = known.content.settings.language
    yield CalendarView(
        address=CALENDAR,
        title="",
        language=language,
        indexable=indexable((*upcoming, *past), known),
        upcoming=by_form(upcoming, known),
        past=by_form(past, known),
        all_years=years,
        file=CALENDAR_FILE if CALENDAR_FILE in known.addresses else "",
    )
    for year, stories in known.past_events.items():
        for page in pages(past_events_of(year), stories):
            yield CalendarYearView(
                address=page.address,
                title=str(year),
                language=language,
                indexable=indexable(page.things, known),
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
        Group(title=known.items[found[0].path].form, items=items(found, known))
        for _, found in sorted(forms.items())
    )
