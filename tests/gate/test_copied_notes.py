"""Whoever left one story has left the copies of it, and nothing else (rule 1)."""

from pathlib import Path

import pytest

from byleave.gate import admit
from tests.gate.sites import NOON, Files, names, the_story
from tests.read.folders import YES, read, story, voice

WORDS = "Ours.\n\n::: voice kit\nWe carried the water up the hill in nine old buckets.\n:::\n"
LEFT = YES.replace("}", ", not_here: 2026-01-05}")


def _told(consent: str = YES, body: str = WORDS, **front: str | None) -> str:
    return story(body, voice("kit", "Kit Orrell", consent), **front)


def _heard(folder: Path, files: Files, name: str) -> bool:
    """Whether Kit's words are in the story of that name."""
    published, _ = admit(read(folder, files).tree, NOON)
    return any("buckets" in one.text for one in the_story(published, name).blocks)


COPIES = ["garden 2", "garden copy", "garden (1)", "garden Kopie", "garden copy/index", "shed"]


@pytest.mark.parametrize("name", COPIES)
def test_who_left_a_story_has_left_its_copy(tmp_path: Path, name: str) -> None:
    """The name of a copy may be that of an honest story; its words tell."""
    files = {"stories/garden.md": _told(LEFT), f"stories/{name}.md": _told()}
    assert not _heard(tmp_path, files, name)


@pytest.mark.parametrize(
    "copy",
    [
        _told(title="Another title"),
        _told(body=WORDS.replace("Ours.", "Ours, *with a word more*.")),
        _told(body=WORDS.replace("hill", "hill  "), date="2026-02-02"),
        _told(YES.replace("R-1", "r–1")),
        _told(body=WORDS.replace("\n", "\r\n")),
    ],
)
def test_a_copy_that_was_changed_in_something_is_one(tmp_path: Path, copy: str) -> None:
    """People go on with one of the two files."""
    assert not _heard(tmp_path, {"stories/garden.md": _told(LEFT), "stories/b.md": copy}, "b")


@pytest.mark.parametrize("fault", ["titel: x\n", "date: soon\n", "themes: [none such]\n"])
def test_a_fault_in_the_first_file_brings_nobody_back_in_its_copy(
    tmp_path: Path, fault: str
) -> None:
    """A mistake shows nothing more of another file (law 8)."""
    faulty = _told(LEFT).replace("voices:", f"{fault}voices:", 1)
    assert not _heard(tmp_path, {"stories/garden.md": faulty, "stories/b.md": _told()}, "b")


def test_who_left_in_a_copy_that_a_tool_made_has_left_the_story(tmp_path: Path) -> None:
    """Of two who changed one file, a program keeps one version under another name."""
    copy = "stories/garden (Ruth's conflicted copy 2026-11-28).md"
    assert not _heard(tmp_path, {"stories/garden.md": _told(), copy: _told(LEFT)}, "garden")


def test_what_the_list_notes_counts_in_a_copy(tmp_path: Path) -> None:
    """The list may be all that knows of it."""
    listed = "R-1\topen\t2026-01-05\tstories/b.md\tstories/garden.md held_here\n"
    files = {"site_src/records.tsv": listed, "stories/garden.md": _told(), "stories/b.md": _told()}
    assert not _heard(tmp_path, files, "b")


QUOTED = "::: voice kit\nWe carried the water up the hill in nine old buckets.\n:::\n"
NEWS = "The news of the month is long.\n\nMuch was sown.\n\nThe gate is mended now.\n\n"
MONTHLY = "event:\n  form: gathering\n  starts: {} 10:00\n"


@pytest.mark.parametrize(
    ("first", "other"),
    [
        pytest.param(_told(LEFT, NEWS + QUOTED), _told(title="Kit's"), id="quoted elsewhere"),
        pytest.param(
            _told(LEFT, "Ours.\n"),
            _told(title="Another", body="Ours.\n\n" + QUOTED),
            id="a short line",
        ),
        pytest.param(
            _told(LEFT).replace("voices:", MONTHLY.format("2026-07-01") + "voices:"),
            _told().replace("voices:", MONTHLY.format("2026-08-01") + "voices:"),
            id="each month",
        ),
        pytest.param(
            _told(LEFT, "In January, snow lay on all the beds for eighteen days.\n"),
            _told(),
            id="one title",
        ),
        pytest.param(_told(LEFT), _told(YES.replace("R-1", "R-2")), id="another record"),
        pytest.param(_told(LEFT), _told().replace("Kit Orrell", "A neighbour"), id="no name"),
        pytest.param(_told(), _told(), id="nobody left"),
    ],
)
def test_other_stories_of_whoever_left_one_stay(tmp_path: Path, first: str, other: str) -> None:
    """They asked to be left out of one, and of no other."""
    assert _heard(tmp_path, {"stories/garden.md": first, "stories/garden 2.md": other}, "garden 2")


def test_the_rest_of_a_copy_stays_and_only_whoever_asks_is_told_which_it_is(tmp_path: Path) -> None:
    """It would say who has left where (rule 6)."""
    files = {"stories/garden.md": _told(LEFT), "stories/b.md": _told()}
    published, report = admit(read(tmp_path, files).tree, NOON)
    assert names(published) == ["b", "garden"]
    (found,) = (one for one in report.findings if one.code == "record-copied")
    assert (found.path, found.private) == ("stories/b.md", True)
