"""Fixed pages and the page that stands where nothing is."""

from collections.abc import Iterator

from byleave.model.site import NotFoundView, PageView, View
from byleave.relate.bodies import own_body
from byleave.relate.index import Index


def page_views(known: Index) -> Iterator[View]:
    """The group's own pages, and "not found"."""
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
    yield NotFoundView(address="/404.html", title="", language=language, indexable=False)
