"""Events to the bytes of an iCalendar file (RFC 5545), by the icalendar library."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from icalendar import Calendar, Component, Event

from byleave.model.machine_files import CalendarEntry, CalendarFileView
from byleave.model.scalars import Moment
from byleave.render.zones import time_zone

_STATUS = {
    "planned": "CONFIRMED",
    "full": "CONFIRMED",
    "postponed": "TENTATIVE",
    "cancelled": "CANCELLED",
}
_ANY = 2000  # a year
_DAY = timedelta(days=1)
_END = b"END:VCALENDAR\r\n"
# Octets, from which on a line is folded (RFC 5545, 3.1; icalendar counts the break among them).
_FOLDED = 75

# The beginning of an event and its end, if it has one: both days, or both moments.
Span = tuple[date, date | None]


def calendar_file(
    view: CalendarFileView, url: str, zone: str, absolute: Callable[[str], str]
) -> bytes:
    """The calendar. `url` is the site's own, wherever it is built for; `zone` its time zone."""
    spans = [_span(entry.starts, entry.ends, ZoneInfo(zone)) for entry in view.events]
    parts = [_head(view.title)]
    years = [one.year for span in spans for one in span if isinstance(one, datetime)]
    if zone != "UTC" and (years or not spans):
        # A calendar without events has its zone: there has to be something in it (RFC 5545, 3.6).
        parts.append(_zone(zone, min(years, default=_ANY), max(years, default=_ANY)))
    for entry, span in zip(view.events, spans, strict=True):
        made = _event(entry, span, _uid(entry.address, url), absolute(entry.address))
        parts.append(_written(made))
    return b"".join([*parts, _END])


def _head(title: str) -> bytes:
    made = Calendar()
    made.add("PRODID", "-//Byleave//Byleave//EN")
    made.add("VERSION", "2.0")
    made.add("METHOD", "PUBLISH")
    made.add("NAME", title)
    made.add("X-WR-CALNAME", title)
    return _written(made).removesuffix(_END)


# Each event has a file of its own: to write out the same zone in it took as long as all the rest.
@lru_cache(maxsize=256)
def _zone(name: str, first: int, last: int) -> bytes:
    return _written(time_zone(name, first, last))


def _written(component: Component) -> bytes:
    """What `to_ical` gives, at two thirds of the time.

    That one looks at each letter of a line for where to fold it; most lines are too short.
    """
    lines = [line for line in component.content_lines() if line]
    short = [line.isascii() and len(line) < _FOLDED for line in lines]
    written = [
        line.encode("ascii") if plain else line.to_ical()
        for line, plain in zip(lines, short, strict=True)
    ]
    return b"\r\n".join([*written, b""])


def _event(entry: CalendarEntry, span: Span, uid: str, address: str) -> Event:
    made = Event()
    made.add("UID", uid)
    # No clock: the entry is as old as what it says.
    said = datetime.combine(entry.updated or entry.date, time(), UTC)
    made.add("DTSTAMP", said)
    if entry.updated:
        made.add("LAST-MODIFIED", said)
        made.add("SEQUENCE", max((entry.updated - entry.date).days, 0))
    for name, moment in zip(("DTSTART", "DTEND"), span, strict=True):
        if moment is not None:
            made.add(name, moment)
    made.add("SUMMARY", entry.title, parameters={"LANGUAGE": entry.language})
    made.add("URL", address)
    made.add("STATUS", _STATUS[entry.status])
    if entry.summary:
        made.add("DESCRIPTION", entry.summary, parameters={"LANGUAGE": entry.language})
    if entry.place:
        made.add("LOCATION", entry.place)
    if entry.form:
        made.add("CATEGORIES", [entry.form])
    return made


def _uid(address: str, url: str) -> str:
    """The same wherever the site is built, and nobody else's (RFC 7986, 5.3)."""
    site = urlsplit(url)
    return f"{(site.path.rstrip('/') + address).strip('/')}@{site.netloc}"


def _span(starts: Moment, ends: Moment | None, zone: ZoneInfo) -> Span:
    """When an event is. A day without a time is a whole day; the end is the first moment after."""
    if starts.clock is None:
        return starts.day, (ends or starts).day + _DAY
    start = datetime.combine(starts.day, starts.clock, zone)
    if ends is None:
        return start, None
    if ends.clock is None:
        return start, datetime.combine(ends.day + _DAY, time(), zone)
    end = datetime.combine(ends.day, ends.clock, zone)
    return start, end if end > start else None
