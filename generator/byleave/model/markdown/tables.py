"""Tables of which readers do not get all: without headings, or with cells that have no column."""

import re
from collections.abc import Iterator

from byleave.model.markdown.code import without_code

_NO_HEADS = re.compile(
    r"^[ \t>]{0,20}\|(?:[ \t]*\|)+[ \t]*\n[ \t>]{0,20}\|?[ \t]*:?-[-:| \t]*$", re.M
)
_CELL_ENDS = re.compile(r"(?<!\\)\|")


def without_heads(text: str) -> Iterator[int]:
    """Where a table begins whose first row, that of the headings, is empty."""
    if "|" in text:
        yield from (found.start() for found in _NO_HEADS.finditer(without_code(text)))


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
            columns = _cells(content)
        elif columns and _cells(content) > columns and _has_words_after(content, columns):
            yield at
        at += len(line) + 1


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
