"""The structure of each page, as assistive technology meets it, and where its links lead."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

_ID = re.compile(rb' id="([^"]*)"')
_NOT_AS_WRITTEN = re.compile(rb"[&\s]")


def parsed(page: bytes) -> Any:
    """The page as a parser reads it."""
    # Loaded only for a page of another form: our own look writes none.
    from lxml import html

    return html.document_fromstring(page, parser=html.HTMLParser(encoding="utf-8"))


def markup_faults(page: Any) -> Iterator[tuple[str, str]]:
    """What is wrong with the structure of a page that was `parsed`: codes and messages."""
    if not page.get("lang"):
        yield "page-language", "the page does not say its language (WCAG 3.1.1)"
    if not (page.findtext(".//title") or "").strip():
        yield "page-title", "the page has no title (WCAG 2.4.2)"
    if len(page.findall(".//h1")) != 1:
        yield "page-heading", "the page does not have one heading of level 1 (WCAG 1.3.1)"
    ids = Counter(element.get("id") for element in page.iterfind(".//*[@id]"))
    if any(count > 1 for count in ids.values()):
        yield "id-twice", "two elements have one id (WCAG 4.1.2)"
    if any(image.get("alt") is None for image in page.iter("img")):
        yield "alt-missing", "a picture has no words in its place (WCAG 1.1.1)"


def addresses_in(page: Any) -> frozenset[str]:
    """The addresses that a page which was `parsed` leads to, and shows files from."""
    return frozenset(page.xpath("//@href | //@src"))


def has_each_id_once(page: bytes) -> bool:
    """Whether that is certain of a page of the usual form; what looks like an id in its text is
    counted too.
    """
    ids = _ID.findall(page)
    return len(set(ids)) == len(ids) and not _NOT_AS_WRITTEN.search(b"".join(ids))
