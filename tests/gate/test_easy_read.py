"""What an editor is told of Easy Read that is not easy, and of a version that has grown old."""

from pathlib import Path

import pytest

from byleave.gate import admit
from byleave.gate.findings.cautions.easy_sentences import MOST_WORDS, long_sentences
from byleave.pipeline.for_versions import original_words
from tests.gate.sites import NOON, tree
from tests.read.folders import story, voice

TILDA = voice("tilda", "Tilda", part="author")
LONG = " ".join(["word"] * (MOST_WORDS + 1)) + "."
SHORT = " ".join(["word"] * MOST_WORDS) + "."
EASY = {"easy_read_of": "stories/tea.md"}


def told(folder: Path, easy: str, original: str = "") -> list[tuple[str, int, str]]:
    """The findings about an Easy Read version: its code, its line and what is said."""
    files = {"stories/tea.md": original or story("Words.\n", TILDA), "stories/easy.md": easy}
    _, report = admit(tree(folder, files), NOON)
    return [(one.code, one.line, one.message) for one in report.findings]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (f"{SHORT} {SHORT}\n", []),
        (f"{LONG}\n\n{SHORT}\n{LONG}\n", [0, 3]),
        (f"# {LONG}\n\n| {LONG} |\n\n![{LONG}](tea.png)\n\n[tea]: {LONG}\n", []),
        (f"```\n{LONG}\n```\n", []),
        (f"- {SHORT[:-1]}\n- {SHORT[:-1]}\n1. {LONG}\n", [2]),
        (f"{SHORT[:-1]}\nmore words\n", [0]),
        (f"[{SHORT[:-1]}](https://example.org/a/b/c/d?e=f) ![{LONG}](tea.png)\n", []),
        ("It is £61.50, and 10:30 o'clock is one word too, as in e.g. our co-op's a b c.\n", []),
    ],
)
def test_a_sentence_is_long_where_somebody_has_to_read_it_in_one_breath(
    text: str, lines: list[int]
) -> None:
    """Wherever its line ends; headings, tables, code and the words of pictures are no sentences."""
    assert list(long_sentences(text)) == lines


def test_long_sentences_of_easy_read_are_told_and_no_others(tmp_path: Path) -> None:
    """Each by its line, all at once; a story that is not Easy Read may have long ones."""
    easy = story(f"{LONG}\n\n{LONG}\n", title="Easy", **EASY)
    first = easy.split("\n").index(LONG) + 1
    found = told(tmp_path, easy, story(f"{LONG}\n", TILDA))
    ((line, message),) = [(line, said) for code, line, said in found if code == "easy-read-long"]
    assert line == first
    assert f"lines {first}, {first + 2}" in message


def test_easy_read_without_a_picture_is_told(tmp_path: Path) -> None:
    """A picture is half of it."""
    codes = {code for code, _, _ in told(tmp_path, story("Tea is hot.\n", title="Easy", **EASY))}
    assert "easy-read-pictures" in codes


@pytest.mark.parametrize(
    ("changed", "own", "is_told"),
    [
        ("2026-03-02", {}, True),
        ("2026-03-02", {"updated": "2026-03-02"}, False),
        ("2026-01-01", {}, False),
        (None, {}, False),
    ],
)
def test_a_version_is_told_whose_original_was_changed_after_it(
    tmp_path: Path, changed: str | None, own: dict[str, str], is_told: bool
) -> None:
    """By the days that readers see, where nothing else is known: a mended comma has none."""
    more = {"updated": changed} if changed else {}
    original = story("Words.\n", TILDA, date="2025-12-01", **more)
    easy = story("Tea.\n", title="Easy", date="2026-02-01", **own, **EASY)
    found = told(tmp_path, easy, original)
    assert ("version-behind" in {code for code, _, _ in found}) == is_told


@pytest.mark.parametrize(
    ("now", "is_told"),
    [
        ("Words, and more.\n", False),
        ("words — **and** more\n", False),
        ("Other words, and more.\n", True),
    ],
)
def test_a_version_is_told_whose_original_has_other_words(
    tmp_path: Path, now: str, *, is_told: bool
) -> None:
    """Also where nobody wrote a day; a comma, a capital or emphasis makes no other words."""
    before = story("Words and more.\n", TILDA, date="2025-12-01")
    easy = story("Tea.\n", title="Easy", date="2026-02-01", **EASY)
    told(tmp_path, easy, before)
    of_words = original_words(tmp_path, "stories/easy.md").fingerprint
    # What it was checked with goes before the days, which are not written for that.
    original = story(now, TILDA, date="2025-12-01", updated="2026-03-01")
    easy = story("Tea.\n", title="Easy", date="2026-02-01", of_words=of_words, **EASY)
    found = told(tmp_path, easy, original)
    assert ("version-behind" in {code for code, _, _ in found}) == is_told
