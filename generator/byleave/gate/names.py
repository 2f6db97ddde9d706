"""Whether a text names somebody: whole words, in any letter case, however they are dressed up.

A text is searched as a row of words, whatever stands between them: marks of Markdown, quotation
signs at the start of a line, punctuation, tags. Markup inside a word is tried away as well.
"""

import html
import re
import unicodedata
from collections.abc import Mapping
from urllib.parse import unquote

from byleave.model.terms import NAME_CLOSE, NAME_OPEN
from byleave.readings.letters import INVISIBLE, UNSPACED
from byleave.readings.markup import (
    BLOCK_TAG,
    MARK,
    TAG,
    without_comments,
    without_links,
    without_local,
)

_MENTION = re.compile(f"{NAME_OPEN}([^{NAME_CLOSE}]*){NAME_CLOSE}")
_WORD = re.compile(r"\w+")
# What is no part of a word in texts of plain letters, each a space: tables are quicker than
# patterns, and this is done with every text of a site.
_PLAIN_GAPS = bytes(byte if byte < 128 and chr(byte).isalnum() else ord(" ") for byte in range(256))
_TYPOGRAPHIC = "\u2014\u2013\u2018\u2019\u201c\u201d\u2026"


def mentioned_ids(text: str) -> frozenset[str]:
    """The ids that `{id}` mentions in a text that was read."""
    return frozenset(_MENTION.findall(text))


def with_names(text: str, names: Mapping[str, str]) -> str:
    """`text` with names in the place of the ids that it mentions, where they have one."""
    return _MENTION.sub(lambda found: names.get(found[1], found[1]), text)


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


class Words:
    """A text, made ready once to be searched for many names."""

    __slots__ = ("_rows",)

    def __init__(self, text: str) -> None:
        """Keep the words as they stand, and as they stand together without markup."""
        shown = without_local(text) if "]" in text else text
        plain = html.unescape(shown) if "&" in shown else shown
        rows = {row(plain.replace("\\", ""))}
        if "%" in shown:
            rows.add(row(unquote(plain)))
        if any(mark in shown for mark in "<&*_`~\\]"):
            rows |= _without_markup(shown, plain)
        self._rows = rows

    def names(self, name: str) -> bool:
        """Whether `name` stands in the text as whole words."""
        sought = row(name)
        if not sought.strip():
            return False
        if UNSPACED.search(sought):
            sought = sought.replace(" ", "")
            return any(sought in one.replace(" ", "") for one in self._rows)
        return any(sought in one for one in self._rows)


def _without_markup(shown: str, plain: str) -> set[str]:
    """The words as a page shows them: what markup parts or joins is parted or joined."""
    rows = set()
    for text in {plain, without_links(shown), without_links(plain)}:
        bare = text
        if "<" in text:
            bare = TAG.sub("", BLOCK_TAG.sub(" ", without_comments(text)))
        rows.add(row(MARK.sub("", html.unescape(bare))))
    return rows
