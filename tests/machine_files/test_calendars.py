"""Calendars: read by icalendar, and by ical, which shares no code with it (RFC 5545)."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar, Timezone

from byleave.model.machine_files import CalendarEntry, CalendarFileView
from byleave.render.calendars import calendar_file
from byleave.render.zones import time_zone
from tests.machine_files.folder import STORIES, URL, build
from tests.relate.making import moment

EVENTS = ["in-summer", "in-winter", "fair", "walk", "talk"]


def events(data: bytes) -> dict[str, Any]:
    """The events of a calendar by the names of their stories."""
    found: list[Any] = Calendar.from_ical(data).walk("VEVENT")
    return {str(one["UID"]).partition("@")[0].removeprefix("stories/"): one for one in found}


def read_by_ical(text: str) -> Any:
    """The calendar as the other reader has it."""
    # It takes a quarter of a second to load, in whichever process collects this module.
    from ical.calendar_stream import IcsCalendarStream

    return IcsCalendarStream.calendar_from_ics(text)


def test_all_events_that_may_be_there_are_in_the_calendar(site: Mapping[str, bytes]) -> None:
    """And each has a file of its own, which says the same."""
    calendar = events(site["calendar.ics"])
    assert sorted(calendar) == sorted(EVENTS)
    files = {path: data for path, data in site.items() if path.endswith("event.ics")}
    assert sorted(files) == sorted(f"stories/{name}/event.ics" for name in EVENTS)
    for name in EVENTS:
        (own,) = events(files[f"stories/{name}/event.ics"]).values()
        assert own.to_ical() == calendar[name].to_ical()
        assert f'href="/stories/{name}/event.ics"'.encode() in site[f"stories/{name}/index.html"]


@pytest.mark.parametrize(
    ("name", "start", "end"),
    [
        ("in-summer", "2021-06-16T09:00:00Z", "2021-06-16T11:30:00Z"),
        ("in-winter", "2021-12-01T18:00:00Z", ""),
        ("walk", "2021-11-06T09:00:00Z", ""),
        ("talk", "2021-11-07T09:00:00Z", "2021-11-09T00:00:00Z"),
    ],
)
def test_an_event_is_at_its_time_in_summer_and_in_winter(
    site: Mapping[str, bytes], name: str, start: str, end: str
) -> None:
    """By both readers, which take the time zone from the file or from their own tables."""
    data = site[f"stories/{name}/event.ics"]
    (one,) = events(data).values()
    (other,) = read_by_ical(data.decode()).events
    for begins in (one["DTSTART"].dt, other.dtstart):
        assert isinstance(begins, datetime)
        assert begins.astimezone(UTC) == datetime.fromisoformat(start)
        assert str(begins.tzinfo) == "Europe/London"
    ends = one["DTEND"].dt if "DTEND" in one else None
    assert (ends.astimezone(UTC) if ends else None) == (
        datetime.fromisoformat(end) if end else None
    )


def test_a_whole_day_ends_with_the_day_after(site: Mapping[str, bytes]) -> None:
    """The end is the first day on which it is over (RFC 5545, 3.6.1)."""
    fair = events(site["calendar.ics"])["fair"]
    assert (fair["DTSTART"].dt, fair["DTEND"].dt) == (date(2021, 6, 26), date(2021, 6, 28))
    (other,) = read_by_ical(site["stories/fair/event.ics"].decode()).events
    assert (other.start, other.end) == (date(2021, 6, 26), date(2021, 6, 28))
    assert b"VTIMEZONE" not in site["stories/fair/event.ics"]


@pytest.mark.parametrize(
    ("name", "status"),
    [
        ("in-summer", "CONFIRMED"),
        ("in-winter", "CONFIRMED"),
        ("walk", "CANCELLED"),
        ("talk", "TENTATIVE"),
    ],
)
def test_whether_an_event_takes_place(site: Mapping[str, bytes], name: str, status: str) -> None:
    """A calendar strikes out what is cancelled, and shows what is postponed as uncertain."""
    assert events(site["calendar.ics"])[name]["STATUS"] == status


def test_what_an_event_says(site: Mapping[str, bytes]) -> None:
    """Title, summary, place, form and address, as they were written."""
    supper = events(site["calendar.ics"])["in-winter"]
    assert supper["SUMMARY"] == "Supper"
    assert supper["SUMMARY"].params["LANGUAGE"] == "en-GB"
    assert supper["DESCRIPTION"] == "Soup, and bread."
    assert supper["LOCATION"] == "The hall, 1 High Street, Ayr"
    assert supper["URL"] == f"{URL}/stories/in-winter/"
    assert [str(one) for one in supper["CATEGORIES"].cats] == ["supper"]
    assert supper["UID"] == "stories/in-winter@stories.example.org"
    assert supper["DTSTAMP"].dt == datetime(2021, 3, 2, tzinfo=UTC)
    assert events(site["calendar.ics"])["fair"]["SUMMARY"] == "The fair; two days, and “more”"


def test_what_is_not_for_calendars_is_not_there(site: Mapping[str, bytes]) -> None:
    """A way to join may be closed tomorrow, and a place may be named after somebody."""
    assert b"meet.example.net" not in site["calendar.ics"]
    assert "LOCATION" not in events(site["calendar.ics"])["fair"]


def test_lines_are_folded_where_the_standard_says(site: Mapping[str, bytes]) -> None:
    """No line is longer than 75 bytes, none ends in half a letter, and all end alike (3.1)."""
    for path, data in site.items():
        if path.endswith(".ics"):
            lines = data.split(b"\r\n")
            assert lines[-1] == b""
            assert b"\n" not in data.replace(b"\r\n", b"")
            assert max(map(len, lines)) <= 75
            assert all(line.decode("utf-8") is not None for line in lines)


def test_the_same_bytes_on_every_build(site: Mapping[str, bytes], tmp_path: Path) -> None:
    """Whenever it is built, and in whatever order the files were written."""
    again = build(tmp_path, reversed(list(STORIES)))
    assert {path for path in site if site[path] != again[path]} == set()


def test_an_event_is_the_same_wherever_the_site_is_built() -> None:
    """A trial build elsewhere does not give people every event twice."""
    entry = CalendarEntry(
        address="/stories/a/",
        title="A",
        summary="",
        date=date(2021, 1, 1),
        updated=None,
        language="en",
        authors=(),
        starts=moment("2021-06-01 10:00"),
        ends=moment("2021-06-01 10:00"),
        status="planned",
        form="",
        place="",
    )
    view = CalendarFileView(address="/calendar.ics", title="A", language="en", events=(entry,))
    url = "https://a.example.org/people/"
    bases = ("https://a.example.org/people", "https://trial.example.net")
    made = [calendar_file(view, url, "UTC", base.__add__) for base in bases]
    ((one,), (other,)) = (events(data).values() for data in made)
    assert one["UID"] == other["UID"] == "people/stories/a@a.example.org"
    assert one["URL"] != other["URL"]
    assert "DTEND" not in one
    assert one["DTSTART"].to_ical() == b"20210601T100000Z"


ZONES = [
    "Europe/London",
    "America/New_York",
    "Pacific/Auckland",
    "Pacific/Kiritimati",
    "Australia/Lord_Howe",
    "Africa/Casablanca",
    "Asia/Kolkata",
    "America/Santiago",
    "Pacific/Pago_Pago",
]


@pytest.mark.parametrize("name", ZONES)
def test_a_time_zone_says_what_the_clocks_say(name: str) -> None:
    """Read back from its own definition alone, at every hour of the years it is for."""
    made = Timezone.from_ical(time_zone(name, 2021, 2022).to_ical())
    zone = ZoneInfo(name)
    begin = datetime(2021, 1, 1)  # noqa: DTZ001 - what wall clocks show
    for hour in range(0, 24 * 730, 5):
        shown = begin + timedelta(hours=hour)
        there = shown.replace(tzinfo=zone)
        if _is_there_once(there):
            assert offset_by(made, shown) == there.utcoffset(), shown


@pytest.mark.parametrize(
    ("name", "onset", "before", "after"),
    [
        ("Europe/London", datetime(2021, 3, 28, 1), 0, 60),  # noqa: DTZ001 - wall clocks
        ("Europe/London", datetime(2021, 10, 31, 2), 60, 0),  # noqa: DTZ001 - wall clocks
        ("America/New_York", datetime(2021, 3, 14, 2), -300, -240),  # noqa: DTZ001 - wall clocks
    ],
)
def test_clocks_change_at_the_moment_that_the_old_time_shows(
    name: str, onset: datetime, before: int, after: int
) -> None:
    """The onset is told in the time that is about to end (RFC 5545, 3.6.5)."""
    parts: list[Any] = time_zone(name, 2021, 2021).subcomponents
    changes = {
        part["DTSTART"].dt: (part["TZOFFSETFROM"].td, part["TZOFFSETTO"].td) for part in parts
    }
    assert changes[onset] == (timedelta(minutes=before), timedelta(minutes=after))


def offset_by(zone: Any, shown: datetime) -> timedelta:
    """The offset that a definition gives to what a wall clock shows, by the standard's own rule."""
    parts = [part for part in zone.subcomponents if part["DTSTART"].dt <= shown]
    offset = max(parts, key=lambda part: part["DTSTART"].dt)["TZOFFSETTO"].td
    assert isinstance(offset, timedelta)
    return offset


def _is_there_once(there: datetime) -> bool:
    """Whether wall clocks show that time, and once: not what is left out or comes twice."""
    return there.utcoffset() == there.replace(fold=1).utcoffset()


def test_only_what_says_so_has_changed(site: Mapping[str, bytes]) -> None:
    """Programs take over an event again where its number is higher (RFC 5546, 2.1.4)."""
    found = events(site["calendar.ics"])
    assert (found["walk"]["SEQUENCE"], found["walk"]["LAST-MODIFIED"].dt.day) == (2, 6)
    assert not {"SEQUENCE", "LAST-MODIFIED"} & found["fair"].keys()


@pytest.mark.parametrize("zone", ["Europe/London", "UTC"])
def test_a_calendar_without_events_can_be_read(zone: str) -> None:
    """It stays there, so that whoever has it goes on asking."""
    view = CalendarFileView(address="/calendar.ics", title="Lea", language="en-GB", events=())
    data = calendar_file(view, URL, zone, lambda address: address)
    assert not Calendar.from_ical(data).walk("VEVENT")
    assert not read_by_ical(data.decode()).events
