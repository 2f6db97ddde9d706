"""Fixed pages, those that every site has, and the page that stands where nothing is."""

from collections.abc import Iterator
from functools import partial

from byleave.model.addresses import ACCESSIBILITY, HOW_WE_ASK, NOT_FOUND, page_address
from byleave.model.pieces import AllowedAdvice, PageLink
from byleave.model.published import FixedPage
from byleave.model.site import AccessibilityView, HowWeAskView, NotFoundView, PageView, RedirectView
from byleave.relate.index.common_uses import ALL_USES
from byleave.relate.index.exceptions import exceptions, exceptions_uses
from byleave.relate.index.index import Index
from byleave.relate.page_plan import PlannedPage
from byleave.relate.pages.bodies import own_body


def fixed_pages(known: Index) -> Iterator[PlannedPage]:
    """The group's own pages, those that it has not written itself, and "not found"."""
    allowed = exceptions(known)
    uses = exceptions_uses(known)
    # What the group says at the address of a first page stands on that.
    homes = {one.home for one in known.editions if one.is_whole or not known.has_file_at(one.home)}
    for page in known.content.pages:
        yield from _redirects(page, known)
        if page.address in homes:
            continue
        here = allowed if page.address == ACCESSIBILITY else ()
        made = partial(_own_page, page, here, known)
        yield PlannedPage(page.address, made, uses if here else ALL_USES)
    language = known.content.settings.language
    written = {page.address for page in known.content.pages}
    if ACCESSIBILITY not in written:
        yield PlannedPage(
            ACCESSIBILITY,
            partial(
                AccessibilityView,
                address=ACCESSIBILITY,
                title="",
                language=language,
                exceptions=allowed,
            ),
            uses,
        )
    if HOW_WE_ASK not in written:
        yield PlannedPage(
            HOW_WE_ASK, partial(HowWeAskView, address=HOW_WE_ASK, title="", language=language)
        )
    nothing = partial(NotFoundView, address=NOT_FOUND, title="", language=language)
    yield PlannedPage(NOT_FOUND, nothing, ALL_USES - {"engines"})


def _own_page(page: FixedPage, allowed: tuple[AllowedAdvice, ...], known: Index) -> PageView:
    return PageView(
        address=page.address,
        title=page.title,
        language=page.language,
        summary=page.summary,
        shareable=True,
        source=page.path,
        body=own_body(page, page.language, known),
        exceptions=allowed,
    )


def _redirects(page: FixedPage, known: Index) -> Iterator[PlannedPage]:
    """The old addresses of a page, as far as nothing else is there now."""
    for alias in page.aliases:
        address = page_address(alias)
        if known.addresses.get(address) == page.address != address:
            made = partial(_redirect, address, page)
            yield PlannedPage(address, made, ALL_USES - {"engines"})


def _redirect(address: str, page: FixedPage) -> RedirectView:
    return RedirectView(
        address=address,
        title=page.title,
        language=page.language,
        source=page.path,
        to=PageLink(address=page.address, title=page.title, language=page.language),
    )
