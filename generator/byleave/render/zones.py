"""A time zone as calendars need it: from which moment on which offset holds (RFC 5545, 3.6.5).

icalendar's own generator gives the onset in the new local time where the standard asks for the
old one, and so an hour too late.
"""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

_DAY = timedelta(days=1)
_SECOND = timedelta(seconds=1)


def time_zone(name: str, first: int, last: int) -> Timezone:
    """The definition of the zone `name` for the years from `first` to `last`."""
    zone = ZoneInfo(name)
    made = Timezone()
    made.add("TZID", name)
    # A year begins up to a day earlier or later here than in UTC.
    begin = datetime(first, 1, 1, tzinfo=UTC) - _DAY
    made.add_component(_observance(begin.astimezone(zone), None))
    for before, after in _changes(zone, begin, datetime(last + 1, 1, 1, tzinfo=UTC) + _DAY):
        made.add_component(_observance(after, before))
    return made


def _observance(after: datetime, before: datetime | None) -> TimezoneStandard | TimezoneDaylight:
    """What holds from `after` on; `before` is the second before it, None at the beginning."""
    offset_before = (before or after).utcoffset()
    made = TimezoneDaylight() if after.dst() else TimezoneStandard()
    # The wall clocks of the zone still show the old time when the new one begins.
    onset = (before + _SECOND if before else after).replace(tzinfo=None)
    made.add("DTSTART", onset)
    made.add("TZOFFSETFROM", offset_before)
    made.add("TZOFFSETTO", after.utcoffset())
    made.add("TZNAME", after.tzname())
    return made


def _changes(
    zone: ZoneInfo, moment: datetime, end: datetime
) -> Iterator[tuple[datetime, datetime]]:
    """The last second before each change of the zone's offset and the first after it."""
    while moment < end:
        following = moment + _DAY
        if _facts(moment, zone) != _facts(following, zone):
            change = _first_after(zone, moment, following)
            yield (change - _SECOND).astimezone(zone), change.astimezone(zone)
        moment = following


def _first_after(zone: ZoneInfo, before: datetime, after: datetime) -> datetime:
    """The first second between the two at which the offset is that of `after`."""
    old = _facts(before, zone)
    while after - before > _SECOND:
        middle = before + timedelta(seconds=(after - before) // _SECOND // 2)
        if _facts(middle, zone) == old:
            before = middle
        else:
            after = middle
    return after


def _facts(moment: datetime, zone: ZoneInfo) -> tuple[timedelta | None, str | None]:
    local = moment.astimezone(zone)
    return local.utcoffset(), local.tzname()
