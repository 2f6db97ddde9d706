"""What passed the gate to the plan of a site: addresses, lists, neighbours, threads.

A new kind of page is a view class in `model.site`, a maker here and a template in the look.
"""

from byleave.model.published import Content, MediaFile, PublishedSet
from byleave.model.site import FeedView, Place, SitePlan, View
from byleave.relate.bodies import Text, loose_links
from byleave.relate.index import Index, index
from byleave.relate.lists import (
    home_view,
    person_views,
    series_views,
    stories_view,
    theme_views,
)
from byleave.relate.machines import FEED, feed_views, sitemap_views
from byleave.relate.pages import page_views
from byleave.relate.stories import story_views

__all__ = ["relate"]


def relate(content: Content) -> SitePlan:
    """The plan of the site that shows `content`."""
    known = index(content)
    views: list[View] = [
        home_view(known),
        stories_view(known),
        *story_views(known),
        *theme_views(known),
        *series_views(known),
        *person_views(known),
        *page_views(known),
        *feed_views(known),
    ]
    views += sitemap_views(tuple(views), content.settings.language)
    return SitePlan(
        public=isinstance(content, PublishedSet),
        settings=content.settings,
        navigation=_navigation(content),
        footer=tuple(Place(address=page.address, title=page.title) for page in content.pages),
        feed=FEED if any(isinstance(view, FeedView) for view in views) else "",
        views=tuple(views),
        media=_media(known),
        root_files=content.root_files,
        look=content.look,
        loose_links=tuple(loose_links(known)),
    )


def _navigation(content: Content) -> tuple[Place, ...]:
    return tuple(
        Place(address=item.address, title=item.title) for item in content.settings.navigation
    )


def _media(known: Index) -> tuple[MediaFile, ...]:
    """The files that something on the site shows, each once."""
    content = known.content
    texts: tuple[Text, ...] = (*content.stories, *content.pages, *content.themes)
    shown = {media.file.address: media.file for text in texts for media in text.media.values()}
    logo = content.group_media.get(content.settings.brand.logo or "")
    if logo is not None:
        shown[logo.address] = logo
    return tuple(shown[address] for address in sorted(shown))
