"""The words of a page's text, in the order in which readers meet them."""

from collections.abc import Iterator
from urllib.parse import unquote

import lxml.html
from lxml.html import HtmlElement

from tests.silence.sources import WORD


def words_of_page(page: HtmlElement) -> list[str]:
    """Every word in `page`, those for its pictures with them; notes are in their own section."""
    for section in _notes(page):
        section.drop_tree()
    return _words(page)


def words_of_notes(page: HtmlElement) -> list[str]:
    """Every word of the notes at the end of `page`."""
    return [word for section in _notes(page) for word in _words(section)]


def _notes(page: HtmlElement) -> list[HtmlElement]:
    return [one for one in page.iter("section") if one.get("class") == "footnotes"]


def _words(element: HtmlElement) -> list[str]:
    return [word.casefold() for text in _texts(element) for word in WORD.findall(text)]


def words_of_attributes(page: HtmlElement) -> set[str]:
    """Every word that an element of `page` bears."""
    return {
        word.casefold()
        for element in page.iter()
        if isinstance(element.tag, str)
        for value in element.attrib.values()
        for word in WORD.findall(unquote(value))
    }


def body(page: str) -> HtmlElement:
    """The element that holds the text of a story."""
    root: HtmlElement = lxml.html.document_fromstring(page)
    (found,) = (one for one in root.iter("div") if one.get("class") == "prose")
    return found


def _texts(element: HtmlElement) -> Iterator[str]:
    number = int(element.get("start", "1"))
    if element.tag == "img":
        yield element.get("alt", "")
    if element.text:
        yield element.text
    for child in sorted(element, key=lambda one: one.tag == "caption"):  # it is written last
        if isinstance(child.tag, str):
            if element.tag == "ol" and child.tag == "li":
                number = int(child.get("value", number))
                yield str(number)
                number += 1
            yield from _texts(child)
        if child.tail:
            yield child.tail
