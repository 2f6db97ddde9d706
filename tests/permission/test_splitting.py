"""One person of a group gets a voice of their own, and nothing else of the story changes."""

from pathlib import Path

import pytest

from tests.permission.sites import consent, published, record
from tests.read.folders import YES, put, story, voice

SHED, SIED = "stories/shed.md", "stories/sied.md"
BODY = "::: voice ann bus about ann\nOne.\n:::\nWords.\n\n::: voice bus\nTwo.\n:::\n"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A story in which a group and Ann speak, and its translation."""
    text = story(
        BODY,
        voice("ann", "Ann", YES.replace("R-1", "R-2")),
        voice("bus", "Bus group", YES, identity="named", part="speaker"),
    )
    welsh = story("::: voice bus\nDau.\n:::\n", translation_of=SHED, title="Y sied")
    files = {SHED: text, SIED: welsh.replace("voices: {}\n", "")}
    return put(tmp_path / "site", files)


def split(site: Path, line: int, *words: str, path: str = SHED) -> int:
    """Give the passage at a line to t2."""
    line_ = ("--line", str(line), "--new-id", "t2")
    return consent(site, "split", path, "--voice", "bus", *line_, *words).code


def line_with(site: Path, words: str, path: str = SHED) -> int:
    """The line of a story that has some words."""
    return (site / path).read_text().splitlines().index(words) + 1


def test_the_passage_goes_and_the_rest_stays(site: Path, tmp_path: Path) -> None:
    """Byte for byte, but for the head of the passage and one line that declares the voice."""
    before = (site / SHED).read_text()
    assert split(site, line_with(site, "Two."), "--record", "R-9") == 0
    text = (site / SHED).read_text()
    assert set(record(site, voice="t2")) == {"record", "asked"}
    added = [line for line in text.splitlines() if line.startswith("  t2: ")]
    assert text.replace(f"{added[0]}\n", "").replace("::: voice t2", "::: voice bus") == before
    assert "part: speaker" in added[0]
    public = published(site, tmp_path / "out")
    assert "One." in public
    assert "Two." not in public


def test_a_passage_of_several_keeps_the_others(site: Path) -> None:
    """Who stands beside the group at its head, and whom it is about."""
    assert split(site, line_with(site, "One.")) == 0
    assert "::: voice ann t2 about ann\n" in (site / SHED).read_text()


def test_a_translation_follows(site: Path, tmp_path: Path) -> None:
    """The voice is declared once, by the original."""
    assert split(site, line_with(site, "Two.")) == 0
    before = (site / SHED).read_bytes()
    assert split(site, line_with(site, "Dau.", SIED), path=SIED) == 0
    assert (site / SHED).read_bytes() == before
    assert "Dau." not in published(site, tmp_path / "out")


@pytest.mark.parametrize("line", [1, 10_000])
def test_where_there_is_no_passage_nothing_is_written(site: Path, line: int) -> None:
    """A slip in the number is told."""
    before = (site / SHED).read_bytes()
    assert split(site, line) == 3
    assert (site / SHED).read_bytes() == before


def test_the_groups_record_is_not_shared(site: Path) -> None:
    """Taking it back would take everybody out."""
    assert split(site, line_with(site, "Two."), "--record", "R-1") == 3


def test_the_words_are_given_to_nobody_else(site: Path) -> None:
    """An id that is somebody's own would publish what they never said."""
    before = (site / SHED).read_bytes()
    words = ("--voice", "bus", "--line", str(line_with(site, "Two.")), "--new-id", "ann")
    said = consent(site, "split", SHED, *words)
    assert (said.code, "somebody else" in said.err) == (3, True)
    assert (site / SHED).read_bytes() == before
