"""What looks right in front matter and is not is told by its name."""

from pathlib import Path

import pytest

from byleave.diagnostics import Diagnostic
from byleave.text_in_files.yaml_places import YamlMapping, front_matter
from tests.read.folders import found, read, story

SIGNS = {"no-break": "\u00a0", "narrow": "\u202f", "wide": "\u3000"}


def told(folder: Path, text: str) -> tuple[Diagnostic, ...]:
    """What is said of a story of this text."""
    return read(folder, {"stories/a.md": text}).findings


# Of each, ~ is where the sign stands.
SPACES = {
    "behind a key": "---\ntitle:~A kettle\ndate: 2026-01-01\nvoices: {}\n---\nA\n",
    "before a key": "---\ntitle: A\nevent:\n~~starts: 2026-06-01\nvoices: {}\n---\nA\n",
    "before a colon": "---\ntitle~: A\nvoices: {}\n---\nA\n",
    "before a colon at the end": "---\ntitle: A\nevent~:\n  starts: 2026-06-01\n---\nA\n",
    "behind the sign of an item": "---\ntitle: A\naliases:\n-~/a/\n-~~/b/\n---\nA\n",
    "in braces": "---\ntitle: A\nevent: {starts:~2026-06-01,~place~:~Hall}\n---\nA\n",
    "in a moment": "---\ntitle: A\nevent: {starts: 2026-06-01~14:00}\n---\nA\n",
}


@pytest.mark.parametrize("space", SIGNS.values(), ids=SIGNS)
@pytest.mark.parametrize("text", SPACES.values(), ids=SPACES)
def test_what_looks_like_a_space_counts_as_one_beside_a_key(
    tmp_path: Path, text: str, space: str
) -> None:
    """Nobody can see it, a word processor puts it there unasked, and nothing else can be meant."""
    plain = read(tmp_path / "plain", {"stories/a.md": text.replace("~", " ")})
    typed = read(tmp_path / "typed", {"stories/a.md": text.replace("~", space)})
    assert found(typed) == found(plain) == []
    assert typed.tree.stories[0].front == plain.tree.stories[0].front


@pytest.mark.parametrize("space", SIGNS.values(), ids=SIGNS)
def test_who_changes_the_file_finds_the_same_in_it(space: str) -> None:
    """What is published with such a sign has to be taken back with it as well."""
    text = f"---\nvoices:\n{space * 2}tilda{space}:{space}{{name:{space}Tilda}}\n---\nA\n"
    (voices,) = front_matter(text).root.entries
    assert isinstance(voices.value, YamlMapping)
    (tilda,) = voices.value.entries
    assert isinstance(tilda.value, YamlMapping)
    (name,) = tilda.value.entries
    assert (name.key.value, text[name.value.start : name.value.end]) == ("name", "Tilda")


@pytest.mark.parametrize("space", SIGNS.values(), ids=SIGNS)
def test_in_words_it_makes_no_key(tmp_path: Path, space: str) -> None:
    """Many write a colon so, and a sentence that goes on over a line is one."""
    text = f"---\ntitle: A\nsummary: Words\n  Note{space}:{space}more\n---\nA\n"
    (tale,) = read(tmp_path, {"stories/a.md": text}).tree.stories
    assert tale.front.summary == "Words Note : more"


def test_a_line_break_of_a_word_processor_parts_words(tmp_path: Path) -> None:
    """No editor shows it as a line's end, and YAML takes it for one."""
    (tale,) = read(tmp_path, {"stories/a.md": story(title="The\u2028shed")}).tree.stories
    assert tale.front.title == "The shed"


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
    """Programs that write JSON write an emoji as two escapes; one of them alone is no letter."""
    (said,) = told(tmp_path, story(title='"A \\ud83d"'))
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
