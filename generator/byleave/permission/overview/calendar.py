"""A private calendar of when to ask again and of what ends: days and record references alone.

A calendar is synchronised to telephones and shared with colleagues, so it tells nothing of whom or
of what a permission is.
"""

import hashlib
from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta

from icalendar import Calendar, Event

from byleave.model.register import RegisterEntry

_ASK, _ENDS = "Ask again", "Permission ends"


def calendar(entries: Iterable[RegisterEntry], said: datetime) -> bytes:
    """An iCalendar file (RFC 5545) of reviews and ends, each record and day once.

    `said` is when it is made, with its time zone. Records that were withdrawn or refused are left
    out, and so is everybody without a record.
    """
    made = Calendar()
    made.add("PRODID", "-//Byleave//Permissions//EN")
    made.add("VERSION", "2.0")
    made.add("X-WR-CALNAME", "Permissions")
    days = sorted({one for entry in entries for one in _days(entry)})
    for day, what, record in days:
        made.add_component(_event(day, what, record, said))
    return bytes(made.to_ical())


def _days(entry: RegisterEntry) -> Iterator[tuple[date, str, str]]:
    if entry.record is None or entry.given is None or entry.is_over:
        return
    if entry.review:
        yield entry.review, _ASK, entry.record
    if entry.until:
        yield entry.until, _ENDS, entry.record


def _event(day: date, what: str, record: str, said: datetime) -> Event:
    made = Event()
    # The same event each time, so that a calendar that is read in again is no second one.
    seed = f"{what}\n{record}\n{day}".encode()
    made.add("UID", f"{hashlib.sha256(seed).hexdigest()[:32]}@permissions.byleave.invalid")
    made.add("DTSTAMP", said)
    made.add("DTSTART", day)
    made.add("DTEND", day + timedelta(days=1))
    made.add("SUMMARY", f"{what}: {record}")
    made.add("CLASS", "PRIVATE")
    made.add("TRANSP", "TRANSPARENT")
    return made
