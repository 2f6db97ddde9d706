"""The structure of each page, as assistive technology meets it."""

from collections import Counter
from collections.abc import Iterable, Iterator

from lxml import html

from byleave.diagnostics import Diagnostic, error
from byleave.model.output import PublishedOutput

_DO = "mend the template or the text that made it"


def markup_faults(output: PublishedOutput) -> Iterable[Diagnostic]:
    """What is wrong with the structure of pages."""
    for file in output.files:
        if file.path.endswith(".html") and isinstance(file.content, bytes):
            for code, message in _faults(file.content):
                yield error(file.path, code, message, _DO)


def _faults(data: bytes) -> Iterator[tuple[str, str]]:
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
