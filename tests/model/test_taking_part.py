"""What editors write of place and access in free words, and the lists by which readers find it."""

from typing import Any

import pytest

from byleave.model.event import AccessItem
from byleave.model.taking_part import lists_of, room, ways_in
from tests.relate.making import event


@pytest.mark.parametrize(
    ("place", "ways", "where"),
    [
        ("Online", ("online",), ""),
        ("online, by Zoom", ("online",), ""),
        ("Ar-lein", ("online",), ""),
        ("The hall", ("in-person",), "The hall"),
        ("Online, and in the hall", ("online", "in-person"), "the hall"),
        ("Online and the hall", ("online", "in-person"), "the hall"),
        ("Ar-lein, ac yn y neuadd", ("online", "in-person"), "y neuadd"),
        ("The hall, and online", ("online", "in-person"), "The hall"),
        ("The hall & online.", ("online", "in-person"), "The hall"),
        ("Onlineham", ("in-person",), "Onlineham"),
        ("The Online Shop", ("in-person",), "The Online Shop"),
        ("", ("in-person",), ""),
    ],
)
def test_a_place_may_be_none_or_have_a_room_as_well(
    place: str, ways: tuple[str, ...], where: str
) -> None:
    """However an editor says that one can come by a screen, and by a door."""
    assert ways_in(event("2026-01-01", place=place)) == ways
    assert room(place) == where


def addresses(*access: AccessItem, **more: Any) -> list[str]:
    """The lists in which an event stands that says so of itself."""
    return [one.address for one in lists_of(event("2026-01-01", access=access, **more))]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The Corn Exchange, Sallowford", "the corn exchange  Sallowford"),
        ("Caf\u00e9 Glas", "CAFE\u0301 GLAS"),
        ("Neuadd-y-dref", "Neuadd y dref"),
        ("The Miners’ Hall", "The Miners' Hall"),
    ],
)
def test_two_spellings_are_one_place(first: str, second: str) -> None:
    """Nobody has to remember how a place was written the last time."""
    assert addresses(place=first) == addresses(place=second)


def test_two_places_are_two() -> None:
    """A letter, a mark or a digit tells them apart, as it does for everything with an address."""
    places = ("Hall 1", "Hall 2", "Llyn", "Llŷn", "قاعة", "The hall", "Hall")
    assert len({address for one in places for address in addresses(place=one)} - {
        "/calendar/in-person/"
    }) == len(places)  # fmt: skip


@pytest.mark.parametrize(
    ("what", "answer", "name"),
    [
        ("step-free", "yes", "step-free"),
        ("Step free", "by the side door", "step-free"),
        ("step-free by the side door", "yes", "step-free"),
        ("stepladder", "yes", "stepladder"),
        ("BSL interpreter", "on request", "bsl"),
        ("toilet with a hoist", "the leisure centre", "toilet-with-a-hoist"),
        ("good light once you have mended the lamp", "yes", ""),
        ("step-free", "no", ""),
        ("step-free", "No, sorry", ""),
        ("step-free", "not known yet", ""),
        ("step-free", "none", ""),
        ("dolen sain", "nac oes", ""),
        ("step-free", "?", ""),
        ("…", "yes", ""),
    ],
)
def test_access_is_what_somebody_can_rely_on(what: str, answer: str, name: str) -> None:
    """What is not there, or not known, is in no list of where it is."""
    found = addresses(AccessItem(what=what, answer=answer))
    assert found == ([f"/calendar/access/{name}/"] if name else [])


def test_what_says_nothing_has_no_list() -> None:
    """No page is called after a dash, after what every event is, or too long for a disk."""
    assert addresses(place="—", form="event") == ["/calendar/in-person/"]
    assert addresses(place="x" * 300) == ["/calendar/in-person/"]
