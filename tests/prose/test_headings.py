"""The outline of a page."""

import pytest

from byleave.render.prose import EngineName, Heading, Prose, ProseContext, compose
from byleave.values import replace
from tests.prose.making import USUAL, every_engine, passages, prose


def _outline(body: Prose) -> list[tuple[int, str]]:
    return [(heading.level, heading.text) for heading in body.contents]


LEVELS = {
    "from the title down": ("# a\n\n1\n\n## b\n\n2", [(2, "a"), (3, "b")]),
    "without a jump": ("# a\n\n1\n\n### b\n\n2", [(2, "a"), (3, "b")]),
    "from any height": ("#### a\n\n1\n\n###### b\n\n2", [(2, "a"), (3, "b")]),
    "up again": ("## a\n\n1\n\n#### b\n\n2\n\n## c\n\n3", [(2, "a"), (3, "b"), (2, "c")]),
    "low first": ("### a\n\n1\n\n## b\n\n2", [(2, "a"), (2, "b")]),
    "underlined": ("a\n===\n\n1\n\nb\n---\n\n2", [(2, "a"), (3, "b")]),
    "empty": ("#\n\n1\n\n## b\n\n2", [(2, "b")]),
    "nothing that is seen": (
        "# \u200b\n\n1\n\n# \ufeff\n\n2\n\n# \u00ad\n\n3\n\n# &#8288; *&zwnj;*\n\n4\n\n# b\n\n5",
        [(2, "b")],
    ),
    "a sign of Braille without dots": ("# \u2800\n\n1\n\n# b\n\n2", [(2, "b")]),
    "nothing that is seen under it": ("# a\n\n\u200b\n\n# b\n\n1", [(2, "b")]),
    "nothing under it": ("# a\n\n1\n\n# b", [(2, "a")]),
    "nothing under several": ("# a\n\n## b\n\n### c\n\n# d\n\n1", [(2, "d")]),
    "a rule under it": ("# a\n\n---\n\n# b\n\n1", [(2, "b")]),
    "something under the one below": ("# a\n\n## b\n\n1", [(2, "a"), (3, "b")]),
    "a picture under it": ("# a\n\n![](hall.jpg)", [(2, "a")]),
    "a note under it": ("# a\n\n# b\n\nc[^1]\n\n[^1]: d", [(2, "b")]),
}


@every_engine
@pytest.mark.parametrize("case", LEVELS)
def test_headings_make_an_outline(case: str, engine: EngineName) -> None:
    """Screen readers go from heading to heading (WCAG 1.3.1, 2.4.6): none skipped, none idle."""
    source, expected = LEVELS[case]
    body = prose(source, engine)
    assert _outline(body) == expected
    assert body.html.count("</h") == len(expected) + ("doc-endnotes" in body.html)


@every_engine
def test_passages_take_part_in_the_outline(engine: EngineName) -> None:
    """A passage under a heading is something under it; one that is gone is not."""
    context = replace(USUAL, engine=engine)
    filled = compose(passages("# a", "b", "# c", "![](gone.jpg)", "# d", "# e\n\nf"), context)
    assert _outline(filled) == [(2, "a"), (2, "e")]
    assert _outline(compose(passages("# a\n\n1", "## b\n\n2", "### c\n\n3"), context)) == [
        (2, "a"),
        (3, "b"),
        (4, "c"),
    ]


@every_engine
def test_a_lower_start_and_the_lowest_level(engine: EngineName) -> None:
    """A response stands under a heading of its page; HTML has six levels."""
    source = "".join(f"{'#' * level} x\n\na\n\n" for level in range(1, 7))
    body = prose(source, engine, replace(USUAL, heading_level=4))
    assert [heading.level for heading in body.contents] == [4, 5, 6, 6, 6, 6]


@every_engine
def test_ids_are_unique_and_never_empty(engine: EngineName) -> None:
    """Every heading can be linked to; the ids around the body stay with those who have them."""
    source = "## a b\n\n1\n\n## A *b*!\n\n2\n\n## ?\n\n3\n\n## main\n\n4\n\n## हिन्दी\n\n5"
    context = ProseContext(reserved_ids=frozenset({"main"}))
    assert [heading.id for heading in prose(source, engine, context).contents] == [
        "a-b",
        "a-b-1",
        "section",
        "main-1",
        "हिन्दी",
    ]


@every_engine
def test_contents_are_plain_text(engine: EngineName) -> None:
    """A table of contents says what the heading says, its marks set, its notes left out."""
    body = prose("## *It's* a `day`[^1]\n\na\n\n[^1]: b", engine)
    assert body.contents == (Heading(level=2, id="its-a-day", text="It’s a day"),)


@every_engine
def test_two_bodies_can_share_a_page(engine: EngineName) -> None:
    """A story and its responses stand on one page: the ids of one are reserved for the next."""
    source = "## a\n\nb[^1]\n\n[^1]: f"
    first = prose(source, engine)
    second = prose(source, engine, replace(USUAL, reserved_ids=first.ids))
    assert not first.ids & second.ids
    assert len(first.ids) == len(second.ids) == 4
