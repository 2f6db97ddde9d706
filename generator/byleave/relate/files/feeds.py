"""The feeds of the site, of each further language and of each theme."""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import partial
from itertools import islice

from byleave.model.addresses import FEED, JSON_FEED, theme_address
from byleave.model.machine_files import FeedEntry, FeedView, JsonFeedView
from byleave.model.permission import words_in
from byleave.model.published import StoryHead
from byleave.relate.index.editions import tagline_in
from byleave.relate.index.index import Index
from byleave.relate.page_plan import PlannedPage

NEWEST_IN_FEED = 20
# When a feed has changed that tells nothing: no clock says when it was emptied.
_NEVER = date(1970, 1, 1)


def feed_files(known: Index) -> Iterator[PlannedPage]:
    """The feeds of the site, of each further language and of each theme.

    They stay there when nothing is left to tell: programs that ask for them would give them up.
    """
    settings = known.content.settings
    for edition in known.editions:
        title, _ = words_in(settings.title, edition.language, settings.language)
        told = title, tagline_in(edition, settings)
        yield from _feeds(edition.home, *told, edition.language, edition.listed, known)
    for theme in known.content.themes:
        title = f"{theme.title} – {settings.name}"
        stories = known.by_theme.get(theme.slug, ())
        yield from _feeds(theme_address(theme.slug), title, "", settings.language, stories, known)


def _feeds(
    page: str,
    title: str,
    summary: str,
    language: str,
    stories: Iterable[StoryHead],
    known: Index,
) -> Iterator[PlannedPage]:
    fed = (one for one in stories if "feed" in known.line_uses[one.path])
    newest = tuple(islice(fed, NEWEST_IN_FEED))
    told, uses = (page, title, summary, language, newest, known), known.listing_uses(newest)
    yield PlannedPage(page + FEED, partial(_feed, *told), uses)
    yield PlannedPage(page + JSON_FEED, partial(_json_feed, *told), uses)


def _feed(
    page: str,
    title: str,
    summary: str,
    language: str,
    newest: tuple[StoryHead, ...],
    known: Index,
) -> FeedView:
    return FeedView(
        address=page + FEED,
        title=title,
        language=language,
        summary=summary,
        page=page,
        items=tuple(_entry(story, known) for story in newest),
        changed=max((story.updated or story.date for story in newest), default=_NEVER),
    )


def _json_feed(
    page: str,
    title: str,
    summary: str,
    language: str,
    newest: tuple[StoryHead, ...],
    known: Index,
) -> JsonFeedView:
    return JsonFeedView(
        address=page + JSON_FEED,
        title=title,
        language=language,
        summary=summary,
        page=page,
        items=tuple(_entry(story, known) for story in newest),
    )


def _entry(story: StoryHead, known: Index) -> FeedEntry:
    item = known.items[story.path]
    return FeedEntry(
        address=item.address,
        title=item.title,
        summary=item.summary,
        date=item.date,
        updated=item.updated,
        language=item.language,
        authors=item.authors,
    )
