"""Links to places on their own page, and the places that a text has."""

import re
from collections.abc import Iterator
from urllib.parse import unquote

from byleave.model.markdown.code import without_code

_LINK = re.compile(
    r"(?:\]\(\s{0,9}<?|\]:\s{0,9}<?|href\s{0,9}=\s{0,9}[\"']?)#([^\s\"'<>()]{1,500})", re.I
)
# What stands before the sign of a place where a link begins; most stand before a heading.
_BEFORE = ("(", "<", "=", '"', "'", ": ", ":")
_ANCHOR = re.compile(
    r"<[a-zA-Z][^<>]{0,2000}?\s(?:id|name)\s{0,9}=\s{0,9}[\"']?([^\s\"'<>]{1,500})"
)
_GIVEN = re.compile(r"\{:?[^{}\n]{0,200}#([\w-]{1,200})[^{}\n]{0,200}\}")
_HEADING = re.compile(
    r"^[ >]*#{1,6}[ \t]+(.+)$|^(.+)\n[ ]{0,3}(?:=+|-+)[ \t]*$"
    r"|<h[1-6](?=[\s>])[^<>]*>(.*?)</h[1-6]>",
    re.I | re.M,
)
_TAG = re.compile(r"<[^<>]*>|\]\([^()]*\)|\{[^{}]*\}")
_NUMBER = re.compile(r"\d+$")
# Places that pages have of themselves, or that notes and tables get.
_OF_PAGES = re.compile(r"(?:main|permission|responses?|voices|contents|answer|notes?|table|fn)\b")


def to_nothing(text: str) -> Iterator[int]:
    """Where `text`, all that is shown of a body, links to a place that its page has not."""
    if not _may_link(text):
        return
    bare = without_code(text)
    links = list(_LINK.finditer(bare))
    if not links:
        return
    places = _Places(text, bare)
    for link in links:
        if not places.have(unquote(link[1])):
            yield link.start(1)


def _may_link(text: str) -> bool:
    """Whether a link to a place may begin in `text`; to look takes a tenth of a pattern's time."""
    at = text.find("#")
    while at >= 0:
        if text.endswith(_BEFORE, max(0, at - 2), at):
            return True
        at = text.find("#", at + 1)
    return False


def has_place(text: str, name: str) -> bool:
    """Whether a page with `text` has a place called `name`, as far as can be told without it."""
    return _Places(text, without_code(text)).have(name)


class _Places:
    """The places of a text; `bare` is the text without its code.

    Headings are compared by letters and digits alone, so that one that is nearly right passes.
    """

    def __init__(self, text: str, bare: str) -> None:
        self._anchors = {found[1] for found in _ANCHOR.finditer(bare)}
        self._anchors |= {found[1] for found in _GIVEN.finditer(bare)}
        found = list(_HEADING.finditer(text))
        # A heading that names somebody has an id that is made of the name.
        self._is_sure = not any("\ue000" in one[0] for one in found)
        words = (one[1] or one[2] or one[3] or "" for one in found)
        self._headings = {_letters(_TAG.sub("", one)) for one in words}

    def have(self, name: str) -> bool:
        if not self._is_sure or name in self._anchors or _OF_PAGES.match(name):
            return True
        letters = _letters(name)
        return not self._headings.isdisjoint({letters, _NUMBER.sub("", letters)})


def _letters(words: str) -> str:
    return "".join(sign for sign in words.lower() if sign.isalnum())
