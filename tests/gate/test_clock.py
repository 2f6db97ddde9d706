"""What day it is where the site is, and what else depends on the day."""

from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from tests.gate.sites import names, passed, the_story
from tests.read.folders import SETTINGS, YES, story, voice

UNTIL = voice("sam", "Sam", YES.replace("2040-01-01", "2026-06-01"))
SHED = {"stories/shed.md": story("Words.\n", UNTIL.replace("told-about", "author"))}
LOCAL = datetime  # a moment without an offset is one in the site's time zone

MOMENTS = {
    "a minute before the day, in British Summer Time": (
        datetime(2026, 5, 31, 22, 59, tzinfo=UTC),
        True,
    ),
    "the day's first minute, in British Summer Time": (
        datetime(2026, 5, 31, 23, 0, tzinfo=UTC),
        False,
    ),
    "midnight in Universal Time": (datetime(2026, 6, 1, 0, 0, tzinfo=UTC), False),
    "the same moment told in Auckland": (
        datetime(2026, 6, 1, 10, 59, tzinfo=timezone(timedelta(hours=12))),
        True,
    ),
    "the last minute by the clocks of the site": (LOCAL(2026, 5, 31, 23, 59), True),
    "the first minute by the clocks of the site": (LOCAL(2026, 6, 1), False),
}


@pytest.mark.parametrize(("when", "published"), MOMENTS.values(), ids=MOMENTS)
def test_an_until_is_reached_at_midnight_where_the_site_is(
    tmp_path: Path, when: datetime, published: bool
) -> None:
    """In summer, London's day begins an hour before that of Universal Time."""
    result, _ = passed(tmp_path, SHED, when)
    assert names(result) == (["shed"] if published else [])


def test_each_site_has_its_own_midnight(tmp_path: Path) -> None:
    """It is tomorrow in Auckland when it is noon in London."""
    far = {"site_src/site.yaml": f"{SETTINGS}timezone: Pacific/Auckland\n"}
    noon = datetime(2026, 5, 31, 12, 30, tzinfo=UTC)
    assert names(passed(tmp_path / "near", SHED, noon)[0]) == ["shed"]
    assert names(passed(tmp_path / "far", {**SHED, **far}, noon)[0]) == []


def test_a_story_is_published_from_its_date_on(tmp_path: Path) -> None:
    """Not a minute before its day begins."""
    due = {"stories/shed.md": story(date="2026-06-01")}
    before = datetime(2026, 5, 31, 22, 59, tzinfo=UTC)
    assert names(passed(tmp_path, due, before)[0]) == []
    assert names(passed(tmp_path, due, before + timedelta(minutes=1))[0]) == ["shed"]


EVENTS = {
    "it has not begun": ("{starts: 2026-06-01 14:00}", 13, 0, False),
    "it has begun and says no end": ("{starts: 2026-06-01 14:00}", 23, 59, False),
    "it ends in a minute": ("{starts: 2026-06-01 10:00, ends: 2026-06-01 14:00}", 13, 59, False),
    "it ends now": ("{starts: 2026-06-01 10:00, ends: 2026-06-01 14:00}", 14, 0, False),
    "it ended a minute ago": ("{starts: 2026-06-01 10:00, ends: 2026-06-01 14:00}", 14, 1, True),
    "it ends some time today": ("{starts: 2026-05-30, ends: 2026-06-01}", 23, 59, False),
    "it ended yesterday": ("{starts: 2026-05-30, ends: 2026-05-31}", 0, 0, True),
    "it was yesterday": ("{starts: 2026-05-31 20:00}", 0, 0, True),
}


@pytest.mark.parametrize(("event", "hour", "minute", "past"), EVENTS.values(), ids=EVENTS)
def test_an_event_is_over_when_it_has_ended(
    tmp_path: Path, event: str, hour: int, minute: int, past: bool
) -> None:
    """And not when it has begun: people look for the way there until the last minute."""
    join = f"{event[:-1]}, join: https://meet.example.org/, join_public: yes}}"
    when = datetime(2026, 6, 1, hour, minute)  # noqa: DTZ001 - the site's zone
    result, _ = passed(tmp_path, {"stories/fair.md": story(event=join)}, when)
    fair = the_story(result, "fair")
    assert fair.event is not None
    assert (fair.past, fair.event.join is None) == (past, past)


def test_a_join_link_is_for_those_who_booked(tmp_path: Path) -> None:
    """Without `join_public: yes` it is nowhere, whenever."""
    event = "{starts: 2026-06-02, join: https://meet.example.org/}"
    result, _ = passed(tmp_path, {"stories/fair.md": story(event=event)})
    found = the_story(result, "fair").event
    assert found is not None
    assert found.join is None
