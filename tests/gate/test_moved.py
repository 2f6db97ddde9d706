"""Addresses that are made otherwise than before: an editor is told of each, with what to paste."""

from pathlib import Path

import pytest

from tests.gate.sites import NOON, Files, names, passed
from tests.read.folders import WITHDRAWN, story, voice

PAGE = "---\ntitle: A page\n---\n"

MOVED: dict[str, tuple[str, str, str]] = {
    "an apostrophe": (
        "stories/Tilda's.md",
        story(),
        "add `aliases: [/stories/tildas/]`, ",
    ),
    "vowel signs": ("stories/चाय.md", story(), "add `aliases: [/stories/च-य/]`, "),
    "with an old one": (
        "stories/Tilda's.md",
        story(aliases="[/old/]"),
        "add /stories/tildas/ to `aliases:`, ",
    ),
    "a page": ("site_src/pages/what's-on.md", PAGE, "rename it to whats-on.md"),
    "a theme": ("themes/women's-group.md", PAGE, "rename it to womens-group.md"),
}


@pytest.mark.parametrize(("path", "text", "do"), MOVED.values(), ids=MOVED)
def test_an_address_that_moved_is_told(tmp_path: Path, path: str, text: str, do: str) -> None:
    """Links from elsewhere lead to where it was."""
    _, report = passed(tmp_path, {path: text})
    assert [(one.path, one.code) for one in report.findings] == [(path, "address-moved")]
    assert report.findings[0].do.startswith(do)


AT_HOME: dict[str, Files] = {
    "its alias is there": {"stories/Tilda's.md": story(aliases="[/stories/tildas/]")},
    "renamed to what it was": {"stories/tildas.md": story(), "site_src/pages/whats-on.md": PAGE},
    "renamed to what it is": {"site_src/pages/what-s-on.md": PAGE},
    "younger than the rule": {"stories/Tilda's.md": story(date="2026-12-01")},
    "another is there": {"stories/Tilda's.md": story(), "stories/tildas.md": story()},
    "two would have been there": {"stories/Tilda's.md": story(), "stories/Til’das.md": story()},
    "a response has none": {
        "stories/shed.md": story(),
        "stories/Tilda's.md": story(responds_to="stories/shed.md", title=None),
    },
    "withheld": {"stories/Tilda's.md": story("W.\n", voice("a", "Ann", WITHDRAWN, part="author"))},
}


@pytest.mark.parametrize("files", AT_HOME.values(), ids=AT_HOME)
def test_what_did_not_move_is_not_told(tmp_path: Path, files: Files) -> None:
    """Nor is what nobody could have seen there, or can see now."""
    _, report = passed(tmp_path, files, NOON.replace(year=2027))
    assert report.findings == ()


def test_a_theme_is_known_by_what_it_was_called(tmp_path: Path) -> None:
    """No story falls because an apostrophe parts words now."""
    files = {
        "themes/women's-group.md": PAGE,
        "stories/shed.md": story(themes="[womens-group]"),
    }
    (shown,) = passed(tmp_path, files)[0].stories
    assert shown.themes == ("women-s-group",)


def test_a_link_to_where_a_story_was_keeps_no_title(tmp_path: Path) -> None:
    """It was a link to a withheld story, and is one."""
    files = {
        "stories/Tilda's.md": story(
            "W.\n", voice("a", "Ann", WITHDRAWN, part="author"), title="My brogues"
        ),
        "stories/pond.md": story("See [My brogues](/stories/tildas/).\n", title="Pond"),
    }
    assert names(passed(tmp_path, files)[0]) == []
