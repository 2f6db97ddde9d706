"""The sitemap: the pages that search engines may show."""

from collections.abc import Iterator
from datetime import date
from functools import partial

from byleave.model.addresses import SITEMAP
from byleave.model.machine_files import SitemapIndexView, SitemapView
from byleave.relate.index.index import Index
from byleave.relate.page_plan import PlannedPage, PlannedPages

# The most that the protocol of sitemaps allows in one file.
MOST_IN_SITEMAP = 50_000
Changed = tuple[str, date | None]  # the address of a page, and when it has changed


def sitemap_files(pages: PlannedPages, known: Index) -> Iterator[PlannedPage]:
    """The sitemap of those of `pages` that search engines may show, in parts where it is long."""
    language = known.content.settings.language
    found = tuple(
        sorted(
            (page.address, page.changed) for page in pages.all_planned.values() if page.indexable
        )
    )
    parts = [
        found[start : start + MOST_IN_SITEMAP] for start in range(0, len(found), MOST_IN_SITEMAP)
    ]
    if len(parts) == 1:
        yield PlannedPage(SITEMAP, partial(_sitemap, SITEMAP, found, language))
        return
    names = tuple(f"/sitemap-{number}.xml" for number in range(1, len(parts) + 1))
    yield PlannedPage(SITEMAP, partial(_sitemap_index, names, language))
    for name, part in zip(names, parts, strict=True):
        yield PlannedPage(name, partial(_sitemap, name, part, language))


def _sitemap(address: str, pages: tuple[Changed, ...], language: str) -> SitemapView:
    return SitemapView(address=address, title="", language=language, pages=pages)


def _sitemap_index(names: tuple[str, ...], language: str) -> SitemapIndexView:
    return SitemapIndexView(address=SITEMAP, title="", language=language, parts=names)
