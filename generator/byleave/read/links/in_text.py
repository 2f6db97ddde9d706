"""The destinations in a text, found without parsing Markdown.

The gate must know what leads to a withheld story before any engine runs, so this errs on
the side of finding too much: what stands in code is found too. Every pattern is linear.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from itertools import accumulate, chain, islice

from msgspec import Struct

from byleave.positions import Position

# Spaces of other kinds end no address.
_PART = r"(?:\\.|[^ \t\n()<>\\]|\((?:\\.|[^ \t\n()\\]){0,200}\))"
_INLINE = re.compile(rf"\([\s>]*(?:<((?:\\.|[^<>\n\\]){{0,2000}})>|({_PART}{{0,2000}}))")
# Also in quotations and lists: each engine has its own mind about what may stand before one. Right
# behind a star it says what a short form means.
_DEFINITION = re.compile(
    r"^[ \t>*+\-\d.)]*(?<!\*)\[(?!\^)((?:\\.|[^\[\]\\]){1,999})\]:[ \t]*\n?[ \t>]*"
    r"(?:<((?:\\.|[^<>\n\\]){1,2000})>|<?([^\s<>]{1,2000}))",
    re.M | re.S,
)
# A quoted value may hold a ">".
_TAG = re.compile(
    r"""<(a|img|audio|video|source|track)\b((?:"[^"]{0,2000}"|'[^']{0,2000}'|[^<>]){1,4000})""",
    re.I,
)
_ADDRESS = re.compile(r"""\b(href|src|poster)\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+)""", re.I)
_QUOTED_LINE = re.compile(r"\n[ \t>]*")
_BARE = re.compile(r"https?://[^\s<>()\[\]\"']{1,2000}")
_NOT_AT_THE_END = "?!.,:;*_~"  # of a bare address: there it belongs to the sentence
_LONGEST_LINK_TEXT = 1000
_LONGEST_LABEL = 999
MOST_LINKS = 5000  # in one block; a text with more is an attack or an accident


class LinkInText(Struct, frozen=True, kw_only=True):
    """A destination, the text that leads to it, and where it stands in its file."""

    destination: str
    text: str
    at: Position
    picture: bool = False


Definitions = Mapping[str, tuple[str, ...]]


def find_definitions(*texts: str) -> Definitions:
    """The destinations that a label may have in `texts`, which are rendered as one text."""
    found: dict[str, tuple[str, ...]] = {}
    likely = (text for text in texts if "]:" in text)
    for one in (one for text in likely for one in _DEFINITION.finditer(text)):
        label, destination = _label(one[1]), one[2] or one[3]
        if destination not in found.get(label, ()):
            # Engines differ in which of two counts. No label needs more than a few.
            found[label] = (*found.get(label, ()), destination)[:9]
    return found


def find_links(
    text: str, first_line: int, definitions: Definitions | None = None
) -> tuple[LinkInText, ...]:
    """Every destination in `text`, whose first line is line `first_line` of its file.

    `definitions` are those of the whole text that `text` is a part of, if it is one.
    """
    known = find_definitions(text) if definitions is None else definitions
    found = tuple(islice(_every(text, known), MOST_LINKS + 1))
    starts = [0, *accumulate(len(line) + 1 for line in text.split("\n"))] if found else []

    def link(destination: str, words: str, offset: int, picture: bool) -> LinkInText:
        row = bisect_right(starts, offset) - 1
        at = Position(line=first_line + row, column=offset - starts[row] + 1)
        return LinkInText(destination=destination, text=words, at=at, picture=picture)

    return tuple(link(*one) for one in found)


def _every(text: str, definitions: Definitions) -> Iterator[tuple[str, str, int, bool]]:
    # Most texts have few or none of these signs, and to look for one is quick.
    pairs = _brackets(text) if "]" in text else []
    yield from _in_brackets(text, pairs, definitions)
    if "<" in text:
        yield from _in_tags(text)
    if "://" in text:
        yield from _bare(text, pairs)


def _bare(text: str, pairs: list[tuple[int, int]]) -> Iterator[tuple[str, str, int, bool]]:
    """Addresses that are words themselves; not those to which other words lead."""
    led_to = {found.start(2) for _, end in pairs if (found := _INLINE.match(text, end + 1))}
    for one in _BARE.finditer(text):
        if one.start() not in led_to:
            address = one[0].rstrip(_NOT_AT_THE_END)
            yield address, address, one.start(), False


def _brackets(text: str) -> list[tuple[int, int]]:
    """Where each pair of brackets begins and ends."""
    opened: list[int] = []
    pairs: list[tuple[int, int]] = []
    for at in sorted(chain(_unescaped("[", text), _unescaped("]", text))):
        if text[at] == "[":
            opened.append(at)
        elif opened:
            pairs.append((opened.pop(), at))
    return pairs


def _in_brackets(
    text: str, pairs: list[tuple[int, int]], definitions: Definitions
) -> Iterator[tuple[str, str, int, bool]]:
    ends = dict(pairs)
    for start, end in pairs:
        words = text[start + 1 : min(end, start + _LONGEST_LINK_TEXT)]
        for destination in _after(text, start, end, ends, definitions):
            yield destination, words, start, start > 0 and text[start - 1] == "!"


def _unescaped(sign: str, text: str) -> Iterator[int]:
    """Where `sign` stands without a backslash before it that is none itself."""
    at = text.find(sign)
    while at >= 0:
        first = at
        while first and text[first - 1] == "\\":
            first -= 1
        if (at - first) % 2 == 0:
            yield at
        at = text.find(sign, at + 1)


def _after(
    text: str, start: int, end: int, ends: dict[int, int], definitions: Definitions
) -> Iterator[str]:
    """The destinations of the brackets from `start` to `end`, if they are a link."""
    if text[end + 1 : end + 2] == "(" and (found := _INLINE.match(text, end + 1)):
        inline = found[1] if found[1] is not None else found[2]
        if inline:
            yield inline
        return
    if not definitions:
        return
    # One of the engines allows a space, or a line's end, between the two brackets.
    label = end + 2 if text[end + 1 : end + 2].isspace() else end + 1
    if text[label : label + 1] == "[" and label in ends:
        last = min(ends[label], label + _LONGEST_LABEL + 1)
        yield from definitions.get(_label(text[label + 1 : last]), ())
    yield from definitions.get(_label(text[start + 1 : min(end, start + _LONGEST_LABEL + 1)]), ())


def _label(words: str) -> str:
    return " ".join(_QUOTED_LINE.sub(" ", words).casefold().split())


def _in_tags(text: str) -> Iterator[tuple[str, str, int, bool]]:
    for tag in _TAG.finditer(text):
        is_link = tag[1].lower() == "a"
        for found in _ADDRESS.finditer(tag[2]):
            destination = found[2].strip("\"'")
            for words in _words_of(text, tag) if is_link else (tag[2],):
                yield destination, words, tag.start(), not is_link


def _words_of(text: str, tag: re.Match[str]) -> Iterator[str]:
    """What may be the words of a link: an apostrophe in it can look like a quoted value."""
    for end in sorted({tag.end(), text.find(">", tag.start(), tag.end() + 1)} - {-1}):
        words = text[end : end + _LONGEST_LINK_TEXT].removeprefix(">").lower()
        yield words.split("</a", 1)[0]
