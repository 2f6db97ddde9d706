"""What robots are told, and what servers send with pages: what may be learnt from."""

from collections.abc import Iterator
from functools import partial

from byleave.model.addresses import HEADERS, ROBOTS, SEARCH
from byleave.model.machine_files import HeadersView, RobotsView
from byleave.model.site import View
from byleave.relate.index.index import Index
from byleave.relate.page_plan import PlannedPage, PlannedPages

# Cloudflare Pages reads a hundred rules of a headers file and leaves the rest: with more pages to
# name, the whole site is named.
MOST_RULES = 90


def server_files(pages: PlannedPages, known: Index) -> Iterator[PlannedPage]:
    """What robots are told, and what servers send with every page, or with some of `pages`."""
    yield PlannedPage(ROBOTS, partial(_about_training, RobotsView, ROBOTS, pages, known))
    # A group that has headers of its own knows its server.
    if not any(file.path == HEADERS for file in known.content.root_files):
        address = f"/{HEADERS}"
        yield PlannedPage(address, partial(_about_training, HeadersView, address, pages, known))


def _about_training(
    view: type[RobotsView] | type[HeadersView],
    address: str,
    pages: PlannedPages,
    known: Index,
) -> View:
    planned = pages.all_planned.values()
    closed = tuple(sorted({_told(page.address) for page in planned if "ai" not in page.uses}))
    nowhere = not any("ai" in uses for uses in known.uses.values())
    whole = bool(closed) and (nowhere or len(closed) > MOST_RULES)
    return view(
        address=address,
        title="",
        language=known.content.settings.language,
        untrainable=() if whole else closed,
        trains_nothing=whole,
    )


def _told(address: str) -> str:
    """Of the search, all that lies below it: it has many pages and files, and the same uses."""
    return f"{SEARCH}*" if address.startswith(SEARCH) else address
