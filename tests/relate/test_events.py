"""An event: its programme with the sessions in it, who did what, and what tells about it."""

from datetime import date, time

import pytest

from byleave.model.event import ProgrammeItem
from byleave.model.site import EventView, StoryView
from byleave.relate import relate
from tests.relate.making import at, event, moment, published, story, voice

FAIR = "stories/fair.md"


def line(title: str, when: str = "", **more: object) -> ProgrammeItem:
    """A line of a programme, at `2021-06-01 10:00`, on a day, or at no time that is said."""
    said = moment(when) if when else None
    return ProgrammeItem(
        title=title,
        day=said.day if said else None,
        at=said.clock if said else None,
        **more,  # type: ignore[arg-type] # each test says what it needs
    )


def programme(view: EventView) -> list[tuple[date, list[tuple[str, str, bool]]]]:
    """By day: time, title, and whether the line leads to a session."""
    return [
        (
            day.day,
            [(str(one.at or "")[:5], one.title, one.session is not None) for one in day.lines],
        )
        for day in view.programme
    ]


def test_sessions_stand_in_the_programme() -> None:
    """In the line of the same day and title, or else in a line of their own, by their start."""
    lines = [
        line("Tea", "2021-06-01 09:30", room="Hall"),
        line("BREAD", "2021-06-01 10:00", room="Kitchen"),
        line("Soup", "2021-06-02 10:00", room="Kitchen"),
        line("Bread", "2021-06-02 12:00", room="Yard"),
    ]
    fair = event("2021-06-01", "2021-06-02", lines)
    plan = relate(
        published(
            story("fair", event=fair),
            story("bread", event=event("2021-06-01 10:00"), part_of=FAIR),
            story(
                "salt",
                event=event("2021-06-02 11:00", "2021-06-02 11:45", place="Tent"),
                part_of=FAIR,
            ),
        )
    )
    view = at(plan, "/stories/fair/", EventView)
    assert programme(view) == [
        (date(2021, 6, 1), [("09:30", "Tea", False), ("10:00", "BREAD", True)]),
        (
            date(2021, 6, 2),
            [("10:00", "Soup", False), ("11:00", "Salt", True), ("12:00", "Bread", False)],
        ),
    ]
    salt = view.programme[1].lines[1]
    assert (salt.until, salt.room) == (time(11, 45), "Tent")
    assert view.programme[1].rooms == ("Kitchen", "Tent", "Yard")
    assert view.event.programme == ()


def test_a_line_without_a_day_is_on_the_first() -> None:
    """Whatever line stands, or is withheld, before it."""
    with_it = event("2021-06-01", "2021-06-02", [line("A", "2021-06-02 09:00"), line("B")])
    without = event("2021-06-01", "2021-06-02", [line("B")])
    days = []
    for told in (with_it, without):
        view = at(relate(published(story("fair", event=told))), "/stories/fair/", EventView)
        days.append([day.day for day in view.programme for one in day.lines if one.title == "B"])
    assert days == [[date(2021, 6, 1)]] * 2


def test_the_voices_of_a_line_are_those_that_the_event_has() -> None:
    """A voice that is not there any more leaves its line without a name, and without a mark."""
    told = event("2021-06-01", programme=[line("Bread", voices=("ann", "gone"))])
    plan = relate(published(story("fair", voice("ann", part="speaker"), event=told)))
    ((shown,),) = (day.lines for day in at(plan, "/stories/fair/", EventView).programme)
    assert [one.name for one in shown.voices] == ["Ann"]


def test_a_version_of_an_event_has_no_file_of_its_own() -> None:
    """Calendars have each event once, and no page leads to a file that is not there."""
    plan = relate(
        published(
            story("fair", event=event("2021-06-01")),
            story("ffair", event=event("2021-06-01"), translation_of=FAIR, language="cy"),
        )
    )
    assert at(plan, "/stories/fair/", EventView).file == "/stories/fair/event.ics"
    assert at(plan, "/stories/ffair/", EventView).file == ""


