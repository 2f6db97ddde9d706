"""The structure of each page, as assistive technology meets it."""

from collections import Counter
from collections.abc import Iterator

from lxml import html


def markup_faults(data: bytes) -> Iterator[tuple[str, str]]:
    """What is wrong with the structure of the page `data`: codes and messages."""
    page = html.document_fromstring(data, parser=html.HTMLParser(encoding="utf-8"))
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
