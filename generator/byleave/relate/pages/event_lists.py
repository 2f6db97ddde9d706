"""Lists of events that have something in common, and the list of places."""

from collections.abc import Iterator
from functools import partial

from byleave.model.addresses import PLACES
from byleave.model.pieces import EventsLink, PageLink, PlaceLine
from byleave.model.published import StoryHead
from byleave.model.site import EventsView, PlacesView, PlaceView
from byleave.relate.index.alphabets import Alphabet
from byleave.relate.index.common_uses import ALL_USES
from byleave.relate.index.event_lists import ListedEvents
from byleave.relate.index.groups import newest_first
from byleave.relate.index.index import Index
from byleave.relate.page_plan import PlannedPage
from byleave.relate.pages.apart import apart
from byleave.relate.pages.months import by_month
from byleave.relate.pages.paging import PageOfList, in_pages

_ORDER = ("online", "in-person", "access", "form")


def event_list_pages(known: Index) -> Iterator[PlannedPage]:
    """The lists of events by how one takes part, by access and by form."""
    for one in known.event_lists.values():
        if one.common != "place":
            yield from _pages(one, EventsView, known)


def place_pages(known: Index) -> Iterator[PlannedPage]:
    """The list of places, and what is at each; a page or file of the group's goes before."""
    places = _places(known)
    if places and not known.has_file_at(PLACES):
        uses = ALL_USES.intersection(*(one.uses for one in places))
        uses &= known.listing_uses(map(_nearest, places))
        yield PlannedPage(PLACES, partial(_places_view, places, known), uses)
    for one in places:
        if not known.has_file_at(one.address):
            yield from _pages(one, PlaceView, known)


def lists_but_places(known: Index) -> tuple[ListedEvents, ...]:
    """The lists that the calendar leads to: ways to take part, access, and then forms by name."""
    lists = (one for one in known.event_lists.values() if one.common != "place")
    order = Alphabet(known.content.settings.language)
    return tuple(
        sorted(lists, key=lambda one: (_ORDER.index(one.common), order.key(one.name, one.language)))
    )


def events_link(one: ListedEvents) -> EventsLink:
    """A list of events as a link shows it."""
    return EventsLink(
        common=one.common,
        address=one.address,
        title=one.name,
        language=_language(one),
        events=len(one.events),
    )


def _places(known: Index) -> tuple[ListedEvents, ...]:
    order = Alphabet(known.content.settings.language)
    places = (one for one in known.event_lists.values() if one.common == "place")
    return tuple(sorted(places, key=lambda one: order.key(one.name, one.language)))


def _places_view(places: tuple[ListedEvents, ...], known: Index) -> PlacesView:
    return PlacesView(
        address=PLACES,
        title="",
        language=known.content.settings.language,
        places=tuple(_place_line(one, known) for one in places),
    )


def _place_line(one: ListedEvents, known: Index) -> PlaceLine:
    return PlaceLine(
        place=PageLink(address=one.address, title=one.name, language=_language(one)),
        events=len(one.events),
        stories=len(_reports(one, known)),
        event=known.items[_nearest(one).path],
    )


def _nearest(one: ListedEvents) -> StoryHead:
    """The next event of a list; where nothing comes up, the last."""
    found = apart(one.events)
    return (*found.upcoming, *found.past)[0]


def _pages(one: ListedEvents, kind: type[EventsView], known: Index) -> Iterator[PlannedPage]:
    found = apart(one.events)
    reports = _reports(one, known)
    for page in in_pages(one.address, found.all):
        beside = reports if page.address == one.address else ()
        make = partial(_view, one, kind, page, beside, known)
        uses = known.listing_uses((*page.things, *beside)) & one.uses
        yield PlannedPage(page.address, make, uses)


def _reports(one: ListedEvents, known: Index) -> tuple[StoryHead, ...]:
    """The stories about what was at a place, each once, newest first."""
    if one.common != "place":
        return ()
    told = {
        story.path: story for event in one.events for story in known.reports.get(event.path, ())
    }
    return tuple(sorted(told.values(), key=newest_first))


def _view(
    one: ListedEvents,
    kind: type[EventsView],
    page: PageOfList[StoryHead],
    reports: tuple[StoryHead, ...],
    known: Index,
) -> EventsView:
    listed = apart(page.things)
    return kind(
        address=page.address,
        title=one.name,
        language=known.content.settings.language,
        common=one.common,
        written_in=_language(one),
        months=by_month(listed.upcoming, known),
        past=known.lines(listed.past),
        reports=known.lines(reports),
        paging=page.paging,
    )


def _language(one: ListedEvents) -> str:
    return one.language if one.name else ""
