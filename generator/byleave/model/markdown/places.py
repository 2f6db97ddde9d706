"""Links to places on their own page, and the places that a text has."""

import re
from collections.abc import Iterator
from urllib.parse import unquote

from byleave.model.markdown.code import without_code

_LINK = re.compile(r"(?:\]\(\s{0,9}<?|href\s{0,9}=\s{0,9}[\"']?)#([^\s\"'<>()]{1,500})", re.I)
_BEGINS = ("(#", "<#", "=#", '"#', "'#")  # looking for these costs a tenth of a pattern
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
    """Where `text`, all that is shown of a body, links to a place that its page has not.

    Headings are compared by letters and digits alone, so that one that is nearly right passes.
    """
    if not any(begin in text for begin in _BEGINS):
        return
    bare = without_code(text)
    links = list(_LINK.finditer(bare))
    if not links:
        return
    anchors = {found[1] for found in _ANCHOR.finditer(bare)}
    anchors |= {found[1] for found in _GIVEN.finditer(bare)}
    headings = {
        _letters(_TAG.sub("", words))
        for found in _HEADING.finditer(text)
        for words in (found[1] or found[2] or found[3] or "",)
    }
    if any("\ue000" in found[0] for found in _HEADING.finditer(text)):
        return  # a heading that names somebody has an id that is made of the name
    for link in links:
        wanted = unquote(link[1])
        known = wanted in anchors or _OF_PAGES.match(wanted)
        if not known and not headings & {_letters(wanted), _NUMBER.sub("", _letters(wanted))}:
            yield link.start(1)


def _letters(words: str) -> str:
    return "".join(sign for sign in words.lower() if sign.isalnum())
