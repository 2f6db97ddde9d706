"""Tables of which readers do not get all: none at all, no headings, or cells without a column."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from byleave.model.markdown.code import without_code

_NO_HEADS = re.compile(
    r"^[ \t>]{0,20}\|(?:[ \t]*\|)+[ \t]*\n[ \t>]{0,20}\|?[ \t]*:?-[-:| \t]*$", re.M
)
_CELL_ENDS = re.compile(r"(?<!\\)\|")
_OF_HTML = re.compile(r"<table\b[^<>]{0,2000}>(.*?)</table\s*>", re.I | re.S)
_HEAD = re.compile(r"<th\b[^<>]{0,2000}>\s*(?!</?(?:th|td|tr|thead|tbody|table)\b)[^\s]", re.I)
_ROW = re.compile(r"<tr\b", re.I)


def without_heads(text: str) -> Iterator[int]:
    """Where a table begins whose first row, that of the headings, is empty, or that has none."""
    if "|" in text:
        yield from (found.start() for found in _NO_HEADS.finditer(without_code(text)))
    if "<" in text:
        for found in _OF_HTML.finditer(without_code(text)):
            if len(_ROW.findall(found[1])) > 1 and not _HEAD.search(found[1]):
                yield found.start()


def without_rule(text: str) -> Iterator[int]:
    """Where two rows or more begin that are no table, since no row of dashes fits the first."""
    if "|" not in text:
        return
    rows: list[str] = []
    at = begin = 0
    for line in [*without_code(text).split("\n"), ""]:
        content = line.strip(" \t>")
        if len(content) > 2 and content[0] == content[-1] == "|":
            begin = begin if rows else at
            rows.append(content)
        else:
            if len(rows) > 1 and not _is_table(rows):
                yield begin
            rows = []
        at += len(line) + 1


def with_more_cells(text: str) -> Iterator[int]:
    """Where a row begins that has more cells than its table has columns: no engine shows them."""
    if "|" not in text or "-" not in text:
        return
    lines, at, columns = text.split("\n"), 0, 0
    for number, line in enumerate(lines):
        content = line.strip(" \t>")
        if not content:
            columns = 0
        elif number and _is_rule(content) and "|" in lines[number - 1]:
            heads = _cells(lines[number - 1].strip(" \t>"))
            columns = heads if heads == _cells(content) else 0
        elif columns and _cells(content) > columns and _has_words_after(content, columns):
            yield at
        at += len(line) + 1


def _is_table(rows: Sequence[str]) -> bool:
    """Whether one of `rows` parts the headings above it from the cells below."""
    return any(_is_rule(rule) and _cells(rule) == _cells(heads) for heads, rule in pairwise(rows))


def _is_rule(content: str) -> bool:
    return "|" in content and "-" in content and not content.strip("|:- \t")


def _cells(content: str) -> int:
    return len(_CELL_ENDS.split(_inside(content)))


def _has_words_after(content: str, columns: int) -> bool:
    return any(cell.strip() for cell in _CELL_ENDS.split(_inside(content))[columns:])


def _inside(content: str) -> str:
    """A row without the bars at its ends."""
    content = content.strip().removeprefix("|")
    return content[:-1] if content.endswith("|") and not content.endswith("\\|") else content
