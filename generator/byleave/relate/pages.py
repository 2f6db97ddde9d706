"""Fixed pages, those that every site has, and the page that stands where nothing is."""

from collections.abc import Iterator

from byleave.model.site import AccessibilityView, HowWeAskView, NotFoundView, PageView, View
from byleave.relate.addresses import ACCESSIBILITY, HOW_WE_ASK
from byleave.relate.bodies import own_body
from byleave.relate.index import Index


def page_views(known: Index) -> Iterator[View]:
    """The group's own pages, those that it has not written itself, and "not found"."""
    for page in known.content.pages:
        yield PageView(
            address=page.address,
            title=page.title,
            language=page.language,
            summary=page.summary,
            shareable=True,
            source=page.path,
            body=own_body(page, page.language, known),
        )
    language = known.content.settings.language
    written = {page.address for page in known.content.pages}
    if ACCESSIBILITY not in written:
        yield AccessibilityView(address=ACCESSIBILITY, title="", language=language)
    if HOW_WE_ASK not in written:
        yield HowWeAskView(address=HOW_WE_ASK, title="", language=language)
    yield NotFoundView(address="/404.html", title="", language=language, indexable=False)
