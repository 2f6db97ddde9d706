"""What readers get as code, which nobody meant: far in, or behind a fence that never ends."""

import re
from collections.abc import Iterator

from byleave.model.markdown.blocks import lines_of
from byleave.model.markdown.code import without_code

_ITEM = re.compile(r"(?:[-+*]|\d{1,9}[.)])(?=\s)")
_MARGIN = r"^(?: {4}|[ ]{0,3}\t)"
_FAR_IN = re.compile(_MARGIN, re.M)
_ELEMENT = re.compile(r"</?[a-zA-Z]")
_ELEMENT_FAR_IN = re.compile(rf"{_MARGIN}[ \t]*{_ELEMENT.pattern}", re.M)
_FENCE = re.compile(r"`{3,}|~{3,}")
# A sentence begins with a capital and has some words; code has other signs.
_SENTENCE = re.compile(
    r"[\"'“‘(]?[^\W\d_a-z][^\n{}<>=;|\\$_`]*\s[^\n{}<>=;|\\$_`]*\s[^\n{}<>=;|\\$_`]+$"
)


def words_as_code(text: str) -> Iterator[int]:
    """Where a line of words begins that is so far in that Markdown takes it for code.

    People who write letters begin a paragraph so.
    """
    if _FAR_IN.search(text):
        yield from (at for at, content in _far_in(text) if _SENTENCE.match(content))


def html_as_code(text: str) -> Iterator[int]:
    """Where a line begins with an element that Markdown takes for code, as it is far in."""
    if _ELEMENT_FAR_IN.search(text):
        yield from (at for at, content in _far_in(text) if _ELEMENT.match(content))


def _far_in(text: str) -> Iterator[tuple[int, str]]:
    """Where a line begins that is so far in that Markdown takes it for code, and what it says."""
    at, blank, in_list = 0, True, False
    for line in without_code(text).split("\n"):
        content = line.lstrip(" \t")
        margin = len(line[: len(line) - len(content)].expandtabs(4))
        if content:
            if margin >= 4 and blank and not in_list:
                yield at, content
            if margin < 4:
                in_list = bool(_ITEM.match(content)) or (in_list and (not blank or margin > 1))
        blank = not content
        at += len(line) + 1


def never_closed(text: str) -> Iterator[int]:
    """Where code begins with a fence that nothing closes, so that all the rest is code."""
    if "```" not in text and "~~~" not in text:
        return
    at, begins, last = 0, 0, ("", "")
    for line in lines_of(text):
        if line.kind == "fence":
            begins = at
        if line.text.strip():
            last = line.kind, line.text.strip()
        at += len(line.text) + 1
    kind, words = last
    # Within a list or a quotation, code ends with that.
    if kind == "code" and text[begins] in "`~" and not _FENCE.fullmatch(words):
        yield begins
