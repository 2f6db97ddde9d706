"""A body becomes passages of voices and the authors' text, the same in every engine."""

import pytest

from byleave.model.source import SourceBlock
from byleave.read.stories.passages import read_body

Block = tuple[tuple[str, ...], tuple[str, ...], str, int]


def blocks(body: str) -> list[Block]:
    """By whom, about whom, what, and from which line, for each block of a body without faults."""
    result = read_body(body, "stories/shed.md", 10)
    assert result.findings == ()
    return [(one.by, one.about, one.text, one.line) for one in result.blocks]


def faults(body: str) -> list[tuple[int, int, str]]:
    """Line, column and code of each fault of a body that begins on line 10."""
    result = read_body(body, "stories/shed.md", 10)
    return [(one.line, one.column, one.code) for one in result.findings]


def test_passages_stand_between_the_authors_words() -> None:
    """Each with who speaks, about whom, and exactly its own lines."""
    body = "One.\n\n::: voice clare bob about sam jo\nTwo.\n  Three.\n:::\n\nFour.\n"
    assert blocks(body) == [
        ((), (), "One.\n\n", 10),
        (("clare", "bob"), ("sam", "jo"), "Two.\n  Three.\n", 13),
        ((), (), "\nFour.\n", 16),
    ]


def test_passages_may_follow_each_other() -> None:
    """What one says is not joined to what the next says, also with nothing between them."""
    body = "::: voice a\nOne.\n:::\n::: voice b\nTwo.\n:::"
    assert [(by, text) for by, _, text, _ in blocks(body)] == [
        (("a",), "One.\n"),
        (("b",), "Two.\n"),
    ]


@pytest.mark.parametrize(
    "line", [":::  voice  a ", ":::\tvoice\ta\t", "::: voice a about b", "::: voice a b-2 c3"]
)
def test_spaces_do_not_matter(line: str) -> None:
    """A line that looks right is right."""
    assert len(blocks(f"{line}\nOne.\n::: \n")) == 1


CODE = "```\n::: voice a\nOne.\n:::\n```\n"


def test_markers_mean_the_same_inside_code() -> None:
    """What is withheld does not depend on whether an engine sees code here."""
    assert [by for by, _, _, _ in blocks(CODE)] == [(), ("a",), ()]


@pytest.mark.parametrize(
    "before", [" ", "\t", "> ", "- ", "1. ", "\u00a0", "\u200b", "\f", "\v", "\ufeff", " " * 300]
)
def test_markers_begin_their_line(before: str) -> None:
    """A marker that is pushed in would publish a voice's words as the authors' own."""
    body = f"{before}::: voice a\nWords.\n{before}:::\n"
    result = read_body(body, "stories/shed.md", 10)
    assert [(one.code, one.line) for one in result.findings] == [("passage", 10), ("passage", 12)]
    assert "start of a line" in result.findings[0].message


FAULTS = {
    "without an end": ("::: voice a\nOne.\n", [(10, 1)]),
    "without an end, the last of two": ("::: voice a\n:::\n::: voice b\nOne.\n", [(12, 1)]),
    "inside another": ("::: voice a\n::: voice b\n:::\n", [(11, 1)]),
    "an end without a beginning": ("One.\n:::\n", [(11, 1)]),
    "no space": (":::voice a\n", [(10, 1)]),
    "another word": ("::: note\n", [(10, 1)]),
    "a capital": ("::: Voice a\n", [(10, 1)]),
    "a capital id": ("::: voice Sam\n", [(10, 1)]),
    "nobody": ("::: voice\n", [(10, 1)]),
    "four colons": (":::: voice a\n", [(10, 1)]),
    "about nobody": ("::: voice a about\n:::\n", [(10, 1), (11, 1)]),
    "by nobody": ("::: voice about a\n:::\n", [(10, 1), (11, 1)]),
    "about twice": ("::: voice a about b about c\n:::\n", [(10, 1), (11, 1)]),
    "a comma": ("::: voice a, b\n", [(10, 1)]),
}


@pytest.mark.parametrize(("body", "places"), FAULTS.values(), ids=FAULTS)
def test_a_marker_that_is_wrong_is_told(body: str, places: list[tuple[int, int]]) -> None:
    """Whatever begins with three colons is either right or an error: never quietly text."""
    assert faults(body) == [(line, column, "passage") for line, column in places]


def test_names_are_marked_and_literal_braces_kept() -> None:
    """`{sam}` is a name and `\\{sam}` is not, wherever they stand; other braces are text."""
    result = read_body("{sam} \\{sam} `{sam}` {Sam} {} {a b} {{jo}}\n", "a.md", 1)
    marked = "\ue000sam\ue001 \ue002sam\ue003 `\ue000sam\ue001` {Sam} {} {a b} {\ue000jo\ue001}\n"
    assert result.blocks == (SourceBlock(text=marked, line=1),)
    assert [(one.id, one.at.line, one.at.column) for one in result.mentions] == [
        ("sam", 1, 1),
        ("sam", 1, 15),
        ("jo", 1, 38),
    ]


def test_ids_of_a_passages_head_have_their_place() -> None:
    """An id that nobody declares is found where it stands, also behind `about`."""
    result = read_body("\n::: voice a about bb\n:::\n", "a.md", 10)
    assert [(one.id, one.at.line, one.at.column) for one in result.mentions] == [
        ("a", 11, 11),
        ("bb", 11, 19),
    ]


def test_a_body_keeps_its_lines_exactly() -> None:
    """A text with a passage taken out of it is the text in which that passage never was."""
    pieces = "One.  \n\n", "\n\n   Two.\n"
    body = f"{pieces[0]}::: voice a\nGone.\n:::\n{pieces[1]}"
    texts = [text for by, _, text, _ in blocks(body) if not by]
    assert "".join(texts) == "".join(pieces)
