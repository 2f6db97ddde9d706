"""The number of a record that is new: proposed on the form, drawn, and nobody else's."""

import itertools
import re
from pathlib import Path

import pytest

from byleave.cli import chance
from byleave.model.paper_codes import SIGNS
from byleave.permission.papers.record_numbers import drawn_number
from tests.permission.sites import WORDS, consent
from tests.read.folders import put, story, voice

ASKED = "{asked: 2026-01-05}"
SHED = "stories/shed.md"


def in_turn(*signs: str) -> "itertools.cycle[str]":
    """What is drawn, one after the other."""
    return itertools.cycle(signs)


def drawn(known: list[str], title: str, *signs: str) -> str:
    """A number where these signs are drawn in turn."""
    turn = in_turn(*signs)
    return drawn_number(known, title, lambda _count: next(turn))


@pytest.mark.parametrize(
    ("known", "title", "begins"),
    [
        (["BW-0001", "BW-0002", "SV-0003"], "Voices", "BW-"),
        (["SV-1", "BW-1"], "Voices", "BW-"),
        ([], "A Better Way", "ABW-"),
        ([], "Voices of Tanner Street and More Of It", "VTSM-"),
        ([], "Sallow", "NR-"),
        ([], "أصوات", "NR-"),
        (["17", "F-7K3Q-XM4A"], "A Better Way", "ABW-"),
    ],
)
def test_how_it_begins(known: list[str], title: str, begins: str) -> None:
    """As the group's other numbers do; never as the code of a form."""
    assert drawn(known, title, "7K3Q") == f"{begins}7K3Q"


def test_it_is_nobodys() -> None:
    """However a number is written that somebody has, it is not drawn again."""
    assert drawn(["bw\u2013 7k3q", "BW-0001"], "B W", "7K3Q", "7K3Q", "4444") == "BW-4444"


def test_it_has_a_digit() -> None:
    """A number without one is refused as a word, when the signed form is typed in."""
    assert drawn([], "B W", "KXQA", "XQAC", "X4AC") == "BW-X4AC"


def test_what_is_drawn() -> None:
    """Signs that can be told apart in handwriting, as many as are asked for."""
    found = chance.signs(40)
    assert len(found) == 40
    assert set(found) <= set(SIGNS)


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A story with two people who were asked, one of them with a record."""
    turn = in_turn("7K3Q", "4444")
    monkeypatch.setattr("byleave.cli.chance.signs", lambda _count: next(turn))
    voices = (
        voice("sam", "Sam", ASKED),
        voice("ona", "Ona", "{record: BW-0001, asked: 2026-01-05}"),
    )
    return put(tmp_path / "site", {SHED: story(WORDS, *voices)})


def test_a_form_proposes_it(site: Path) -> None:
    """On the sheet that is signed, and in the line to type; the record that is there stays."""
    said = consent(site, "form", SHED)
    assert said.code == 0, said.all
    numbers = re.findall(r"--record (\S+)", said.out)
    assert sorted(numbers) == ["BW-0001", "BW-7K3Q"]
    for form in (site / "permission-forms").glob("*.html"):
        shown = {number for number in numbers if number in form.read_text("utf-8")}
        assert shown == {"BW-7K3Q" if "sam" in form.name else "BW-0001"}


def test_two_people_get_two(site: Path) -> None:
    """In one go, too."""
    text = (site / SHED).read_text().replace("record: BW-0001, ", "")
    (site / SHED).write_text(text)
    said = consent(site, "form", SHED, "--voice", "sam", "--voice", "ona")
    assert len(set(re.findall(r"--record (\S+)", said.out))) == 2


def test_nothing_is_written_into_the_story(site: Path) -> None:
    """A number is somebody's once they have signed: until then it stands on paper alone."""
    before = (site / SHED).read_bytes()
    consent(site, "form", SHED)
    assert (site / SHED).read_bytes() == before
