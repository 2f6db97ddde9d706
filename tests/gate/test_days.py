"""Days and hours that cannot be meant are told."""

from datetime import date
from pathlib import Path

import pytest

from byleave.gate.findings.days import odd_days
from tests.read.folders import read, story

DAY = date(2026, 6, 1)


def told(folder: Path, **front: str) -> list[tuple[str, int]]:
    """The code and the line of what is said of a story in London."""
    (one,) = read(folder, {"stories/a.md": story(**front)}).tree.stories
    return [(said.code, said.line) for said in odd_days(one, DAY, "Europe/London")]


def test_a_change_that_is_to_come_is_told(tmp_path: Path) -> None:
    """Readers would be told of a day that nobody knows yet."""
    assert told(tmp_path, updated="2031-01-01") == [("updated-ahead", 4)]


def test_a_change_before_there_was_a_story_is_told(tmp_path: Path) -> None:
    """Readers would see that it was changed on a day before it was published."""
    assert told(tmp_path, date="2026-03-02", updated="2026-03-01") == [("updated-early", 4)]
    assert told(tmp_path, date="2026-03-02", updated="2026-03-02") == []


def test_a_change_of_today_is_none(tmp_path: Path) -> None:
    """It was made this morning."""
    assert told(tmp_path, updated="2026-06-01") == []


MISSING = {
    "a beginning": "{starts: 2027-03-28 01:30}",
    "an end": "{starts: 2027-03-27, ends: 2027-03-28 01:00}",
    "the end of booking": (
        "{starts: 2027-04-01, booking: {url: https://a.example, closes: 2027-03-28 01:59}}"
    ),
    "a line of the programme": (
        '{starts: 2027-03-28 00:30, programme: [{title: Tea, at: "01:30"}]}'
    ),
}


@pytest.mark.parametrize("event", MISSING.values(), ids=MISSING)
def test_an_hour_that_no_clock_shows_is_told(tmp_path: Path, event: str) -> None:
    """Calendars move it, each to another hour."""
    assert told(tmp_path, event=event) == [("no-such-hour", 4)]


@pytest.mark.parametrize("hour", ["00:59", "02:00"])
def test_the_hours_beside_it_are_there(tmp_path: Path, hour: str) -> None:
    """Clocks show the minute before, and the hour that comes then."""
    assert told(tmp_path, event=f"{{starts: 2027-03-28 {hour}}}") == []


def test_an_hour_that_comes_twice_is_there(tmp_path: Path) -> None:
    """In autumn it is the first of the two."""
    assert told(tmp_path, event="{starts: 2027-10-31 01:30}") == []


OUT_OF_TIME = {
    "a day before": "programme: [{day: 2027-02-28, title: Tea}]",
    "a day after": "programme: [{day: 2027-03-03, title: Tea}]",
    "an end before": 'programme: [{at: "15:00", until: "14:00", title: Tea}]',
    "booking afterwards": "booking: {telephone: 1, closes: 2027-03-09}",
}
IN_TIME = {
    "its last day": "programme: [{day: 2027-03-02, title: Tea}]",
    "a night": 'programme: [{at: "22:00", until: "01:00", title: Tea}]',
    "booking until then": "booking: {telephone: 1, closes: 2027-03-02}",
}


@pytest.mark.parametrize("more", OUT_OF_TIME.values(), ids=OUT_OF_TIME)
def test_what_is_not_while_the_event_is_is_told(tmp_path: Path, more: str) -> None:
    """Somebody stands before a closed door, or thinks that there is time to book."""
    event = f"{{starts: 2027-03-01, ends: 2027-03-02, {more}}}"
    assert told(tmp_path, event=event) == [("out-of-time", 4)]


@pytest.mark.parametrize("more", IN_TIME.values(), ids=IN_TIME)
def test_what_is_while_the_event_is_is_not_told(tmp_path: Path, more: str) -> None:
    """A party goes on after midnight."""
    assert told(tmp_path, event=f"{{starts: 2027-03-01, ends: 2027-03-02, {more}}}") == []


@pytest.mark.parametrize("status", ["cancelled", "postponed"])
def test_what_is_off_wants_the_day_on_which_that_was_said(tmp_path: Path, status: str) -> None:
    """Somebody who has it in a calendar goes there else."""
    event = f"{{starts: 2027-03-01, status: {status}}}"
    assert told(tmp_path / "a", event=event) == [("updated-missing", 4)]
    assert told(tmp_path / "b", event=event, updated="2026-05-01") == []
    assert told(tmp_path / "c", event="{starts: 2027-03-01, status: full}") == []
