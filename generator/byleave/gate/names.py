"""Whether a text names somebody: whole words, in any letter case, however they are dressed up.

A text is searched as a row of words, whatever stands between them: marks of Markdown, quotation
signs at the start of a line, punctuation, tags. Markup inside a word is tried away as well.
"""

import html
import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Literal
from urllib.parse import unquote

from byleave.readings.letters import INVISIBLE, UNSPACED
from byleave.readings.markup import (
    BLOCK_TAG,
    MARKS,
    TAG,
    without_comments,
    without_links,
    without_local,
)

_WORD = re.compile(r"\w+")
# What is no part of a word in texts of plain letters, each a space: tables are quicker than
# patterns, and this is done with every text of a site.
_PLAIN_GAPS = bytes(byte if byte < 128 and chr(byte).isalnum() else ord(" ") for byte in range(256))
_ASCII = bytes(range(128))
_SMALL = bytes(range(256)).lower()
_NO_LETTERS = bytes(byte for byte in range(128) if not chr(byte).isalnum())
_LAST_SIMPLE = "\u058f"  # up to here a letter that is no mark is joined to no other by NFKC
# Entities, addresses, tags and links: without these, a text has the same letters in every reading.
_READ_OTHERWISE = re.compile(r"[&%<\]]")
_TYPOGRAPHIC = "\u2014\u2013\u2018\u2019\u201c\u201d\u2026"


def row(text: str) -> str:
    """The words of `text` in one form, each between two spaces."""
    for sign in () if text.isascii() else _TYPOGRAPHIC:
        text = text.replace(sign, " ")
    if text.isascii() and "_" not in text:
        row = b" ".join(text.encode("ascii").lower().translate(_PLAIN_GAPS).split())
        return f" {row.decode('ascii')} "
    if not text.isascii():
        text = unicodedata.normalize("NFKC", INVISIBLE.sub("", text))
    words = _WORD.findall(text.casefold())
    if "_" in text:
        words = [bare for word in words if (bare := word.strip("_"))]
    return f" {' '.join(words)} "


def letters(text: str) -> bytes | None:
    """The letters and digits of `text` with nothing between them; None where they are hard to tell.

    Where a name stands in the row of a text, the letters of the name stand in these. That they do
    not is found out in a tenth of the time that the row takes, and so it is with most texts.
    """
    if not text.isascii():
        others = set(text.encode("utf-8", "replace").translate(None, _ASCII).decode())
        if None in map(_kind, others):
            return None
        for sign in others:
            if _kind(sign) == "gap":
                text = text.replace(sign, "")
        text = text.casefold()
    return text.encode("utf-8", "replace").translate(_SMALL, _NO_LETTERS)


@cache
def _kind(character: str) -> Literal["gap", "letter"] | None:
    """What a character beyond ASCII is to `row`, where that is clear whatever stands beside it."""
    if character in _TYPOGRAPHIC:
        return "gap"
    if unicodedata.normalize("NFKC", character) != character or INVISIBLE.match(character):
        return None
    category = unicodedata.category(character)[0]
    if category == "L" and character < _LAST_SIMPLE and character.casefold().isalnum():
        return "letter"
    return "gap" if category in "PSZ" else None


@lru_cache(maxsize=10_000)
def _sought(name: str) -> tuple[str, bytes]:
    """The row of a name, and its letters."""
    sought = row(name)
    return sought, sought.replace(" ", "").replace("_", "").encode("utf-8", "replace")


@lru_cache(maxsize=10_000)
def is_named_in(name: str, other: str) -> bool:
    """Whether `name` stands in `other`, which is a name itself."""
    return Words(other).names(name)


class Words:
    """A text, made ready once to be searched for many names."""

    __slots__ = ("_letters", "_readings", "_rows", "_text")

    def __init__(self, text: str) -> None:
        """Keep the text; it is made ready when the letters of a name stand in it."""
        self._text = text
        self._letters = None if _READ_OTHERWISE.search(text) else letters(text)
        self._readings: tuple[tuple[bytes | None, str, str], ...] = ()
        self._rows: dict[str, str] = {}

    def names(self, name: str) -> bool:
        """Whether `name` stands in the text as whole words."""
        sought, needle = _sought(name)
        if not needle or (self._letters is not None and needle not in self._letters):
            return False
        rows = self._likely_rows(needle)
        if UNSPACED.search(sought):
            sought = sought.replace(" ", "")
            return any(sought in one.replace(" ", "") for one in rows)
        return any(sought in one for one in rows)

    def _likely_rows(self, needle: bytes) -> Iterator[str]:
        """The rows in which a name of the letters `needle` may stand; each is made once."""
        self._readings = self._readings or tuple(_readings(self._text))
        for found, reading, marks in self._readings:
            if found is None or needle in found:
                text = reading
                for mark in marks:
                    text = text.replace(mark, "")
                if text not in self._rows:
                    self._rows[text] = row(text)
                yield self._rows[text]


def _readings(text: str) -> Iterator[tuple[bytes | None, str, str]]:
    """Each way to read `text`, as it stands and as it stands together without markup.

    They are the letters of the reading, the reading, and the marks that are taken out of it.
    """
    shown = without_local(text) if "]" in text else text
    plain = html.unescape(shown) if "&" in shown else shown
    ways = [(plain, "\\")]
    if "%" in shown:
        ways.append((unquote(plain), ""))
    if any(mark in shown for mark in "<&*_`~\\]"):
        ways += ((bare, MARKS) for bare in _without_markup(shown, plain))
    found = {reading: letters(reading) for reading, _ in ways}
    return ((found[reading], reading, marks) for reading, marks in ways)


def _without_markup(shown: str, plain: str) -> set[str]:
    """The text as a page shows it: what markup parts or joins is parted or joined."""
    found = set()
    for text in {plain, *map(without_links, {shown, plain})}:
        bare = text
        if "<" in text:
            bare = TAG.sub("", BLOCK_TAG.sub(" ", without_comments(text)))
        found.add(html.unescape(bare) if "&" in bare else bare)
    return found
