"""Somebody takes their permission back, or the group holds it back: in every file at once."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.permission.sites import (
    PLOT,
    SHED,
    consent,
    published,
    record,
    three_stories,
)
from tests.read.folders import SETTINGS, put


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Two stories with Sam's record, and one with another of hers."""
    return three_stories(tmp_path / "site")


@pytest.mark.parametrize("words", [(SHED, "--voice", "sam"), ("--record", "R-1")])
def test_one_command_takes_everything_back(site: Path, tmp_path: Path, words: list[str]) -> None:
    """Wherever the record is, and nothing of anybody else's."""
    assert "green gate" in published(site, tmp_path / "before")
    said = consent(site, "withdraw", *words, "--day", "2026-03-02")
    assert said.code == 0, said.all
    assert record(site)["withdrawn"] == record(site, PLOT)["withdrawn"] == "2026-03-02"
    assert "withdrawn" not in record(site, voice="ann")
    after = published(site, tmp_path / "after")
    assert "green gate" not in after
    assert "Beans" not in after
    assert "Kale" in after


def test_the_same_person_elsewhere_is_told_of(site: Path) -> None:
    """They may mean that too, and only they know."""
    said = consent(site, "withdraw", "--record", "R-1")
    assert "stories/else.md: s is the same person, under another record: ask them" in said.out


def test_what_comes_next_is_in_the_order_in_which_a_person_needs_it(site: Path) -> None:
    """What has happened, how it leaves the site, and then the letter; the rest comes after."""
    said = consent(site, "withdraw", "--record", "R-1").out
    order = ("sam is withdrawn", "1. Publish now", "2. Tell them", "letter --record R-1", "3. ")
    places = [said.index(one) for one in order]
    assert places == sorted(places)


def test_one_story_can_be_left(site: Path) -> None:
    """Where that is what they asked for."""
    assert consent(site, "withdraw", SHED, "--voice", "sam", "--only-here").code == 0
    assert "not_here" in record(site)
    assert record(site, PLOT).keys().isdisjoint(("withdrawn", "not_here"))


def test_a_second_time_changes_nothing(site: Path) -> None:
    """The first day is the one that counts."""
    consent(site, "withdraw", "--record", "R-1", "--day", "2026-03-02")
    before = (site / SHED).read_bytes()
    assert consent(site, "withdraw", "--record", "R-1").code == 0
    assert (site / SHED).read_bytes() == before


def test_an_error_in_a_file_keeps_nobody_in(site: Path) -> None:
    """It is withheld today by its error; mended, it must stay without them."""
    text = (site / SHED).read_text().replace("date: 2026-01-01", "date: soon\ndate: later")
    (site / SHED).write_text(text)
    assert consent(site, "withdraw", "--record", "R-1").code == 0
    assert "withdrawn" in (site / SHED).read_text()


BROKEN = {
    "a key that nobody knows": f"{SETTINGS}colour: red\n",
    "not YAML": "title: [\n",
    "nothing": "",
    "an unfinished merge": f"<<<<<<< a\n{SETTINGS}=======\n{SETTINGS}>>>>>>> b\n",
}


@pytest.mark.parametrize("settings", BROKEN.values(), ids=BROKEN)
@pytest.mark.parametrize("command", ["withdraw", "hold"])
def test_an_error_in_the_settings_keeps_nobody_in(site: Path, settings: str, command: str) -> None:
    """It stops every build, and may not stop the words from being taken back meanwhile."""
    put(site, {"site_src/site.yaml": settings})
    said = consent(site, command, "--record", "R-1")
    assert said.code == 0, said.all
    key = "withdrawn" if command == "withdraw" else "held"
    assert key in record(site)
    assert key in record(site, PLOT)


def test_what_to_do_where_no_build_is_possible_is_said(site: Path) -> None:
    """Which files to take back, and else which pages to take off the net."""
    said = " ".join(consent(site, "withdraw", SHED, "--voice", "sam").all.split())
    assert "git log -- site_src/site.yaml site_src/look" in said
    assert "https://lea.example.org/stories/shed/" in said.partition("2. What your host")[0]


