"""What is told of two events whose places have nearly the same name."""

from pathlib import Path

import pytest

from byleave.diagnostics import Diagnostic
from byleave.gate import admit
from tests.gate.sites import NOON
from tests.read.folders import WITHDRAWN, read, story, voice

TILDA = voice("tilda", "Tilda", part="author")
LEFT = voice("tilda", "Tilda", part="author", consent=WITHDRAWN)


def event(place: str, *voices: str, **front: str | None) -> str:
    """An event at a place."""
    told = f'{{starts: 2030-05-01 10:00, place: "{place}"}}'
    return story("Words.\n", *(voices or (TILDA,)), event=told, **front)


def told(folder: Path, **events: str) -> list[Diagnostic]:
    """What is said of the places of events, by their names."""
    files = {f"stories/{name}.md": text for name, text in events.items()}
    _, report = admit(read(folder, files).tree, NOON)
    return [one for one in report.advice if one.code == "places-alike"]


ONE_PLACE = {
    "an apostrophe": ("St Mark's Hall", "St Marks Hall"),
    "where it is": ("St Mark's Hall", "St Marks Hall, Leeds"),
    "an article": ("The Corn Exchange", "Corn Exchange"),
    "a word in short": ("Saint Mark's, Mill Road", "St Mark's, Mill Rd"),
    "and": ("Bread and Roses Hall", "Bread & Roses Hall"),
    "two words": ("Market Place Library", "Marketplace Library"),
    "an accent": ("Caffi Môr", "Caffi Mor"),
    "a letter left out": ("Coldharrow Library", "Coldharrow Libary"),
    "two letters turned": ("Coldharrow Library", "Colhdarrow Library"),
}
TWO_PLACES = {
    "one address": ("St Mark's Hall", "St. Mark’s hall"),
    "rooms": ("Room 1", "Room 2"),
    "numbers": ("Room 12, Mill House", "Room 1, 2 Mill House"),
    "towns": ("The Corn Exchange, Leeds", "The Corn Exchange, Hull"),
    "a room in it": ("The Corn Exchange", "Long Room, The Corn Exchange"),
    "a town": ("Leeds", "Leeds, Town Hall"),
    "another street": ("Mill Lane", "Hill Lane"),
    "another letter": ("Hall A", "Hall B"),
    "short words": ("Park Hall", "Parks Hall"),
    "online": ("Online", "On-line, and in the hall"),
}


@pytest.mark.parametrize("places", ONE_PLACE.values(), ids=ONE_PLACE)
def test_what_is_likely_one_place_is_told(tmp_path: Path, places: tuple[str, str]) -> None:
    """Whoever looks under one of the two misses what is under the other; both lines are named."""
    (one,) = told(tmp_path, a=event(places[0]), b=event(places[1]))
    assert (one.path, one.severity, one.private) == ("stories/a.md", "advice", False)
    assert one.message.endswith(f"(line {one.line}): stories/b.md:{one.line}")
    assert not any(place in one.message + one.do for place in places)


@pytest.mark.parametrize("places", TWO_PLACES.values(), ids=TWO_PLACES)
def test_other_places_are_not_told(tmp_path: Path, places: tuple[str, str]) -> None:
    """Editors who are told of everything read nothing."""
    assert told(tmp_path, a=event(places[0]), b=event(places[1])) == []


def test_it_stands_where_the_name_is_rare(tmp_path: Path) -> None:
    """The spelling that more events have is the one to keep."""
    usual, rare = event("St Mark's Hall"), event("St Marks Hall")
    (one,) = told(tmp_path, a=usual, b=usual, c=rare)
    assert (one.path, "stories/a.md" in one.message) == ("stories/c.md", True)


def test_only_published_events_count(tmp_path: Path) -> None:
    """A place is not told of because of what is withheld, or is not there yet."""
    here = event("St Mark's Hall")
    assert told(tmp_path / "withdrawn", a=here, b=event("St Marks Hall", LEFT)) == []
    assert told(tmp_path / "not yet", a=here, b=event("St Marks Hall", date="2999-01-01")) == []
    assert told(tmp_path / "draft", a=here, b=event("St Marks Hall", date=None)) == []
    version = event("St Marks Hall", translation_of="stories/a.md", language="cy")
    alone = version.partition("voices:")[0] + "---\nWords.\n"
    assert told(tmp_path / "version", a=here, b=alone) == []
