"""Texts that are made to take for ever, or all of the memory."""

import sys
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from types import FrameType
from typing import Any

import pytest

from byleave.render.prose import EngineName, ProseError, ProseMedia, compose, engine
from byleave.render.prose.limits import DEEPEST, LONGEST_TEXT, MOST_CELLS
from byleave.values import replace
from tests.prose.making import ENGINES, USUAL, every_engine, name, passages, prose

pytestmark = pytest.mark.slow

MEGABYTE = 1_000_000


@every_engine
@pytest.mark.parametrize("sign", ["[", "(", "![", "[a](", "<div>", "> ", "*a ", "&", "`", "- "])
def test_ten_megabytes_of_a_sign_end_in_a_message(sign: str, engine: EngineName) -> None:
    """A stranger's file may be withheld; it may not stop the site from being built."""
    with pytest.raises(ProseError) as caught:
        prose(sign * (10 * MEGABYTE // len(sign)), engine)
    assert caught.value.message
    assert caught.value.do


@every_engine
@pytest.mark.parametrize(
    "sign", ["[", "(", "![", "[a](", "<b>", "<b>a</b>", "<!--", "> ", "*a ", "&", "'", '"', "`"]
)
def test_what_is_long_and_allowed_ends_too(sign: str, engine: EngineName) -> None:
    """Just below the limits, a text either makes a page or is refused; it never hangs."""
    with suppress(ProseError):
        assert prose(sign * (100_000 // len(sign)), engine).html


DEEP = {
    "quotations": "> " * (DEEPEST + 1) + "a",
    "divisions": "<div>" * (DEEPEST + 1) + "a",
    "divisions with stray ends": "<div></b>" * (DEEPEST + 1) + "a",
    "emphasis": "*a " * (DEEPEST + 1) + "b" + "*" * (DEEPEST + 1),
    "tables": "<table><tr><td>" * (DEEPEST // 2) + "a",
}


@pytest.mark.parametrize("case", DEEP)
def test_what_is_too_deep_is_refused(case: str) -> None:
    """Readers of HTML slow down with the square of the depth."""
    with pytest.raises(ProseError, match="in each other"):
        prose(DEEP[case])


@every_engine
def test_what_people_nest_is_allowed(engine: EngineName) -> None:
    """Ten lists in each other are more than anyone can follow, and they are fine."""
    nested = "\n".join(f"{'    ' * depth}- a" for depth in range(10))
    assert prose(nested, engine).html.count("<ul>") == 10
    assert prose("> " * 10 + "a", engine).html.count("<blockquote>") == 10


def test_an_engine_that_runs_out_of_stack_says_so_plainly() -> None:
    """Python-Markdown recurses where lines are terms and definitions in turn."""
    with pytest.raises(ProseError, match="inside each other"):
        prose("a\n: b\n" * 2_000, "python-markdown")


@every_engine
def test_a_refused_text_leaves_no_trace(engine: EngineName) -> None:
    """What one text broke is whole again for the next (law 4)."""
    before = prose("- a\n\nb", engine)
    for text in ("a\n: b\n" * 2_000, "> " * 100, "[" * 10_000):
        with suppress(ProseError):
            prose(text, engine)
    assert prose("- a\n\nb", engine) == before


def test_a_text_that_expands_is_refused() -> None:
    """One long definition, used a thousand times, is a page of megabytes."""
    meaning = "very " * 1_000
    for definition in (f"*[a]: {meaning}", f'[a]: b "{meaning}"'):
        with pytest.raises(ProseError):
            prose(f"{definition}\n\n" + "[a] \n\n" * 10_000, "python-markdown")


def test_a_book_is_no_attack() -> None:
    """Fifty pages in ordinary paragraphs are rendered by either engine."""
    chapter = "## It's a chapter\n\n" + "Words and *words*, [a link](garden.md). " * 20 + "\n\n"
    book = chapter * 120
    assert len(book) < LONGEST_TEXT
    for engine_name in ENGINES:
        assert len(prose(book, engine_name).contents) == 120


WIDE = {
    "cells of one letter": ("|a" * 1_000 + "\n", "|-" * 1_000 + "\n", "|b\n"),
    "no bars in the rows": ("|a" * 1_000 + "\n", "|-" * 1_000 + "\n", "b\n"),
    "in a quotation": ("> " + "|a" * 1_000 + "\n", "> " + "|-" * 1_000 + "\n", "> b\n"),
    "after lines that are quotations": ("|a" * 1_000 + "\n", "|-" * 1_000 + "\n", ">\n"),
    "in a list": ("- " + "|a" * 1_000 + "\n", "  " + "|-" * 1_000 + "\n", "  |b\n"),
    "aligned": ("|a" * 1_000 + "|\n", "| :-: " * 1_000 + "|\n", "|b|\n"),
}


@every_engine
@pytest.mark.parametrize("case", WIDE)
def test_a_wide_table_of_short_rows_is_refused(case: str, engine: EngineName) -> None:
    """Each row is filled up with empty cells: a few letters would make millions of them."""
    head, rule, row = WIDE[case]
    with pytest.raises(ProseError, match="cells"):
        prose(head + rule + row * (MOST_CELLS // 1_000), engine)


@every_engine
def test_the_tables_that_people_make_are_no_attack(engine: EngineName) -> None:
    """Many tables in one story, and long text after a table, are fine."""
    table = "|a|b|c|d|e|\n|-|-|-|-|-|\n" + "|1|2|3|4|5|\n" * 20 + "\n"
    words = "> a quotation\n" * 2_000
    body = prose(f"{table * 40}\n{words}\n", engine).html
    assert body.count("<table>") == 40


def test_a_long_header_over_many_rows_is_refused() -> None:
    """Each cell bears the words above its column: once as long, twice as many is four times."""
    with pytest.raises(ProseError, match="first row"):
        prose(f"| {'a' * 10_000} |\n| - |\n" + "| b |\n" * 2_000)


def test_quotations_in_quotations_are_counted_not_searched() -> None:
    """Ten thousand quotation marks that are never closed cost no more than any others."""

    def opened(size: int) -> Callable[[], Any]:
        return lambda: prose("'a " * size + '"a ' * size + "a'" * size)

    assert _calls(opened(1_000)) <= 4.6 * _calls(opened(250))


# Each of these made some part of the program, or of what it uses, take the square of its time.
UNITS = {
    "brackets": "[",
    "apostrophes": "it's 'a' ",
    "quotation marks": '"a" "b ',
    "headings": "## a\n\nb\n\n",
    "headings with nothing under them": "## a\n\n",
    "pictures that are gone": "![x](gone.jpg) ",
    "lines of pictures that are gone": "![x](gone.jpg)\n",
    "paragraphs of pictures that are gone": "![x](gone.jpg)\n\n",
    "items of pictures that are gone": "- ![x](gone.jpg)\n",
    "pictures": "![](sunny%20hall.jpg)\n\n",
    "links": "[a](garden.md) [b](lost.md) ",
    "links to places": "[a](#a) ",
    "footnotes of one label": "a[^1]\n\n[^1]: b\n\n",
    "references": "a[^1] ",
    "tables": "| a |\n| - |\n| b |\nTable: c\n\n",
    "rows": "| a | b |\n",
    "captions": "Table: a\n",
    "attributions": "> a\n> — b\n\n",
    "lines that might attribute": "> — a\n",
    "lists": "1. a\n\n",
    "tasks": "- [ ] a\n",
    "names": name("sam"),
    "breaks": "<br>",
    "unclosed paragraphs": "<p>a",
    "spans": "<span>a</span>",
    "dots": "...a",
}


@pytest.mark.parametrize("case", UNITS)
def test_four_times_the_text_is_four_times_the_work(case: str) -> None:
    """Work is counted, not timed: the calls of Python and C functions for each body."""
    unit = UNITS[case]
    few, many = _calls(partial(prose, unit * 250)), _calls(partial(prose, unit * 1_000))
    assert many <= 4.6 * few


def test_four_times_the_passages_are_four_times_the_work() -> None:
    """A long conversation has many passages."""
    turns = ("a [x](garden.md)\n\n", "b[^1]\n\n[^1]: c")
    few = _calls(partial(compose, passages(*turns * 250), USUAL))
    many = _calls(partial(compose, passages(*turns * 1_000), USUAL))
    assert many <= 4.6 * few


def test_media_and_links_are_not_searched_for_each_picture() -> None:
    """A gallery has hundreds of files, and each is looked up, not looked for."""

    def gallery(size: int) -> Callable[[], Any]:
        media = {
            f"hall {number}.jpg": ProseMedia(address=f"/media/{number}.jpg", kind="image", alt="a")
            for number in range(size)
        }
        source = "".join(f"![](hall%20{number}.jpg) ![](gone.jpg)\n\n" for number in range(size))
        return lambda: prose(source, context=replace(USUAL, media=media))

    assert _calls(gallery(1_000)) <= 4.6 * _calls(gallery(250))


def _calls(work: Callable[[], Any]) -> int:
    count = 0

    def counted(_: FrameType, event: str, __: Any) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    engine("commonmark")
    before = sys.getprofile()
    sys.setprofile(counted)
    try:
        work()
    finally:
        sys.setprofile(before)
    return count
