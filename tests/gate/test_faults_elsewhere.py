"""A fault takes words away, and must not thereby bring back whoever has not agreed to them."""

import os
from pathlib import Path
from typing import Any

import pytest

from byleave.gate import admit
from byleave.model.published import Story
from byleave.read import read_site
from tests.gate.sites import NOON, the_story
from tests.gate.test_words import AGREED, agreed
from tests.read.folders import put, read, story, voice

LEADS = "I pruned it. More in [A sad winter](winter.md).\n"
FAULTY = {"colour": "red"}


def _shed(folder: Path, files: dict[str, str | bytes]) -> Story:
    """The story of the shed as it is published, beside the other files."""
    return the_story(admit(read(folder, files).tree, NOON)[0], "shed")


def _people(shown: Story) -> list[str]:
    return [one.id for one in shown.voices]


def _shed_of(text: str, *voices: Any) -> str:
    return story(f"Stays.\n\n{text}", *voices, title="The shed")


@pytest.mark.parametrize("more", [{}, FAULTY], ids=["sound", "faulty"])
def test_a_passage_that_goes_for_a_fault_elsewhere_was_not_agreed_to_either(
    tmp_path: Path, more: dict[str, str]
) -> None:
    """Its link tells of a story that cannot be read; what its voice has not agreed to stays so."""
    sam = voice("sam", "Sam", agreed(AGREED))
    files: dict[str, str | bytes] = {
        "stories/shed.md": _shed_of(f"::: voice sam\n{LEADS}:::\n", sam),
        "stories/winter.md": story("Cold.\n", title="A sad winter", **more),
    }
    assert _people(_shed(tmp_path, files)) == []


def test_a_passage_that_tells_of_what_waits_for_a_fault_was_not_agreed_to_either(
    tmp_path: Path,
) -> None:
    """The story that it leads to stands on the faulty one."""
    sam = voice("sam", "Sam", agreed(AGREED))
    files: dict[str, str | bytes] = {
        "stories/shed.md": _shed_of(f"::: voice sam\n{LEADS}:::\n", sam),
        "stories/gaeaf.md": story("Oer.\n", title="Gaeaf", colour="red"),
        "stories/winter.md": story(
            "Cold.\n", title="A sad winter", translation_of="stories/gaeaf.md"
        ),
    }
    assert _people(_shed(tmp_path, files)) == []


OPEN = "{record: BW-7, given: 2026-01-02, by: self, uses: [web], until: 2040-01-01}"


@pytest.mark.parametrize("key", ["", "withdrawm: 2026-01-01, "], ids=["sound", "faulty"])
def test_a_passage_of_whom_a_fault_holds_was_not_agreed_to_either(tmp_path: Path, key: str) -> None:
    """A record that another file's fault holds takes a passage along, and brings nobody back."""
    sam, alex = voice("sam", "Sam", agreed(AGREED)), voice("alex", "Alex", OPEN)
    files: dict[str, str | bytes] = {
        "stories/shed.md": _shed_of("::: voice alex about sam\nSam pruned it.\n:::\n", sam, alex),
        "stories/winter.md": story(
            "Cold.\n", voice("alex", "Alex", OPEN.replace("given", f"{key}given")), title="Winter"
        ),
    }
    shown = _people(_shed(tmp_path, files))
    assert "sam" not in shown
    assert ("alex" in shown) == (not key)


@pytest.mark.parametrize(
    "line",
    ["BW-7\topen\t2026-01-01\tstories/gone.md", "BW-7 stories/gone.md"],
    ids=["sound", "torn"],
)
def test_a_passage_of_whom_a_torn_line_closes_was_not_agreed_to_either(
    tmp_path: Path, line: str
) -> None:
    """The same where the list of records is at fault."""
    sam, alex = voice("sam", "Sam", agreed(AGREED)), voice("alex", "Alex", OPEN)
    files: dict[str, str | bytes] = {
        "stories/shed.md": _shed_of("::: voice alex about sam\nSam pruned it.\n:::\n", sam, alex),
        "site_src/records.tsv": f"{line}\n",
    }
    assert "sam" not in _people(_shed(tmp_path, files))


def test_whoever_has_agreed_to_all_words_is_not_taken_away_by_a_fault(tmp_path: Path) -> None:
    """The passage goes, because its link tells; the voice stays, with its other words."""
    sam = voice("sam", "Sam", agreed(AGREED, LEADS))
    files: dict[str, str | bytes] = {
        "stories/shed.md": _shed_of(
            f"::: voice sam\n{LEADS}:::\n\n::: voice sam\n{AGREED}:::\n", sam
        ),
        "stories/winter.md": story("Cold.\n", title="A sad winter", colour="red"),
    }
    shown = _shed(tmp_path, files)
    assert _people(shown) == ["sam"]
    assert [block.text for block in shown.blocks if block.by] == [AGREED]


@pytest.mark.parametrize("end", ["---\n", ""], ids=["sound", "without an end"])
def test_a_torn_line_holds_what_a_file_without_an_end_has(tmp_path: Path, end: str) -> None:
    """Nobody can tell any more which record the line is about; so all of that file's are held."""
    winter = story("", voice("alex", "Alex", OPEN), title="Winter").removesuffix("---\n")
    files: dict[str, str | bytes] = {
        "stories/shed.md": _shed_of(
            "::: voice alex\nI pruned it.\n:::\n", voice("alex", "Alex", OPEN)
        ),
        "stories/winter.md": f"{winter}{end}Cold.\n",
        "site_src/records.tsv": "closed stories/winter.md\n",
    }
    assert _people(_shed(tmp_path, files)) == []


@pytest.mark.parametrize("name", [b"caf\xe9.md", b"caf\x82/garden.md"], ids=["a file", "a folder"])
def test_a_record_is_closed_by_a_file_whose_name_cannot_be_shown(
    tmp_path: Path, name: bytes
) -> None:
    """Old programs pack names in other letters: the story waits, and what it closes is closed."""
    ann = voice("ann", "Ann", part="author")
    put(tmp_path, {"stories/shed.md": story("W.\n", ann)})
    place = Path(os.fsdecode(bytes(tmp_path / "stories") + b"/" + name))
    place.parent.mkdir(exist_ok=True)
    place.write_text(story("W.\n", ann.replace("}", ", withdrawn: 2026-01-05}")))
    result = read_site(tmp_path)
    assert [one.code for one in result.findings] == ["file-name"]
    assert [one.titles_and_names for one in result.tree.faulty] == [("Ann", "The shed")]
    assert admit(result.tree, NOON)[0].stories == ()
