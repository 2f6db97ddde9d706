"""What looks right in front matter and is not is told by its name."""

from pathlib import Path

import pytest

from byleave.diagnostics import Diagnostic
from tests.read.folders import found, read, story

SIGNS = {"no-break": "\u00a0", "narrow": "\u202f", "wide": "\u3000"}


def told(folder: Path, text: str) -> tuple[Diagnostic, ...]:
    """What is said of a story of this text."""
    return read(folder, {"stories/a.md": text}).findings


# Of each, ~ is where the sign stands.
SPACES = {
    "behind a key": ("---\ntitle:~A kettle\ndate: 2026-01-01\nvoices: {}\n---\nA\n", 2, 7),
    "before a key": ("---\ntitle: A\nevent:\n~~starts: 2026-06-01\nvoices: {}\n---\nA\n", 4, 1),
    "before a colon": ("---\ntitle~: A\nvoices: {}\n---\nA\n", 2, 6),
    "in a moment": ("---\ntitle: A\nevent: {starts: 2026-06-01~14:00}\n---\nA\n", 3, 27),
}


@pytest.mark.parametrize("space", SIGNS.values(), ids=SIGNS)
@pytest.mark.parametrize(("text", "line", "column"), SPACES.values(), ids=SPACES)
def test_a_sign_that_looks_like_a_space_is_named(
    tmp_path: Path, text: str, line: int, column: int, space: str
) -> None:
    """Nobody can see what is wrong with it, and a word processor puts it there unasked."""
    said = told(tmp_path, text.replace("~", space))
    named = [one for one in said if "a space belongs" in one.message]
    assert [(one.line, one.column) for one in named] == [(line, column)]
    assert "space" in named[0].message.split(" stands here")[0]


OTHERS = {
    "a dash in a date": ("date", "2026–01–01", "dash", 3),
    "quotes around a date": ("date", "“2026-01-01”", "quotation", 3),
    "quotes around an answer": ("language", "“cy”", "quotation", 4),
    "what nobody sees": ("date", "2026-01-01\u200b", "nobody sees", 3),
}


@pytest.mark.parametrize(("key", "value", "name", "line"), OTHERS.values(), ids=OTHERS)
def test_other_signs_are_named_too(
    tmp_path: Path, key: str, value: str, name: str, line: int
) -> None:
    """What was pasted from a letter reads like what belongs there."""
    (said,) = told(tmp_path, story(**{key: value}))
    assert name in said.message
    assert said.line == line


def test_signs_in_a_sentence_are_no_fault(tmp_path: Path) -> None:
    """Quotation marks and dashes are those of print, and no-break spaces belong in numbers."""
    assert told(tmp_path, story(title="“Ours” – 10\u00a0000 kettles: no", summary="a")) != ()
    (said,) = told(tmp_path, story(title="A “shed” – ours", sumary="10\u00a0000 “kettles”"))
    assert said.message == "“sumary” is not a key that is known here"


def test_half_an_emoji_is_told(tmp_path: Path) -> None:
    """Programs that write JSON write an emoji as two escapes, and YAML knows no such halves."""
    (said,) = told(tmp_path, story(title='"A \\ud83d\\ude00"'))
    assert "emoji" in said.message


CUT = {
    "a title": ("Flat #4 and the landlord", 15),
    "a number with a space": ("Room # 5", 15),
    "all of it": ("#4, the flat", 10),
}


@pytest.mark.parametrize(("value", "column"), CUT.values(), ids=CUT)
def test_words_that_yaml_leaves_out_are_told(tmp_path: Path, value: str, column: int) -> None:
    """Half a title would be public, and nobody be told."""
    result = read(tmp_path, {"stories/a.md": story(title="A", summary=value)})
    assert found(result) == []
    (said,) = result.tree.stories[0].cautions
    assert (said.code, said.line, said.column) == ("cut-short", 4, column)


@pytest.mark.parametrize("value", ['"Flat #4"', "A # a remark", "C#4", "'#4'"])
def test_remarks_and_quoted_words_are_none(tmp_path: Path, value: str) -> None:
    """A remark is what # is for."""
    result = read(tmp_path, {"stories/a.md": story(title=value)})
    assert result.tree.stories[0].cautions == ()


def test_of_a_faulty_story_it_is_told_too(tmp_path: Path) -> None:
    """All that is wrong with a file is told at once."""
    said = told(tmp_path, story(title="Flat #4", sumary="a"))
    assert {one.code for one in said} == {"cut-short", "unknown-key"}
