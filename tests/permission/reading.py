"""A form as somebody reads it: its frames, its own words, its boxes."""

import re
from collections.abc import Iterator

from lxml import etree, html

_APART = (
    "id",
    "href",
    "src",
    "srcset",
    "sizes",
    "loading",
    "decoding",
    "data-block",
    "aria-labelledby",
    "rel",
)
_UNSEEN = ("picture", "source", "hard")
_HEADING = re.compile(r"h[1-6]$")
_PLAYERS = ("audio", "video")
_SENTENCE = re.compile(r"(?<=[.!?:])\s+")
BLOCKS = ("p", "li", "dt", "dd", "legend", "label", "h1", "h2", "h3", "th", "td")


def parsed(page: str) -> html.HtmlElement:
    """A page as a tree."""
    return html.document_fromstring(page.encode())


def plain(element: html.HtmlElement) -> str:
    """The HTML of an element without what differs between a page and a sheet of paper.

    Those are where links and pictures lead, in which sizes a picture is kept, the levels of
    headings, players, and the links of hard words to what they mean.
    """
    copy = html.fromstring(etree.tostring(element, encoding="unicode", with_tail=False))
    for one in copy.iter():
        if not isinstance(one.tag, str):
            continue
        for name in _APART:
            one.attrib.pop(name, "")
        if one.get("class") == "hard":
            one.tag = "hard"
        if _HEADING.match(one.tag):
            one.tag = "h"
        if one.tag in _PLAYERS or one.get("class") == "recording":
            tail, words = one.tail, one.get("aria-label") or one.text
            one.clear()
            one.tag, one.text, one.tail = "recording", words, tail
    etree.strip_tags(copy, *_UNSEEN)
    return " ".join(etree.tostring(copy, encoding="unicode").split())


def passages(page: str, where: str) -> list[str]:
    """The passages in the texts of a page, as plain HTML."""
    passage = "contains(concat(' ', @class, ' '), ' passage ')"
    found = parsed(page).xpath(f"{where}//div[{passage}]")
    return [plain(one) for one in found]


def words(page: str) -> str:
    """All the words of a page, attributes that are spoken included."""
    tree = parsed(page)
    for one in tree.xpath("//style"):
        one.getparent().remove(one)
    spoken = tree.xpath("//@alt | //@value | //@aria-label")
    return " ".join(" ".join((tree.text_content(), *map(str, spoken))).split())


def own_sentences(page: str) -> Iterator[str]:
    """The sentences that a form itself says, and not the story in it."""
    tree = parsed(page)
    for one in tree.xpath("//*[contains(@class, 'frame')] | //cite | //style | //title"):
        one.drop_tree()
    for element in tree.iter(*BLOCKS):
        inner = any(True for _ in element.iterdescendants(*BLOCKS))
        text = " ".join((element.text or "" if inner else element.text_content()).split())
        yield from filter(None, _SENTENCE.split(text))
