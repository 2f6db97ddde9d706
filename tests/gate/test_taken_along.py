"""Whoever mends one file is told which others wait for it, and why."""

from pathlib import Path

from byleave.gate import admit
from tests.gate.sites import NOON
from tests.gate.test_markup import said
from tests.read.folders import WITHDRAWN, read, story, voice

TILDA = voice("tilda", "Tilda", part="author")
FAULTY = story("Words.\n", TILDA, title="Our first day", sumary="a typing error")
LINKING = story("See [Our first day](one.md).\n", TILDA, title="Part two")


def test_the_error_and_the_way_are_named(tmp_path: Path) -> None:
    """A link by its title hides a story with the one that it leads to; a version goes with it."""
    french = (
        "---\ntitle: Suite\ndate: 2026-01-01\ntranslation_of: stories/two.md\n---\nVoir plus.\n"
    )
    files = {"stories/one.md": FAULTY, "stories/two.md": LINKING, "stories/deux.md": french}
    told = {one.path: one for one in said(tmp_path, files) if one.code == "taken-along"}
    assert (
        "an error in stories/one.md: it links there by its title" in told["stories/two.md"].message
    )
    assert told["stories/two.md"].line == LINKING[: LINKING.index("See")].count("\n") + 1
    assert "by stories/two.md" in told["stories/deux.md"].message
    assert told["stories/deux.md"].line == 4
    assert not any(one.private for one in told.values())


def test_it_is_not_counted_as_permission(tmp_path: Path) -> None:
    """Nobody took anything back."""
    files = {"stories/one.md": FAULTY, "stories/two.md": LINKING}
    _, report = admit(read(tmp_path, files).tree, NOON)
    assert report.withheld == {"error": 1, "fault": 1}


def test_nothing_is_told_of_what_goes_for_permission(tmp_path: Path) -> None:
    """That one story stands on another that somebody took back is told in counts alone."""
    gone = voice("tilda", "Tilda", WITHDRAWN, part="author")
    files = {
        "stories/one.md": story("Words.\n", gone, title="Our first day"),
        "stories/two.md": LINKING.replace("R-1", "R-2"),
    }
    found = said(tmp_path, files)
    assert [one.code for one in found if one.code == "taken-along"] == []
    _, report = admit(read(tmp_path / "again", files).tree, NOON)
    assert report.withheld == {"permission": 2}
