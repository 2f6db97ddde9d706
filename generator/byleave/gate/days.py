"""Days and hours that cannot be meant: a change that is to come, an hour that no clock shows."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from byleave.diagnostics import Diagnostic, warning
from byleave.model.event import Event
from byleave.model.scalars import Moment
from byleave.model.source import SourceStory
from byleave.positions import KeyPath


def odd_days(story: SourceStory, day: date, zone: str) -> Iterator[Diagnostic]:
    """Warnings about the days and hours of `story`, on `day`, in the time zone `zone`."""
    updated, event = story.front.updated, story.front.event
    if updated and updated > day:
        at = story.positions.at("updated")
        message = "this says that the story was changed on a day that has not come yet"
        yield warning(story.path, "updated-ahead", message, "correct the day of `updated:`", at)
    for place, moment in _moments(event) if event else ():
        if not _is_shown_by_clocks(moment, zone):
            at = story.positions.at("event", *place)
            message = "this hour does not exist: clocks are put forward past it in that night"
            yield warning(story.path, "no-such-hour", message, "write the hour that is meant", at)


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
