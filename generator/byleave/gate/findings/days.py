"""Days and hours that cannot be meant: a day to come, an hour that clocks pass over."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from byleave.diagnostics import Diagnostic, warning
from byleave.model.event import Event
from byleave.model.scalars import Moment
from byleave.model.source import StoryFront
from byleave.positions import KeyPath

_MORNING = time(6)
# What an event has become since it was announced.
_CHANGED = ("postponed", "cancelled")


def odd_days(story: StoryFront, day: date, zone: str) -> Iterator[Diagnostic]:
    """Warnings about the days and hours of `story`, on `day`, in the time zone `zone`."""
    updated, event = story.front.updated, story.front.event
    if updated and updated > day:
        at = story.positions.at("updated")
        message = "this says that the story was changed on a day that has not come yet"
        yield warning(story.path, "updated-ahead", message, "correct the day of `updated:`", at)
    elif updated and story.front.date and updated < story.front.date:
        at = story.positions.at("updated")
        message = "this says that the story was changed before it was published"
        yield warning(story.path, "updated-early", message, "correct one of the two days", at)
    if event and event.status in _CHANGED and not updated:
        at = story.positions.at("event", "status")
        message = (
            "calendars that have this event learn that it is off by the day of `updated:` alone"
        )
        yield warning(story.path, "updated-missing", message, "add `updated:` with the day", at)
    for place, message in _out_of_time(event) if event else ():
        at = story.positions.at("event", *place)
        yield warning(story.path, "out-of-time", message, "correct one of the two", at)
    for place, moment in _moments(event) if event else ():
        if not _is_shown_by_clocks(moment, zone):
            at = story.positions.at("event", *place)
            message = "this hour does not exist: clocks are put forward past it in that night"
            yield warning(story.path, "no-such-hour", message, "write the hour that is meant", at)


def _out_of_time(event: Event) -> Iterator[tuple[KeyPath, str]]:
    """What is not while the event is: lines of its programme, and booking."""
    first, last = event.starts.day, (event.ends or event.starts).day
    for number, item in enumerate(event.programme):
        if item.day and not first <= item.day <= last:
            yield ("programme", number, "day"), "this day is none of those of the event"
        # A night goes on until the morning.
        elif item.at and item.until and _MORNING < item.until < item.at:
            yield ("programme", number, "until"), "this ends before it begins"
    closes = event.booking.closes if event.booking else None
    if closes and closes.day > last:
        yield ("booking", "closes"), "booking closes after the event has ended"


def _moments(event: Event) -> Iterator[tuple[KeyPath, Moment]]:
    """When things begin and end, each with the place of its key in the event."""
    yield ("starts",), event.starts
    if event.ends:
        yield ("ends",), event.ends
    if event.booking and event.booking.closes:
        yield ("booking", "closes"), event.booking.closes
    for number, item in enumerate(event.programme):
        day = item.day or event.starts.day
        yield ("programme", number, "at"), Moment(day=day, clock=item.at)
        yield ("programme", number, "until"), Moment(day=day, clock=item.until)


def _is_shown_by_clocks(moment: Moment, zone: str) -> bool:
    if moment.clock is None:
        return True
    local = datetime.combine(moment.day, moment.clock, tzinfo=ZoneInfo(zone))
    return local.astimezone(UTC).astimezone(local.tzinfo).time() == moment.clock
