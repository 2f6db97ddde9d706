"""Keys that people bring from elsewhere get the answer that helps them here."""

from pathlib import Path

import pytest

from byleave.model.source import FrontMatter
from byleave.read.moved_in import _ANSWERS
from byleave.values import field_names
from tests.read.folders import put, read, story

BROUGHT = (
    *("draft", "tags", "categories", "slug", "author", "published", "layout", "permalink"),
    *("image", "excerpt"),
)


@pytest.mark.parametrize("key", BROUGHT)
def test_a_key_of_another_program_is_answered(tmp_path: Path, key: str) -> None:
    """Whoever moves in is not told each of our keys, but the one that does the same."""
    (said,) = read(tmp_path, {"stories/a.md": story(**{key: "x"})}).findings
    assert (said.code, said.severity) == ("key-of-others", "error")
    assert f"“{key}”" in said.message
    assert "write one of" not in said.do


def test_no_answer_asks_for_a_key_that_would_be_an_error() -> None:
    """To do what one is told must not be the next mistake."""
    keys = set(field_names(FrontMatter))
    assert {answer.key for answer in _ANSWERS.values() if answer.key} <= keys
    assert keys.isdisjoint(_ANSWERS)


def test_a_page_is_not_told_of_keys_of_stories(tmp_path: Path) -> None:
    """A fixed page has no themes."""
    page = "---\ntitle: About\ntags: [a]\n---\nWords.\n"
    (said,) = read(put(tmp_path, {"stories/a.md": story()}), {"site_src/pages/a.md": page}).findings
    assert said.code == "unknown-key"
    assert said.about == "tags"


@pytest.mark.parametrize(
    ("front", "about"),
    [
        ({"body": "{clare}\n"}, "clare"),
        ({"themes": "[kettles]"}, "kettles"),
        ({"series": "kettles"}, "kettles"),
    ],
)
def test_what_is_meant_is_kept_beside_the_message(
    tmp_path: Path, front: dict[str, str], about: str
) -> None:
    """On a terminal somebody has to see which of ten it is; the message itself is for logs."""
    (said,) = read(tmp_path, {"stories/a.md": story(**front)}).findings
    assert said.about == about
    assert about not in said.message


def test_a_group_of_keys_says_which(tmp_path: Path) -> None:
    """What belongs there is told, not only that something does."""
    (said,) = read(tmp_path, {"stories/a.md": story(event="Tea at two")}).findings
    assert "starts" in said.do
