"""What prepares the readers of a story, in its versions too."""

from pathlib import Path

from tests.gate.sites import passed
from tests.read.folders import story, voice

SAM = voice("sam", "Sam", part="author")


def told(folder: Path, **version: str) -> list[tuple[str, bool]]:
    """What is said of a version without the notice of its story, and whether in private."""
    front = {"title": "Glaw", "language": "cy", "translation_of": "stories/rain.md"} | version
    lines = "".join(f"{key}: {value}\n" for key, value in {"date": "2026-01-01", **front}.items())
    files = {
        "stories/rain.md": story("It rained.\n", SAM, notice="It is about a flood."),
        "stories/glaw.md": f"---\n{lines}---\nGlaw.\n",
    }
    _, report = passed(folder, files)
    found = [one for one in report.findings if one.code == "notice-missing"]
    return [(one.path, one.private) for one in found]


def test_a_version_without_the_notice_of_its_story_is_told(tmp_path: Path) -> None:
    """Whoever reads in Welsh is no less shaken by a flood."""
    assert told(tmp_path) == [("stories/glaw.md", False)]


def test_a_version_with_one_is_not(tmp_path: Path) -> None:
    """Whatever it says: it is in the words of that version."""
    assert told(tmp_path, notice="Mae hyn am lifogydd.") == []


def test_of_a_version_that_is_not_published_it_is_private(tmp_path: Path) -> None:
    """Its path is in no log of a public repository."""
    assert told(tmp_path, date="2030-01-01") == [("stories/glaw.md", True)]
