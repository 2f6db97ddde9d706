"""A text as it is looked through for advice: its pieces, each with the lines on which it stands."""

import re
from collections import deque
from collections.abc import Iterable, Iterator
from typing import Literal

from msgspec import Struct

from byleave.model.markdown.code import without_code, without_html

# Whose words a piece is: never corrected, corrected but for what somebody says of themselves, or
# the group's own, as front matter and unmarked text without an author are.
Whose = Literal["theirs", "author", "group"]
Kind = Literal["words", "heading", "item", "table"]

# None of these goes over the same signs again and again, however much there is of one thing.
_PARAGRAPH = re.compile(r"^(?:[^\S\n]*\S[^\n]*(?:\n|\Z))+", re.M)
_ITEM = re.compile(r"^[ \t]*(?:[-+*]|\d{1,9}[.)])[ \t]+", re.M)
_HEADING = re.compile(r" {0,3}#{1,6}(?:[ \t]|$)")
_RULED = re.compile(r"^(?:[ \t|:-]*>)*[ \t|:]*-[ \t:-]*\|[ \t|:-]*$", re.M)
_TAG = re.compile(r"<[^<>\n]{0,2000}>")
_ADDRESS = re.compile(r"\]\([^()\n]{0,2000}\)|https?://[^\s<>()]{1,2000}|\]\[[^\[\]\n]{0,500}\]")
_IN_LANGUAGE = re.compile(
    r"<(\w{1,20})\b(?=[^<>]*>)[^<>]*?\blang=[^<>]*>.*?(?:</\1\s*>|\Z)", re.I | re.S
)
_SIGN = re.compile(r"[^\n]")


class Piece(Struct, frozen=True, kw_only=True):
    """A run of text, whose words it is, and the line on which it begins.

    With `whole`, it is a value of front matter and not Markdown.
    """

    text: str
    line: int
    whose: Whose = "group"
    whole: bool = False


class Paragraph(Struct, frozen=True, kw_only=True):
    """A paragraph, an item, a heading or a table, as it is written; `words` are without markup.

    Both have a letter for each letter, so that places are the same. `has_language` says that its
    language is marked.
    """

    text: str
    words: str
    line: int
    kind: Kind
    whose: Whose
    has_language: bool = False

    def lines_of(self, places: Iterable[int]) -> Iterator[int]:
        """The lines of the file on which the letters at `places` stand, which are in order."""
        return _lines_of(self.text, self.line, places)


def _lines_of(text: str, line: int, places: Iterable[int]) -> Iterator[int]:
    """The line of each of `places`, counted on from the one before: a text may have 100,000."""
    done = 0
    for at in places:
        line += text.count("\n", done, at)
        done = at
        yield line


def paragraphs(piece: Piece) -> Iterator[Paragraph]:
    """The paragraphs of a piece, without code and HTML; each item of a list is one."""
    if piece.whole:
        yield Paragraph(
            text=piece.text, words=piece.text, line=piece.line, kind="words", whose=piece.whose
        )
        return
    text = without_html(without_code(piece.text))
    words = spaced(_ADDRESS, spaced(_TAG, text))
    parts = [
        (found.start() + start, found.start() + end, kind)
        for found in _PARAGRAPH.finditer(text)
        for start, end, kind in _parts(found[0])
    ]
    marked = deque(one.span() for one in _IN_LANGUAGE.finditer(piece.text))
    lines = _lines_of(piece.text, piece.line, (begin for begin, _, _ in parts))
    for (begin, end, kind), line in zip(parts, lines, strict=True):
        while marked and marked[0][1] <= begin:
            marked.popleft()
        yield Paragraph(
            text=text[begin:end],
            words=words[begin:end],
            line=line,
            kind=kind,
            whose=piece.whose,
            has_language=bool(marked) and marked[0][0] <= begin,
        )


def _parts(text: str) -> Iterator[tuple[int, int, Kind]]:
    begin = 0
    while begin < len(text) and _HEADING.match(text, begin):
        end = text.find("\n", begin) + 1 or len(text)
        yield begin, end, "heading"
        begin = end
    if begin == len(text):
        return
    if "|" in text and _RULED.search(text, begin):
        yield begin, len(text), "table"
        return
    items = [one.start() for one in _ITEM.finditer(text, begin)]
    # A number in the middle of a paragraph begins no list unless it is the first.
    if not items:
        yield begin, len(text), "words"
        return
    if items[0] > begin:
        yield begin, items[0], "words"
    for start, end in zip(items, [*items[1:], len(text)], strict=True):
        yield start, end, "item"


def spaced(pattern: re.Pattern[str], text: str) -> str:
    """`text` with spaces in the place of all that `pattern` finds; lines and places stay."""
    return pattern.sub(lambda found: _SIGN.sub(" ", found[0]), text)