def test_who_did_what() -> None:
    """By part: those who call people together first, then who speaks, then who responds."""
    voices = [
        voice("res", part="respondent"),
        voice("one", part="Speaker"),
        voice("odd", part="bell ringer"),
        voice("con", part="convenor"),
        voice("two", part="speaker"),
    ]
    plan = relate(published(story("fair", *voices, event=event("2021-06-01"))))
    assert [
        (cast.part, [one.name for one in cast.voices])
        for cast in at(plan, "/stories/fair/", EventView).casts
    ] == [
        ("convenor", ["Con"]),
        ("speaker", ["One", "Two"]),
        ("respondent", ["Res"]),
        ("bell ringer", ["Odd"]),
    ]


def test_an_event_and_what_belongs_to_it_lead_to_each_other() -> None:
    """Sessions and reports lead to the event, and it to them."""
    plan = relate(
        published(
            story("fair", event=event("2021-06-01")),
            story("bread", event=event("2021-06-01 10:00"), part_of=FAIR),
            story("how-it-was", report_of=FAIR),
        )
    )
    fair = at(plan, "/stories/fair/", EventView)
    assert [item.title for item in fair.reports] == ["How it was"]
    session, report = (
        at(plan, "/stories/bread/", EventView).part_of,
        at(plan, "/stories/how-it-was/", StoryView).report_of,
    )
    assert session
    assert report
    assert session.address == report.address == fair.address
    assert at(plan, "/stories/how-it-was/", StoryView).kind == "report"


@pytest.mark.parametrize("without", ["engines", "social"])
def test_a_page_is_as_open_as_what_it_has_to_list(without: str) -> None:
    """A session's title is its author's: the page of the festival that lists it gives way."""
    ann = voice("ann", without)
    plan = relate(
        published(
            story("fair", voice("bea"), event=event("2021-06-01")),
            story("bread", ann, event=event("2021-06-01 10:00"), part_of=FAIR),
            story("other", voice("bea")),
        )
    )
    fair = at(plan, "/stories/fair/", EventView)
    other = at(plan, "/stories/other/", StoryView)
    assert (fair.indexable, fair.shareable) == (without != "engines", without != "social")
    assert other.indexable
    assert other.shareable


def table(view: EventView) -> list[tuple[str, str, list[str]]]:
    """The timetable of the first day: from when, until when, and what is in each room."""
    return [
        (
            str(row.at or "")[:5],
            str(row.until or "")[:5],
            ["+".join(one.title for one in room) for room in row.rooms]
            or ["everywhere", *(one.title for one in row.everywhere)],
        )
        for row in view.programme[0].timetable
    ]


def test_a_day_in_several_rooms_has_a_timetable() -> None:
    """Who stands before four doors sees what is behind each, and what is for everybody."""
    ten, half, noon = time(10), time(11, 30), time(12)
    lines = [
        line("Name badges"),
        line("Tea", "2021-06-01 09:30"),
        line("Bread", "2021-06-01 10:00", room="Hall", until=noon),
        line("Soup", "2021-06-01 10:00", room="Snug", until=half),
        line("Salt", "2021-06-01 10:00", room="Snug", until=half),
        line("A bell", "2021-06-01 10:00", until=ten),
        line("Songs", "2021-06-01 12:00", room="Snug", until=time(13)),
    ]
    plan = relate(published(story("fair", event=event("2021-06-01", programme=lines))))
    assert table(at(plan, "/stories/fair/", EventView)) == [
        ("", "", ["everywhere", "Name badges"]),
        ("09:30", "", ["everywhere", "Tea"]),
        ("10:00", "10:00", ["everywhere", "A bell"]),
        ("10:00", "", ["Bread", "Soup+Salt"]),
        ("12:00", "13:00", ["", "Songs"]),
    ]


@pytest.mark.parametrize("rooms", [0, 1, 6])
def test_one_room_or_very_many_have_none(rooms: int) -> None:
    """A column alone tells nothing, and six do not fit on a sheet of paper."""
    lines = [line(f"Line {n}", "2021-06-01 10:00", room=f"Room {n}") for n in range(rooms)]
    told = event("2021-06-01", programme=[*lines, line("Tea", "2021-06-01 11:00")])
    view = at(relate(published(story("fair", event=told))), "/stories/fair/", EventView)
    assert table(view) == []
    assert len(view.programme[0].lines) == rooms + 1
