"""Lists of the stories in one form that people ask for: Easy Read, and sound and film."""

from collections.abc import Iterator
from functools import partial
from typing import Literal

from byleave.model.addresses import EASY_READ, LISTEN
from byleave.model.published import StoryHead
from byleave.model.site import FormatView
from byleave.relate.index.editions import StoriesOfEdition
from byleave.relate.index.index import Index
from byleave.relate.page_plan import PlannedPage
from byleave.relate.pages.paging import PageOfList, in_pages


def format_pages(edition: StoriesOfEdition, known: Index) -> Iterator[PlannedPage]:
    """The list of each form in which there is a story of an edition.

    They are in order of the stories' days. Those of the whole site have every language: whoever
    reads Easy Read or listens may know more of them than one, and there are few.
    """
    yield from _pages("easy-read", EASY_READ, edition.in_easy_read, edition, known)
    yield from _pages("recordings", LISTEN, edition.recorded, edition, known)


def _pages(
    name: Literal["easy-read", "recordings"],
    address: str,
    stories: tuple[StoryHead, ...],
    edition: StoriesOfEdition,
    known: Index,
) -> Iterator[PlannedPage]:
    here = edition.at(address)
    if not stories or known.has_file_at(here):
        return
    for page in in_pages(here, stories):
        make = partial(_page, name, page, edition.language, known)
        yield PlannedPage(page.address, make, known.listing_uses(page.things))


def _page(
    name: Literal["easy-read", "recordings"],
    page: PageOfList[StoryHead],
    language: str,
    known: Index,
) -> FormatView:
    return FormatView(
        address=page.address,
        title="",
        language=language,
        format=name,
        items=known.lines(page.things),
        paging=page.paging,
    )
