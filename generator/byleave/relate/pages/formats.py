"""Lists of the stories in one form that people ask for: Easy Read, and sound and film."""

from collections.abc import Iterator
from functools import partial
from typing import Literal

from byleave.model.addresses import EASY_READ, LISTEN
from byleave.model.published import StoryHead
from byleave.model.site import FormatView
from byleave.relate.index.index import Index
from byleave.relate.page_plan import PlannedPage
from byleave.relate.pages.paging import PageOfList, in_pages


def format_pages(known: Index) -> Iterator[PlannedPage]:
    """The list of each form in which there is a story.

    They are in order of the stories' days, in every language of the site: whoever reads Easy Read
    or listens may know more of them than one, and there are few.
    """
    yield from _pages("easy-read", EASY_READ, known.easy_read, known)
    yield from _pages("recordings", LISTEN, known.recorded, known)


def _pages(
    name: Literal["easy-read", "recordings"],
    address: str,
    stories: tuple[StoryHead, ...],
    known: Index,
) -> Iterator[PlannedPage]:
    if not stories or known.has_file_at(address):
        return
    for page in in_pages(address, stories):
        make = partial(_page, name, page, known)
        yield PlannedPage(page.address, make, known.listing_uses(page.things))


def _page(
    name: Literal["easy-read", "recordings"], page: PageOfList[StoryHead], known: Index
) -> FormatView:
    return FormatView(
        address=page.address,
        title="",
        language=known.content.settings.language,
        format=name,
        items=known.lines(page.things),
        paging=page.paging,
    )
