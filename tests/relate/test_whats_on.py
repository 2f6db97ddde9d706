"""What is on, on paper: what somebody asks for, and only what everybody lets be printed."""

from datetime import date
from typing import Any

import pytest

from byleave.model.event import AccessItem, Booking
from byleave.model.published import Story
from byleave.model.whats_on import Wanted
from byleave.relate import whats_on
from tests.relate.making import event, published, story, voice

FIRST, LAST = date(2030, 1, 1), date(2030, 1, 14)


def titles(*stories: Story, **more: str) -> list[str]:
    """What is on a sheet for two weeks."""
    sheet = whats_on(published(*stories), Wanted(first=FIRST, last=LAST, **more))
    return [one.item.title for one in sheet.events]


def test_a_sheet_has_what_is_on_in_its_days() -> None:
    """Soonest first; what began before and is still on, too. Nothing that is over, no session."""
    assert titles(
        story("late", event=event("2030-01-14 18:00")),
        story("soon", event=event("2030-01-01")),
        story("running", event=event("2029-12-01", "2030-01-03")),
        story("too-late", event=event("2030-01-15")),
        story("too-early", event=event("2029-12-01", "2029-12-31")),
        story("over", event=event("2030-01-02"), past=True),
        story("session", event=event("2030-01-02"), part_of="stories/running.md"),
        story("no-event"),
    ) == ["Running", "Soon", "Late"]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"place": "corn exchange"}, ["Tea"]),
        ({"place": "Dale"}, ["Tea", "Zoom"]),
        ({"place": "Corn"}, ["Tea"]),
        ({"place": "Cor"}, []),
        ({"form": "DROP IN"}, ["Zoom"]),
        ({"form": "online"}, ["Zoom"]),
        ({"form": "in-person"}, ["Tea"]),
        ({"access": "step-free"}, ["Tea"]),
        ({"access": "BSL"}, ["Zoom"]),
    ],
)
def test_a_sheet_is_for_a_place_a_form_or_an_access(
    asked: dict[str, str], found: list[str]
) -> None:
    """In whole words, however they are written."""
    tea = event(
        "2030-01-01",
        place="The Corn Exchange, Dale",
        access=(AccessItem(what="step-free"), AccessItem(what="BSL", answer="no")),
    )
    zoom = event(
        "2030-01-02",
        place="Online, from Dale",
        form="drop-in",
        access=(AccessItem(what="BSL"),),
    )
    assert titles(story("tea", event=tea), story("zoom", event=zoom), **asked) == found


@pytest.mark.parametrize(
    "more",
    [
        {"part": "author"},
        {"named": True},
        {"place": "Ann's kitchen"},
        {"address": "at Ann's"},
        {"cost": "Free, says ann"},
        {"access": (AccessItem(what="a ramp", answer="Ann has one"),)},
        {"access_contact": "Ann, 01632 960000"},
        {"booking": Booking(email="ann@example.org")},
    ],
)
def test_an_event_of_somebody_who_gave_no_leave_to_print_is_left_out(more: dict[str, Any]) -> None:
    """As a whole: paper cannot be taken back, and half an event helps nobody to come."""
    part = more.pop("part", "speaker")
    named = frozenset({"ann"} if more.pop("named", False) else ())
    fair = event("2030-01-01", **more)
    for without, there in (("print",), False), ((), True):
        told = story("fair", voice("ann", *without, part=part), event=fair, named=named)
        tea = story("tea", event=event("2030-01-02"))
        sheet = whats_on(published(told, tea), Wanted(first=FIRST, last=LAST))
        assert [one.item.title for one in sheet.events] == (["Fair", "Tea"] if there else ["Tea"])
        assert sheet.left_out == (0 if there else 1)


def test_who_is_in_an_event_and_not_on_the_sheet_is_not_asked() -> None:
    """A speaker in the programme, and an anonymous voice, have nothing of theirs on it."""
    nobody = voice("nan", "print", part="speaker", name="Neighbour", identity="anonymous")
    speaker = voice("ann", "print", part="speaker")
    fair = event("2030-01-01", place="The neighbour room")
    assert titles(story("fair", nobody, speaker, event=fair)) == ["Fair"]


def test_a_sheet_in_a_language_has_events_as_they_are_told_in_it() -> None:
    """Where there is a version; with what those in that version permit."""
    fair = story("fair", event=event("2030-01-01"))
    told: dict[str, Any] = {
        "event": event("2030-01-01"),
        "translation_of": "stories/fair.md",
        "language": "cy",
    }
    assert titles(fair, story("ffair", **told), language="cy") == ["Ffair"]
    assert titles(fair, story("ffair", **told)) == ["Fair"]
    assert titles(fair, story("ffair", voice("ann", "print"), **told), language="cy") == []
