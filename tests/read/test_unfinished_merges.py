"""Marks that a merge leaves behind are told as such, and published nowhere."""

from pathlib import Path

import pytest

from tests.read.folders import WITHDRAWN, found, read, story, voice

OURS, PARTING, THEIRS = "<<<<<<< HEAD", "=======", ">>>>>>> branch"
BOTH = f"{OURS}\nOld words.\n{PARTING}\nNew words.\n{THEIRS}\n"
SAM = voice("sam", "Sam")
CODE = "unfinished-merge"
ESCAPED = r"\<"

MARKED = {
    "in the text": (story(f"Before.\n\n{BOTH}"), 8),
    "in a passage": (story(f"::: voice sam\n{BOTH}:::\n", SAM), 12),
    "in the front matter": (f"---\n{OURS}\ntitle: A\n{PARTING}\n{THEIRS}\ndate: x\n---\n", 2),
    "around the front matter": (f"{OURS}\n---\ntitle: A\n---\n{PARTING}\n---\n{THEIRS}\n", 1),
    "with the lines before both": (
        story(f"{OURS}\na\n||||||| 1f2e3d\nb\n{PARTING}\n{THEIRS}\n"),
        6,
    ),
    "with longer marks": (story("<<<<<<<<<< a\nb\n==========\nc\n>>>>>>>>>> d\n"), 6),
    "without names": (story(BOTH.replace(" HEAD", "").replace(" branch", "")), 6),
    "of another system": (story(BOTH.replace(" HEAD", " .mine").replace(" branch", " .r31")), 6),
    "with the line ends of Windows": (story(BOTH).replace("\n", "\r\n"), 6),
    "without a space": (story("<<<<<<<HEAD\na\n=======\nb\n>>>>>>>c\n"), 6),
    "as an editor on the web keeps it": (
        story(f"{ESCAPED * 7} HEAD\n\na\n\n{'&gt;' * 7} b\n"),
        6,
    ),
    "of Perforce": (
        story(">>>> ORIGINAL a#1\na\n==== THEIRS a#2\nb\n==== YOURS a\nc\n<<<<\n"),
        6,
    ),
    "of Darcs": (story("v v v v v v v\na\n*************\nb\n^ ^ ^ ^ ^ ^ ^\n"), 6),
    "the beginning alone": (story(f"{OURS}\nWords.\n"), 6),
    "the end alone": (story(f"Words.\n{THEIRS}\n"), 7),
    "the second half": (story(f"Words.\n{PARTING}\nMore.\n{THEIRS}\n"), 9),
}


@pytest.mark.parametrize(("text", "line"), MARKED.values(), ids=MARKED)
def test_an_unfinished_merge_is_an_error_where_it_begins(
    tmp_path: Path, text: str, line: int
) -> None:
    """And the only one of its file: what stands around it is of two people, and means nothing."""
    result = read(tmp_path, {"stories/shed.md": text})
    assert found(result) == [("stories/shed.md", line, 1, CODE)]
    assert [one.path for one in result.tree.faulty] == ["stories/shed.md"]


ORDINARY = {
    "a heading with a line under it": "Kettles\n=======\n\nWords.\n",
    "quotations in quotations": "> a\n>> b\n>>>>>>> c\n>>>>>>> d\n",
    "an arrow": "<<<<<< six\n\n>>>>>> six\n",
    "in the line": "They wrote <<<<<<< and then >>>>>>> in it.\n",
    "moved in by a space": f" {OURS}\n {PARTING}\n {THEIRS}\n",
    "a table of empty cells": "||||||||\n|--|--|\n",
}


@pytest.mark.parametrize("body", ORDINARY.values(), ids=ORDINARY)
def test_what_looks_alike_is_no_merge(tmp_path: Path, body: str) -> None:
    """Headings, quotations and tables are Markdown."""
    assert read(tmp_path, {"stories/shed.md": story(body)}).findings == ()


def test_each_place_is_told(tmp_path: Path) -> None:
    """So that whoever mends the file finds all of them at once."""
    result = read(tmp_path, {"stories/shed.md": story(f"{BOTH}\n{BOTH}")})
    assert [(one.line, one.code) for one in result.findings] == [(6, CODE), (12, CODE)]


@pytest.mark.parametrize("path", ["themes/a.md", "site_src/pages/about.md"])
@pytest.mark.parametrize("text", [f"---\ntitle: A\n---\n{BOTH}", f"---\n{OURS}\ntitle: A\n---\n"])
def test_the_groups_own_texts_are_looked_at_too(tmp_path: Path, path: str, text: str) -> None:
    """A theme keeps its name, a page waits; neither shows what two people wrote."""
    result = read(tmp_path, {path: text})
    assert [(one.path, one.code) for one in result.findings] == [(path, CODE)]
    assert [one.body for one in result.tree.themes] in ([], [""])
    assert result.tree.pages == ()


def test_both_sides_of_a_merge_are_remembered(tmp_path: Path) -> None:
    """What a link may not repeat is what either of the two has written."""
    text = f"---\n{OURS}\ntitle: Own shed\n{PARTING}\ntitle: Old shed\n{THEIRS}\n"
    text += f"aliases: [/one/]\nvoices:\n{voice('ann', 'Quenby', WITHDRAWN)}---\n"
    (faulty,) = read(tmp_path, {"stories/shed.md": text}).tree.faulty
    assert {"Own shed", "Old shed", "Quenby"} <= set(faulty.titles_and_names)
    assert "/one/" in faulty.aliases
