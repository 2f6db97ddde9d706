"""Nobody waits for a file to appear that is read as no story."""

from pathlib import Path

import pytest

from tests.read.folders import YES, found, read, story


def test_a_readme_is_no_error(tmp_path: Path) -> None:
    """It is for those who work here, and every repository has one."""
    result = read(tmp_path, {"stories/README.md": "# Stories\n", "stories/a.md": story()})
    assert [(one.code, one.severity) for one in result.findings] == [("readme", "warning")]
    assert result.tree.faulty == ()


@pytest.mark.parametrize("text", [story(), f"voices: {{sam: {{consent: {YES}}}}}\n"])
def test_a_readme_with_keys_is_a_story(tmp_path: Path, text: str) -> None:
    """What may be recorded in it must not be lost with a line that somebody took out."""
    result = read(tmp_path, {"stories/README.md": text})
    assert len(result.tree.stories) + len(result.tree.faulty) == 1


@pytest.mark.parametrize(
    "name", ["g.docx", "old.HTML", "c.txt", "b.mdx", "n/d.odt", "e.org", "f.docm"]
)
def test_documents_that_no_story_shows_are_told(tmp_path: Path, name: str) -> None:
    """Somebody wrote a story in it, and waits."""
    result = read(tmp_path, {f"stories/{name}": b"Words", "stories/a.md": story()})
    assert found(result) == [(f"stories/{name}", 1, 1, "not-read")]


def test_documents_that_a_story_shows_are_not_told(tmp_path: Path) -> None:
    """They are published with it."""
    text = story("[Plan](plan.txt)\n", media="{plan.txt: {}}")
    assert found(read(tmp_path, {"stories/a.md": text, "stories/plan.txt": b"Words"})) == []
