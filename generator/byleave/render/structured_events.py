"""An event in the words of schema.org: when, where, how one attends, whether it takes place."""

from collections.abc import Callable, Mapping
from datetime import date

from babel.core import get_global
from babel.numbers import get_territory_currencies

from byleave.model.event import Event
from byleave.model.settings import Settings
from byleave.model.site import EventView
from byleave.model.taking_part import ways_in
from byleave.render.dates import machine
from byleave.render.strings import locale

Facts = Mapping[str, object]

_STATUS = {
    "planned": "EventScheduled",
    "full": "EventScheduled",
    "postponed": "EventPostponed",
    "cancelled": "EventCancelled",
}
# What editors write for a price that is none; whole, in any letter case.
_FREE = frozenset({"free", "free of charge", "no charge", "nothing", "am ddim", "0", "£0", "€0"})


def event_facts(view: EventView, settings: Settings, absolute: Callable[[str], str]) -> Facts:
    """An Event (schema.org/Event), with what search engines ask for."""
    event, zone = view.event, settings.timezone
    address = absolute(view.address)
    facts: dict[str, object] = {
        "@type": "Event",
        "@id": address,
        "url": address,
        "name": view.title,
        "description": view.summary,
        "inLanguage": view.language,
        "startDate": machine(event.starts, zone),
        "endDate": machine(event.ends, zone) if event.ends else "",
        "eventStatus": _schema(_STATUS[event.status]),
        "eventAttendanceMode": _schema(f"{_mode(event)}EventAttendanceMode"),
        "location": _location(event, address),
        "organizer": {"@type": "Organization", "name": settings.name, "url": absolute("/")},
    }
    if _is_free(event):
        facts["isAccessibleForFree"] = True
        if not view.past and event.status in ("planned", "full"):
            facts["offers"] = _offer(event, address, settings.language)
    return {name: value for name, value in facts.items() if value}


def _schema(name: str) -> str:
    return f"https://schema.org/{name}"


def _mode(event: Event) -> str:
    """How one attends."""
    ways = ways_in(event)
    if len(ways) > 1:
        return "Mixed"
    return "Online" if "online" in ways else "Offline"


def _location(event: Event, address: str) -> object:
    """A room, a place on the web, or both; nothing where nothing is said."""
    mode = _mode(event)
    places: list[Facts] = []
    if mode != "Online" and (event.place or event.address):
        where = event.address or event.place
        places.append({"@type": "Place", "name": event.place or where, "address": where})
    if mode != "Offline":
        places.append({"@type": "VirtualLocation", "url": event.join or address})
    return places[0] if len(places) == 1 else places


def _is_free(event: Event) -> bool:
    """Whether it costs nobody anything: "free" alone, for "free for carers" is another thing."""
    return (event.cost or "").casefold().strip(" .!") in _FREE


def _offer(event: Event, address: str, language: str) -> Facts:
    booking = event.booking
    availability = "SoldOut" if event.status == "full" else "InStock"
    return {
        "@type": "Offer",
        "price": 0,
        "priceCurrency": _currency(language, event.starts.day),
        "availability": _schema(availability),
        "url": booking.url if booking and booking.url else address,
    }


def _currency(language: str, day: date) -> str:
    """The currency where the language is spoken; search engines ask for one even for nothing."""
    known = locale(language)
    likely = get_global("likely_subtags").get(known.language, "").rpartition("_")[2]
    territory = known.territory or likely
    found = get_territory_currencies(territory, start_date=day) if territory else []
    return found[0] if found else "GBP"
