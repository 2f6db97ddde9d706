"""What a screen reader follows in a PDF: its title, and the language of each part of it.

WeasyPrint tags what is on the pages by the names of elements, and says the language of the whole
alone. So each part in another language gets an element of a kind that our papers do not have
otherwise, `article`, and what became of that is given its language and its place at the end.
"""

from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import Element
from xml.sax.saxutils import escape

# What stands within a line, and what is a block of its own; nothing else of ours has a language.
_IN_LINES = frozenset("a b cite dd dt em figcaption h1 h2 h3 h4 h5 h6 i li p q span strong".split())
_BLOCKS = frozenset("blockquote div figure section".split())
_MARK, _MARKED = "article", "/Art"
# A document may have a form for articles of its own, which no mark is to take.
_UNSEEN = "margin: 0; padding: 0; border: 0; background: none; break-inside: auto"
# By Adobe's specification of XMP: a title that readers show in place of the name of the file.
_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title><rdf:Alt>
<rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title></rdf:Description></rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""


def mark_languages(page: Element) -> None:
    """Wrap what is within each element in another language than the page's own."""
    own = page.get("lang", "")
    for element in list(page.iter()):
        if element is page or element.get("lang", own) == own:
            continue
        if element.tag in _IN_LINES | _BLOCKS:
            shown = "inline" if element.tag in _IN_LINES else "block"
            style = f"display: {shown}; {_UNSEEN}"
            mark = Element(_MARK, {"lang": element.get("lang", ""), "style": style})
            mark.text, element.text = element.text, None
            mark.extend(list(element))
            for child in list(element):
                element.remove(child)
            element.append(mark)


def finish(document: Any, pdf: Any) -> None:
    """Give each part of `pdf` that was marked its language, and the whole its title."""
    marked = [one for one in pdf.objects if isinstance(one, dict) and one.get("S") == _MARKED]
    found = [mark for page in document.pages for mark in _marks(page._page_box)]
    # As many, in the same order: else nobody could say which is which.
    if len(marked) == len(found):
        for element, mark in zip(marked, found, strict=True):
            element["Lang"] = _text(mark.get("lang", ""))
    for element in marked:
        element["S"] = "/Span"
    metadata = _stream(_XMP.format(title=escape(document.metadata.title or "")))
    pdf.add_object(metadata)
    pdf.catalog["Metadata"] = metadata.reference


def _marks(box: Any) -> Iterator[Element]:
    """What was marked, once for each box that becomes an element of the structure."""
    box = getattr(box, "_box", box)
    if hasattr(box, "text"):
        return
    is_line = type(box).__name__ == "LineBox"
    if not is_line and getattr(box, "element_tag", None) == _MARK:
        yield box.element
    for child in getattr(box, "children", ()):
        yield from _marks(child)


def _text(words: str) -> Any:
    import pydyf

    return pydyf.String(words)


def _stream(text: str) -> Any:
    import pydyf

    return pydyf.Stream([text.encode()], extra={"Type": "/Metadata", "Subtype": "/XML"})
