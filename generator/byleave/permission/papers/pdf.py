"""A document for a storyteller as PDF, by WeasyPrint, which is an optional extra."""

from collections.abc import Iterator
from urllib.parse import quote
from xml.etree.ElementTree import Element, tostring

from PIL import ImageFile

from byleave.permission.papers.pdf_structure import finish, mark_languages

_SVG = "{http://www.w3.org/2000/svg}svg"
# Our boxes are drawn by our styles on a screen; in a PDF the program that shows it draws them.
# What floats would be read behind what stands beside it, and needs not float here.
_FIELDS = """input { appearance: auto !important; }
legend { float: none !important; }
"""
# The code of a form at the foot of each page: browsers know of no such thing (CSS Generated Content
# for Paged Media, "Named strings").
_FOOT = """.code { string-set: code content(); }
@page { @bottom-left { content: string(code); font: 9pt monospace; color: #4d453a; } }"""


class NoPdfError(Exception):
    """PDFs cannot be made here; says in one line what to install."""


def as_pdf(html: str) -> bytes:
    """The pages of a document that is one file, tagged for screen readers, with fields to fill in.

    It asks nothing of anybody: what it shows is within it. It does not say of itself that it is
    PDF/UA: nothing here could check that. Raises NoPdfError where WeasyPrint, or the library Pango
    that it needs, is not installed.
    """
    try:
        from weasyprint import CSS, HTML
        from weasyprint.urls import URLFetcher
    except (ImportError, OSError):
        raise NoPdfError(
            "PDFs need WeasyPrint: pip install 'byleave[pdf]', and Pango from your system. "
            "Without it, open the HTML file in a browser and print it"
        ) from None
    # WeasyPrint lets Pillow take half a picture for a whole one, in all of the process.
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    document = HTML(string=html, url_fetcher=URLFetcher(allowed_protocols=("data",)))
    _name_fields(document.etree_element)
    _set_apart_decoration(document.etree_element)
    _plain_lists(document.etree_element)
    mark_languages(document.etree_element)
    styles = [CSS(string=_FIELDS + _FOOT)]
    made = document.write_pdf(pdf_tags=True, pdf_forms=True, stylesheets=styles, finisher=finish)
    return bytes(made)


def _name_fields(page: Element) -> None:
    """Give each field a name of its own, and in its title the words by which it is read out.

    WeasyPrint takes them from there; of a box it would else say “Yes”, and not to what.
    """
    labels = {one.get("for"): _words(one) for one in page.iter("label") if one.get("for")}
    questions = dict(_questions(page))
    for number, field in enumerate(page.iter("input")):
        words = field.get("aria-label") or labels.get(field.get("id", ""), "")
        question = questions.get(field) if field.get("type") == "radio" else None
        field.set("title", f"{question}: {words}" if question else words)
        if not field.get("name"):
            field.set("name", field.get("id") or f"field-{number}")


def _questions(page: Element) -> Iterator[tuple[Element, str]]:
    """What each field is asked about, by the legend above it."""
    for asked in page.iter("fieldset"):
        legend = next(asked.iter("legend"), None)
        if legend is not None:
            yield from ((field, _words(legend)) for field in asked.iter("input"))


def _words(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())


def _set_apart_decoration(page: Element) -> None:
    """Drawings and pictures that say nothing become grounds, which screen readers pass over."""
    for element in list(page.iter()):
        is_drawing = element.tag == _SVG and element.get("aria-hidden") == "true"
        is_picture = element.tag == "img" and element.get("alt") == ""
        kind, tail = element.get("class", "decoration"), element.tail
        if is_drawing:
            element.tail = None  # what follows is written with it, and would make it no drawing
            address = f"data:image/svg+xml,{quote(tostring(element, 'unicode'))}"
        elif is_picture and element.get("src"):
            address = element.get("src", "")
        else:
            continue
        element.clear()
        element.tag, element.tail = "i", tail
        element.set("class", kind)
        ground = f"background: url('{address}') center / contain no-repeat"
        element.set("style", f"display: inline-block; {ground}")


def _plain_lists(page: Element) -> None:
    """Say each term and what it means as words beside each other, and so lists in one line.

    A list in PDF holds items alone, and these have groups or words of their own between them.
    """
    for listed in list(page.iter("dl")):
        listed.tag = "div"
        for element in [one for one in listed.iter() if one.tag in ("dt", "dd")]:
            element.set("class", f"{element.get('class', '')} {element.tag}".strip())
            element.tag = "span"
    for listed in list(page.iter("ul")):
        if listed.get("class") == "places":
            listed.tag = "div"
            for element in listed.findall("li"):
                element.set("class", "li")
                element.tag = "span"
