"""Rule 5 for pictures: a body without one equals the body in which it never was."""

from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from byleave.render.prose import EngineName
from tests.generated import examples
from tests.prose.making import ENGINES, name, prose

pytestmark = pytest.mark.slow


@dataclass(frozen=True, slots=True, kw_only=True)
class Twice:
    """A piece of a source with a picture that is not shown, and as if that had never been."""

    source: str
    without: str


PICTURES = st.sampled_from(
    ["![](gone.jpg)", "![Kim *there*](gone.jpg)", '![Kim](<gone too.jpg> "Kim")', "![K][gone]"]
)
WORDS = st.lists(
    st.sampled_from(
        'one two it\'s **b** *e* [l](garden.md) `c` "q" x... [^1] ![](hall.jpg)'.split()
    ),
    min_size=1,
    max_size=4,
).map(" ".join)


@st.composite
def lines(draw: st.DrawFn) -> Twice:
    """Words with a picture before, after or between them, or on a line of its own."""
    a, b, picture = draw(WORDS), draw(WORDS), draw(PICTURES)
    forms = [
        (f"{a} {picture} {b}", f"{a} {b}"),
        (f"{picture} {b}", b),
        (f"{a} {picture}", a),
        (f"{a}\n{picture}\n{b}", f"{a}\n{b}"),
        (f"{a}  \n{picture}  \n{b}", f"{a}  \n{b}"),
        (f"{a}\n{picture}", a),
        (f"{a} [{picture}](garden.md) {b}", f"{a} {b}"),
        (f"{a}{picture}{picture}, {b}", f"{a}, {b}"),
        (f"x *two {picture}* {b}", f"x *two* {b}"),
        (f"x **{picture} two** {b}", f"x **two** {b}"),
        (f"x ~~two {picture} z~~.", "x ~~two z~~."),
        (f"{a} *{picture}* {b}", f"{a} {b}"),
        (a, a),
    ]
    source, without = draw(st.sampled_from(forms))
    return Twice(source=source, without=without)


@st.composite
def lists(draw: st.DrawFn) -> Twice:
    """A list in which items have a picture, or are one."""
    mark = draw(st.sampled_from(["-", "1."]))
    between = draw(st.sampled_from(["\n", "\n\n"]))
    items = draw(st.lists(st.one_of(lines(), PICTURES.map(_alone)), min_size=1, max_size=3))
    return Twice(
        source=between.join(_item(mark, item.source) for item in items),
        without=between.join(_item(mark, item.without) for item in items if item.without),
    )


def _item(mark: str, text: str) -> str:
    return f"{mark} " + text.replace("\n", "\n    ")


def _alone(picture: str) -> Twice:
    return Twice(source=picture, without="")


@st.composite
def others(draw: st.DrawFn) -> Twice:
    """Quotations, headings, tables, figures, each with a picture somewhere in it."""
    a, b, picture = draw(WORDS), draw(WORDS), draw(PICTURES)
    line = draw(lines())
    by = name("sam")
    forms = [
        (f"> {a}\n> {picture}\n> — {by}", f"> {a}\n> — {by}"),
        (f"> {picture}\n>\n> — {by}", f"> — {by}"),
        (_quoted(line.source), _quoted(line.without)),
        (f"## {a} {picture}\n\n{b}", f"## {a}\n\n{b}"),
        (f"## {a}\n\n{picture}", f"## {a}"),
        (f"## {picture}", ""),
        (_table(f"{a} {picture}", picture, b), _table(a, "", b)),
        (f"- {a}\n\n    {picture}\n\n- {b}", f"- {a}\n- {b}"),
        (f"<figure><img src=gone.jpg><figcaption>{a}</figcaption></figure>", ""),
    ]
    source, without = draw(st.sampled_from(forms))
    return Twice(source=source, without=without)


def _quoted(text: str) -> str:
    return "> " + text.replace("\n", "\n> ")


def _table(first: str, second: str, caption: str) -> str:
    row = f"| {second} | {second} |\n" if second else ""
    return f"| a | b |\n| - | - |\n| {first} | {second} |\n{row}Table: {caption}"


BLOCKS = st.one_of(lines(), lists(), others(), PICTURES.map(_alone))
END = "\n\n[^1]: Note\n\n[gone]: gone.jpg\n"


@given(st.lists(BLOCKS, min_size=1, max_size=5), st.sampled_from(ENGINES))
@settings(max_examples=examples(600), deadline=None)
def test_a_body_says_nothing_of_a_picture_that_is_not_shown(
    blocks: list[Twice], engine: EngineName
) -> None:
    """Whoever is no longer shown leaves no gap where they were."""
    source = "\n\n".join(block.source for block in blocks)
    without = "\n\n".join(block.without for block in blocks if block.without)
    assert prose(source + END, engine) == prose(without + END, engine)