def test_a_file_that_nobody_can_read_is_named(site: Path) -> None:
    """The others are written, and this one is not passed over in silence."""
    (site / SHED).write_text((site / SHED).read_text().replace("voices:", "voices: ["))
    said = consent(site, "withdraw", "--record", "R-1")
    assert said.code == 1
    assert "stories/shed.md cannot be read" in said.err
    assert "withdrawn" in record(site, PLOT)


def test_a_file_that_is_asked_for_says_where_it_cannot_be_read(site: Path) -> None:
    """So that it can be mended, or written by hand."""
    (site / SHED).write_text((site / SHED).read_text().replace("voices:", "voices: ["))
    said = consent(site, "withdraw", SHED, "--voice", "sam")
    assert (said.code, f"error: {SHED}:" in said.err) == (3, True)


def test_a_full_disk_leaves_the_files_as_they_were(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And says of each that it was not written, the list of records among them."""
    before = {path: (site / path).read_bytes() for path in (SHED, PLOT)}

    def full(*_arguments: Any, **_options: Any) -> Iterator[None]:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("byleave.editing.whole_files.os.fsync", full)
    said = consent(site, "withdraw", "--record", "R-1")
    assert (said.code, said.err.count("no space left on device")) == (3, 3)
    assert "is withdrawn" not in said.out
    assert {path: (site / path).read_bytes() for path in (SHED, PLOT)} == before
    assert [one for one in (site / "stories").iterdir() if one.name.startswith(".")] == []


def test_a_write_that_fails_half_way_says_how_far_it_came(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever is interrupted knows which files still have to be done."""
    real = Path.replace

    def once(self: Path, target: Path) -> Path:
        if str(target).endswith("shed.md"):
            raise OSError(13, "Permission denied")
        return real(self, target)

    monkeypatch.setattr(Path, "replace", once)
    said = consent(site, "withdraw", "--record", "R-1")
    assert said.code == 1
    assert f"error: {SHED}: permission denied" in said.err
    assert f"{SHED}: sam is withdrawn" not in said.out
    assert "withdrawn" in record(site, PLOT)


def test_what_is_held_can_be_lifted(site: Path) -> None:
    """And the files are then as they were, byte for byte."""
    before = {path: (site / path).read_bytes() for path in (SHED, PLOT)}
    assert consent(site, "hold", "--record", "R-1", "--day", "2026-03-02").code == 0
    assert record(site)["held"] == record(site, PLOT)["held"] == "2026-03-02"
    assert consent(site, "hold", "--record", "R-1", "--lift").code == 0
    assert {path: (site / path).read_bytes() for path in (SHED, PLOT)} == before


def test_what_is_not_held_is_not_said_to_be_lifted(site: Path) -> None:
    """Nor that somebody who has left may be published again."""
    assert consent(site, "withdraw", "--record", "R-1").code == 0
    before = {path: (site / path).read_bytes() for path in (SHED, PLOT)}
    said = consent(site, "hold", "--record", "R-1", "--lift")
    assert said.code == 3
    assert "this is not held" in said.err
    assert said.out == ""
    assert {path: (site / path).read_bytes() for path in (SHED, PLOT)} == before


MISTYPED: list[list[str]] = [
    [],
    [SHED],
    ["--voice", "sam"],
    [SHED, "--voice", "sam", "--record", "R-1"],
    ["--record", "R-1", "--only-here"],
]


@pytest.mark.parametrize("words", MISTYPED)
@pytest.mark.parametrize("command", ["withdraw", "hold"])
def test_whose_permission_is_meant_is_said(command: str, words: list[str], site: Path) -> None:
    """In one of two ways; nothing is guessed."""
    before = (site / SHED).read_bytes()
    assert consent(site, command, *words).code == 2
    assert (site / SHED).read_bytes() == before


def test_a_record_that_nobody_has_is_told(site: Path) -> None:
    """A slip in the number must not look as if it had worked."""
    assert consent(site, "withdraw", "--record", "R-11").code == 3


def test_what_is_no_file_keeps_nobody_waiting(site: Path) -> None:
    """A pipe that is called like a story is read by nobody."""
    os.mkfifo(site / "stories/pipe.md")
    said = consent(site, "withdraw", "--record", "R-1")
    assert (said.code, "stories/pipe.md" in said.err) == (1, True)
    assert "withdrawn" in record(site)
