"""The destinations in a text, found without parsing Markdown.

The gate must know what leads to a withheld story before any engine runs, so this errs on
the side of finding too much: what stands in code is found too. Every pattern is linear.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate, chain, islice

from byleave.positions import Position

_BRACKET = re.compile(r"\\.|[\[\]]", re.S)
_INLINE = re.compile(
    r"\(\s{0,9}(?:<([^<>\n]{0,2000})>|([^\s()<>]{0,2000}(?:\([^\s()]{0,200}\)[^\s()]{0,200}){0,9}))"
)
_DEFINITION = re.compile(
    r"^ {0,3}\[([^\^\[\]\n][^\[\]\n]{0,199})\]:[ \t]*\n?[ \t]*<?([^\s<>]{1,2000})", re.M
)
_TAG = re.compile(r"<(a|img|audio|video|source|track)\b([^<>]{1,4000})", re.I)
_ADDRESS = re.compile(r"""\b(href|src|poster)\s{0,9}=\s{0,9}("[^"]*"|'[^']*'|[^\s"'>]+)""", re.I)
_BARE = re.compile(r"https?://[^\s<>()\[\]\"']{1,2000}")
_LONGEST_LINK_TEXT = 1000
MOST_LINKS = 5000  # in one block; a text with more is an attack or an accident


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundLink:
    """A destination, the text that leads to it, and where it stands in its file."""

    destination: str
    text: str
    at: Position
    picture: bool = False


def find_links(text: str, first_line: int) -> tuple[FoundLink, ...]:
    """Every destination in `text`, whose first line is line `first_line` of its file."""
    starts = [0, *accumulate(len(line) + 1 for line in text.split("\n"))]

    def link(destination: str, words: str, offset: int, picture: bool) -> FoundLink:
        row = bisect_right(starts, offset) - 1
        at = Position(line=first_line + row, column=offset - starts[row] + 1)
        return FoundLink(destination=destination, text=words, at=at, picture=picture)

    bare = ((one[0], one[0], one.start(), False) for one in _BARE.finditer(text))
    found = chain(_in_brackets(text), _in_tags(text), bare)
    return tuple(link(*one) for one in islice(found, MOST_LINKS + 1))


def _in_brackets(text: str) -> Iterator[tuple[str, str, int, bool]]:
    definitions = {_label(found[1]): found[2] for found in _DEFINITION.finditer(text)}
    opened: list[int] = []
    pairs: list[tuple[int, int]] = []
    for found in _BRACKET.finditer(text):
        if found[0] == "[":
            opened.append(found.start())
        elif found[0] == "]" and opened:
            pairs.append((opened.pop(), found.start()))
    ends = dict(pairs)
    for start, end in pairs:
        destination = _after(text, start, end, ends, definitions)
        if destination:
            words = text[start + 1 : min(end, start + _LONGEST_LINK_TEXT)]
            yield destination, words, start, start > 0 and text[start - 1] == "!"


def _after(
    text: str, start: int, end: int, ends: dict[int, int], definitions: dict[str, str]
) -> str | None:
    """The destination of the brackets from `start` to `end`, if they are a link."""
    following = text[end + 1 : end + 2]
    if following == "(" and (found := _INLINE.match(text, end + 1)):
        return found[1] if found[1] is not None else found[2]
    if not definitions:
        return None
    words = text[start + 1 : min(end, start + 202)]
    if following == "[" and end + 1 in ends:
        label = text[end + 2 : min(ends[end + 1], end + 202)]
        return definitions.get(_label(label or words))
    return definitions.get(_label(words))


def _label(words: str) -> str:
    return " ".join(words.casefold().split())


def _in_tags(text: str) -> Iterator[tuple[str, str, int, bool]]:
    for tag in _TAG.finditer(text):
        is_link = tag[1].lower() == "a"
        for found in _ADDRESS.finditer(tag[2]):
            words = text[tag.end() : tag.end() + _LONGEST_LINK_TEXT] if is_link else tag[2]
            words = words.removeprefix(">").lower().split("</a", 1)[0] if is_link else words
            yield found[2].strip("\"'"), words, tag.start(), not is_link
