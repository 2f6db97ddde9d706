"""Fixed pages, those that every site has, and the page that stands where nothing is."""

from collections.abc import Iterator
from functools import partial

from byleave.model.addresses import ACCESSIBILITY, HOW_WE_ASK, NOT_FOUND
from byleave.model.published import FixedPage
from byleave.model.site import AccessibilityView, HowWeAskView, NotFoundView, PageView
from byleave.relate.bodies import own_body
from byleave.relate.index import Index
from byleave.relate.planned import Planned
from byleave.relate.uses import ALL_USES


def fixed_pages(known: Index) -> Iterator[Planned]:
    """The group's own pages, those that it has not written itself, and "not found"."""
    for page in known.content.pages:
        yield Planned(page.address, partial(_own_page, page, known))
    language = known.content.settings.language
    written = {page.address for page in known.content.pages}
    if ACCESSIBILITY not in written:
        yield Planned(
            ACCESSIBILITY,
            partial(AccessibilityView, address=ACCESSIBILITY, title="", language=language),
        )
    if HOW_WE_ASK not in written:
        yield Planned(
            HOW_WE_ASK, partial(HowWeAskView, address=HOW_WE_ASK, title="", language=language)
        )
    nothing = partial(NotFoundView, address=NOT_FOUND, title="", language=language)
    yield Planned(NOT_FOUND, nothing, ALL_USES - {"engines"})


def _own_page(page: FixedPage, known: Index) -> PageView:
    return PageView(
        address=page.address,
        title=page.title,
        language=page.language,
        summary=page.summary,
        shareable=True,
        source=page.path,
        body=own_body(page, page.language, known),
    )
