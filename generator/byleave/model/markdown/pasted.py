"""Rows of a table that came from another program, with tabs, gaps or commas between the cells."""

import re
from collections.abc import Iterator
from itertools import pairwise

from byleave.model.markdown.code import without_code

# What begins an item of a list, before the tab behind it.
_ITEM = re.compile(r"(?:[-+*–—•◦‣▪▫●○■□➢➤✓✔·∙⁃o\uf000-\uf0ff]|\w{1,3}[.)])[ \t]+")
# Two spaces may be those behind a sentence; where one gap is wider, they part cells.
_GAP = re.compile(r"(?<=[^\s.!?:;,\"'”’])(?:[ ]*\t[ \t]*|[ ]{2,})(?=\S)|(?<=\S)\t(?=\S)")
_WIDE = re.compile(r"(?<=\S)(?:[ ]*\t[ \t]*|[ ]{3,})(?=\S)")
_QUOTED = re.compile(r'"[^"\n]{0,2000}"')
_SIGN = re.compile(r"(?<!&amp)(?<!&nbsp)[,;](?=\S)")
# Of a number, such as 1,000, or of a sentence.
_OF_A_NUMBER = re.compile(r"\d[,;]\d")
_OF_A_SENTENCE = re.compile(r"[,;][ ]|[.!?]$|[.!?][ ]")
# A row of two commas is none by chance as often as three of one.
_FEWEST_SIGNS = 2
_FEWEST_ROWS = 3


def pasted_tables(text: str) -> Iterator[int]:
    """Where rows begin that were a table elsewhere; readers get them as one paragraph.

    Tabs, or gaps of three spaces, part the cells of two rows or more; or commas or semicolons
    without a space behind them, as many in each row.
    """
    with_gaps = "\t" in text or "   " in text
    with_signs = any(_are_many(text, sign) for sign in ",;")
    if not (with_gaps or with_signs):
        return
    at = 0
    rows: list[tuple[int, str]] = []
    for line in [*without_code(text).split("\n"), ""]:
        content = line.strip(" \t>")
        if content and "|" not in content and not content.startswith("<"):
            rows.append((at, content))
        else:
            yield from _begins(rows)
            rows = []
        at += len(line) + 1


def _are_many(text: str, sign: str) -> bool:
    """Whether `sign` stands twice without a space behind it; most texts can be left so."""
    return text.count(sign) - text.count(f"{sign} ") - text.count(f"{sign}\n") > 1


def _begins(rows: list[tuple[int, str]]) -> Iterator[int]:
    """Where a table begins in the lines of one paragraph."""
    if not rows:
        return
    plain = [_ITEM.sub("", row, count=1) for _, row in rows]
    for number, pair in enumerate(pairwise(plain)):
        if all(map(_GAP.search, pair)) and any(map(_WIDE.search, pair)):
            yield rows[number][0]
            return
    for sign in ",;":
        if _are_records([_QUOTED.sub("x", row) for _, row in rows], sign):
            yield rows[0][0]
            return


def _are_records(rows: list[str], sign: str) -> bool:
    """Whether each of `rows` has as many cells as the first, with `sign` between them."""
    if len(rows) == 1:
        return False
    numbers = {len([one for one in _SIGN.findall(row) if one == sign]) for row in rows}
    number = next(iter(numbers))
    if len(numbers) > 1 or not number or any(map(_OF_A_SENTENCE.search, rows)):
        return False
    if not all(sign in _OF_A_NUMBER.sub("", row) for row in rows):
        return False
    return number >= _FEWEST_SIGNS or len(rows) >= _FEWEST_ROWS
