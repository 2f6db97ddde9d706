"""The pages of each further language of the site, and where its readers begin."""

from collections.abc import Collection, Iterator

from byleave.model.addresses import CALENDAR, EASY_READ, LISTEN
from byleave.model.languages import is_in
from byleave.model.permission import is_said_in, words_in
from byleave.model.pieces import Edition, PageLink
from byleave.relate.index.editions import StoriesOfEdition
from byleave.relate.index.index import Index
from byleave.relate.index.where_links_lead import navigation
from byleave.relate.page_plan import PlannedPage
from byleave.relate.pages.calendar import calendar_pages
from byleave.relate.pages.following import following_pages
from byleave.relate.pages.formats import format_pages
from byleave.relate.pages.home import home_pages
from byleave.relate.pages.years import stories_pages, year_pages
from byleave.values import replace


def edition_pages(edition: StoriesOfEdition, known: Index) -> Iterator[PlannedPage]:
    """The pages of a language: the same as those of the whole site, with its stories alone."""
    if not known.has_file_at(edition.home):
        yield from home_pages(edition, known)
    yield from stories_pages(edition, known)
    yield from year_pages(edition, known)
    yield from calendar_pages(edition, known)
    yield from format_pages(edition, known)
    yield from following_pages(edition, known)


def editions(known: Index, pages: Collection[str]) -> Iterator[Edition]:
    """The editions to which pages lead: the whole site, and each language with a story.

    `pages` are the addresses of all pages.
    """
    settings = known.content.settings
    for one in known.editions:
        if one.is_whole or one.listed:
            feed, json_feed = one.feeds
            title, tongue = words_in(settings.title, one.language, settings.language)
            yield Edition(
                language=one.language,
                title=title,
                titled_in=tongue,
                address=one.home,
                stories=one.stories,
                feed=feed,
                json_feed=json_feed,
                following=one.following,
                calendar=one.at(CALENDAR),
                easy_read=_nearest(EASY_READ, one, known),
                listen=_nearest(LISTEN, one, known),
                navigation=() if one.is_whole else tuple(_menu(one, known, pages)),
            )


def _nearest(address: str, edition: StoriesOfEdition, known: Index) -> str:
    """Where an edition has what is at `address` for the whole site, else that; empty if neither."""
    return next((one for one in (edition.at(address), address) if one in known.addresses), "")


def _menu(edition: StoriesOfEdition, known: Index, pages: Collection[str]) -> Iterator[PageLink]:
    """The site's menu, where some of it is in a language, and what the group wrote for its readers.

    What a language has of its own stands there for that of the whole site.
    """
    language, own = edition.language, known.content.settings.language
    there = {edition.home}
    if any(is_said_in(one.titles, language, own) for one in known.content.navigation):
        for item in navigation(known, pages, language):
            here = replace(item, address=_nearest(item.address, edition, known) or item.address)
            there.add(here.address)
            yield here
    for page in known.content.pages:
        if is_in(page.language, language) and page.address not in there:
            yield PageLink(address=page.address, title=page.title, language=page.language)
