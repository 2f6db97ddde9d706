"""The pages of each further language of the site, and where its readers begin."""

from collections.abc import Iterator

from byleave.model.languages import is_in
from byleave.model.pieces import Edition, PageLink
from byleave.relate.index.editions import StoriesOfEdition
from byleave.relate.index.index import Index
from byleave.relate.page_plan import PlannedPage
from byleave.relate.pages.following import following_pages
from byleave.relate.pages.home import home_pages
from byleave.relate.pages.years import stories_pages, year_pages


def edition_pages(edition: StoriesOfEdition, known: Index) -> Iterator[PlannedPage]:
    """The pages of a language: the same as those of the whole site, with its stories alone."""
    if not known.has_file_at(edition.home):
        yield from home_pages(edition, known)
    yield from stories_pages(edition, known)
    yield from year_pages(edition, known)
    yield from following_pages(edition, known)


def editions(known: Index) -> Iterator[Edition]:
    """The editions to which pages lead: the whole site, and each language with a story."""
    for one in known.editions:
        if one.is_whole or one.listed:
            feed, json_feed = one.feeds
            yield Edition(
                language=one.language,
                address=one.home,
                stories=one.stories,
                feed=feed,
                json_feed=json_feed,
                following=one.following,
                navigation=() if one.is_whole else tuple(_own_pages(one, known)),
            )


def _own_pages(edition: StoriesOfEdition, known: Index) -> Iterator[PageLink]:
    """What the group wrote for the readers of a language."""
    for page in known.content.pages:
        if is_in(page.language, edition.language) and page.address != edition.home:
            yield PageLink(address=page.address, title=page.title, language=page.language)
