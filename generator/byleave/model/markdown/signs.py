"""Signs of lists and tables that word processors leave, and no Markdown engine reads."""

import re
from collections.abc import Iterator

from byleave.model.markdown.code import without_code

# Bullets: those of symbol fonts, in private-use letters; those of other fonts; and the letter o.
_BULLET = re.compile(
    r"^[ \t>]{0,20}(?:[\uf000-\uf0ff]|[•◦‣▪▫●○■□➢➤✓✔·∙⁃][ \t\u00a0]|[–—][ \t\u00a0]|o[ \t\u00a0])"
    r"[ \t\u00a0]{0,20}\S",
    re.M,
)
_OF_TWO = re.compile(r"^[ \t>]{0,20}([–—o])[ \t\u00a0]", re.M)
_NO_HEADS = re.compile(
    r"^[ \t>]{0,20}\|(?:[ \t]*\|)+[ \t]*\n[ \t>]{0,20}\|?[ \t]*:?-[-:| \t]*$", re.M
)


def bullets(text: str) -> Iterator[int]:
    """Where a line begins with a sign that was a bullet in a word processor.

    A dash or an `o` may be meant otherwise, so there have to be two lines of it in a row.
    """
    if text.isascii() and "\no " not in text and " o " not in text and text[:2] != "o ":
        return
    text = without_code(text)
    for found in _BULLET.finditer(text):
        of_two = _OF_TWO.match(text, found.start())
        if of_two is None or _has_neighbour(text, found, of_two[1]):
            yield found.start()


def tables_without_heads(text: str) -> Iterator[int]:
    """Where a table begins whose first row, that of the headings, is empty."""
    if "|" in text:
        yield from (found.start() for found in _NO_HEADS.finditer(without_code(text)))


def _has_neighbour(text: str, found: re.Match[str], sign: str) -> bool:
    end = text.find("\n", found.start())
    after = text[end + 1 : end + 30].lstrip(" \t>") if end >= 0 else ""
    begin = text.rfind("\n", 0, max(found.start() - 1, 0)) + 1
    before = text[begin : begin + 30].lstrip(" \t>") if found.start() else ""
    return any(
        line[:1] == sign and line[1:2] in " \t\u00a0" and line[1:2] for line in (before, after)
    )
