"""Copies that programs make of stories are told as such, and published nowhere."""

from pathlib import Path

import pytest

from tests.read.folders import found, read, story, voice

COPIES = [
    "shed (Ruth's conflicted copy 2026-11-28).md",
    "shed (conflicted copy 2026-11-28 101500).md",
    "shed_conflict-20261128-101500.md",
    "shed.sync-conflict-20261128-101500-ABCDEFG.md",
    "shed-DESKTOP-4F7K2QX.md",
    "shed-LAPTOP-4F7K2QXA-2.md",
    "shed [Conflict].md",
    "shed - Copy.md",
    "shed - Copy (2).md",
    "shed (copy).md",
    "shed (another copy).md",
    "~$shed.md",
    "shed_BACKUP_1234.md",
    "shed_BASE_1234.md",
    "shed_LOCAL_1234.md",
    "shed_REMOTE_1234.md",
    "shed.REMOTE.md",
    "shed.md.orig",
    "shed.md.rej",
    "shed.md.r31",
    "shed.orig.md",
    "shed.md.bak",
    "shed.md.imported",
    "#shed.md#",
    "shed/index_LOCAL_1234.md",
    "shed - Copy/index.md",
    "shed (SFConflict ruth@lea.example 2026-11-28-10-15-00).md",
    "shed (# Edit conflict 2026-11-28 abc #).md",
    "shed (conflict 1).md",
    "shed_Conflict_Ruth.md",
    "shed_conf(2).md",
    "shed.bak.md",
    "shed.md (1)",
    "Copy of shed.md",
    "2025 (Ruth's conflicted copy)/shed.md",
]


@pytest.mark.parametrize("name", COPIES)
def test_a_copy_is_an_error_that_says_what_it_is(tmp_path: Path, name: str) -> None:
    """Whoever copied the file wants it gone, and whoever is in it may have left meanwhile."""
    result = read(tmp_path, {f"stories/{name}": story()})
    assert found(result) == [(f"stories/{name}", 1, 1, "copied-file")]
    assert [one.path for one in result.tree.faulty] == [f"stories/{name}"]


STORIES = [
    "copy.md",
    "a-copy.md",
    "the-copyist.md",
    "conflict.md",
    "after-the-conflict.md",
    "my-local.md",
    "pub.local.md",
    "remote.md",
    "base.md",
    "role_conflict-2.md",
    "role_conflict.md",
    "copy of a letter.md",
    "a conflict (and its end).md",
    "walk (2).md",
    "at-my-desktop-in-leeds.md",
    "original.md",
]


@pytest.mark.parametrize("name", STORIES)
def test_a_story_may_be_about_copies(tmp_path: Path, name: str) -> None:
    """A name of which nothing says that a program made it."""
    assert read(tmp_path, {f"stories/{name}": story()}).findings == ()


def test_what_is_no_text_is_no_copy_of_a_story(tmp_path: Path) -> None:
    """Pictures are shown by what stories say of them, whatever they are called."""
    assert read(tmp_path, {"stories/hall - Copy.jpg": b""}).findings == ()


@pytest.mark.parametrize("path", ["themes/a - Copy.md", "site_src/pages/about_REMOTE_7.md"])
def test_a_copy_of_a_text_of_the_groups_is_left_out(tmp_path: Path, path: str) -> None:
    """It would be a page of its own, or another theme of the same name."""
    text = "---\ntitle: About\n---\n"
    result = read(tmp_path, {path: text, "themes/a.md": text, "site_src/pages/about.md": text})
    assert found(result) == [(path, 1, 1, "copied-file")]
    assert len(result.tree.themes) == len(result.tree.pages) == 1


def test_what_a_copy_says_is_remembered(tmp_path: Path) -> None:
    """A link may not repeat it; but it claims no address, for that is the story's own."""
    text = story("Words.\n", voice("ann", "Quenby"), aliases="[/old/]")
    files = {"stories/shed.md": text, "stories/shed_BASE_1.md": text}
    (faulty,) = read(tmp_path, files).tree.faulty
    assert "Quenby" in faulty.titles_and_names
    assert faulty.claimed == ()
