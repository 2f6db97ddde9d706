"""What machines read: feed, sitemap, robots."""

from collections.abc import Iterable, Iterator
from datetime import date

from byleave.model.site import FeedView, RobotsView, SitemapView, StoryView, View
from byleave.relate.index import Index
from byleave.relate.items import items
from byleave.relate.uses import listed_uses

FEED = "/feed.xml"
NEWEST_IN_FEED = 20
# Not pages that somebody would look for.
_UNLISTED = (FeedView, SitemapView, RobotsView)


def feed_views(known: Index) -> Iterator[FeedView]:
    """The feed, where there is something to tell."""
    stories = [story for story in known.listed if "feed" in listed_uses(story)][:NEWEST_IN_FEED]
    if not stories:
        return
    settings = known.content.settings
    yield FeedView(
        address=FEED,
        title=settings.title,
        language=settings.language,
        summary=settings.tagline or "",
        items=items(tuple(stories)),
        changed=max(story.updated or story.date for story in stories),
    )


def sitemap_views(views: Iterable[View], language: str) -> Iterator[View]:
    """The sitemap of `views`, and where it is."""
    pages = tuple(
        sorted(
            (view.address, _changed(view))
            for view in views
            if view.indexable and not isinstance(view, _UNLISTED)
        )
    )
    yield SitemapView(address="/sitemap.xml", title="", language=language, pages=pages)
    yield RobotsView(address="/robots.txt", title="", language=language)


def _changed(view: View) -> date | None:
    return view.updated or view.date if isinstance(view, StoryView) else None
