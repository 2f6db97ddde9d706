"""Events that would be part of themselves (law 5: a circle is one by what is published)."""

from pathlib import Path

import pytest

from byleave.gate import admit, rehearse
from tests.gate.sites import NOON, Files
from tests.read.folders import WITHDRAWN, read, story, voice

EVENT = "{starts: 2026-12-10 10:00}"
ANN = voice("ann", "Ann", part="author")
GONE = voice("ann", "Ann", WITHDRAWN, part="author")


def wholes(folder: Path, files: Files) -> tuple[list[str | None], list[tuple[str, str]]]:
    """Of what each published story is part, and what is told in public."""
    published, report = admit(read(folder, files).tree, NOON)
    told = [(one.path, one.code) for one in report.findings if not one.private]
    return [one.part_of for one in published.stories], told


def fair(part_of: str, *voices: str) -> str:
    """An event that is part of another one."""
    return story("Words.\n", *voices, event=EVENT, part_of=f"stories/{part_of}.md")


CIRCLES: dict[str, Files] = {
    "itself": {"stories/a.md": fair("a")},
    "each other": {"stories/a.md": fair("b"), "stories/b.md": fair("a")},
    "three": {"stories/a.md": fair("b"), "stories/b.md": fair("c"), "stories/c.md": fair("a")},
}


@pytest.mark.parametrize("files", CIRCLES.values(), ids=CIRCLES)
def test_no_event_is_part_of_itself(tmp_path: Path, files: Files) -> None:
    """Readers were sent around from page to page, and editors were told nothing."""
    assert wholes(tmp_path, files) == (
        [None] * len(files),
        [(path, "reference-circle") for path in files],
    )
    rehearsal = rehearse(read(tmp_path, files).tree, NOON)
    assert {one.part_of for one in rehearsal.stories} == {None}


def test_what_leads_into_a_circle_stays(tmp_path: Path) -> None:
    """A session of a festival whose own key is wrong is a session all the same."""
    files = {"stories/a.md": fair("a"), "stories/b.md": fair("a")}
    assert wholes(tmp_path, files) == (
        [None, "stories/a.md"],
        [("stories/a.md", "reference-circle")],
    )


def test_a_circle_with_one_that_is_withheld_is_none(tmp_path: Path) -> None:
    """Else the site would tell that there is one more."""
    files = {"stories/a.md": fair("b", ANN), "stories/b.md": fair("a", GONE)}
    assert wholes(tmp_path, files) == ([None], [("stories/a.md", "reference")])


def test_nothing_is_a_report_of_itself(tmp_path: Path) -> None:
    """The page would lead to itself as its own report."""
    text = story("Words.\n", report_of="stories/a.md")
    published, report = admit(read(tmp_path, {"stories/a.md": text}).tree, NOON)
    assert [one.report_of for one in published.stories] == [None]
    assert [one.code for one in report.findings] == ["reference-circle"]
