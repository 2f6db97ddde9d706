"""A document for a storyteller as PDF, by WeasyPrint, which is an optional extra."""

from PIL import ImageFile


class NoPdfError(Exception):
    """PDFs cannot be made here; says in one line what to install."""


def as_pdf(html: str) -> bytes:
    """The pages of a document that is one file, tagged for screen readers (PDF/UA-1).

    It asks nothing of anybody: what it shows is within it. Raises NoPdfError where WeasyPrint, or
    the library Pango that it needs, is not installed.
    """
    try:
        from weasyprint import HTML
        from weasyprint.urls import URLFetcher
    except (ImportError, OSError):
        raise NoPdfError(
            "PDFs need WeasyPrint: pip install 'byleave[pdf]', and Pango from your system. "
            "Without it, open the HTML file in a browser and print it"
        ) from None
    # WeasyPrint lets Pillow take half a picture for a whole one, in all of the process.
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    document = HTML(string=html, url_fetcher=URLFetcher(allowed_protocols=("data",)))
    return bytes(document.write_pdf(pdf_variant="pdf/ua-1"))
