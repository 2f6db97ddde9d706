"""What passed the gate to the plan of a site: addresses, lists, neighbours, threads.

A new kind of page is a view class in `model.site`, a maker here and a template in the look.
"""

from byleave.model.pieces import Place
from byleave.model.published import Content, MediaFile, PublishedSet
from byleave.model.site import SitePlan, View
from byleave.relate.a_to_z import a_to_z_views
from byleave.relate.addresses import CALENDAR_FILE, FEED, HOME, JSON_FEED
from byleave.relate.bodies import Text, loose_links
from byleave.relate.calendar import calendar_views
from byleave.relate.index import Index, index
from byleave.relate.lists import home_view, series_views, stories_views
from byleave.relate.machines import calendar_file_views, feed_views, server_views
from byleave.relate.pages import page_views
from byleave.relate.people import people_views
from byleave.relate.stories import story_views
from byleave.relate.themes import theme_views
from byleave.relate.with_body import with_body

__all__ = ["relate", "with_body"]


def relate(content: Content) -> SitePlan:
    """The plan of the site that shows `content`."""
    known = index(content)
    views: list[View] = [
        home_view(known),
        *stories_views(known),
        *calendar_views(known),
        *a_to_z_views(known),
        *story_views(known),
        *theme_views(known),
        *series_views(known),
        *people_views(known),
        *page_views(known),
        *feed_views(known),
        *calendar_file_views(known),
    ]
    views += server_views(tuple(views), known)
    return SitePlan(
        public=isinstance(content, PublishedSet),
        settings=content.settings,
        navigation=_navigation(content),
        footer=tuple(
            Place(address=page.address, title=page.title, language=page.language)
            for page in content.pages
        ),
        feed=_if_there(HOME + FEED, known),
        json_feed=_if_there(HOME + JSON_FEED, known),
        calendar=_if_there(CALENDAR_FILE, known),
        views=tuple(views),
        media=_media(known),
        root_files=content.root_files,
        look=content.look,
        loose_links=tuple(loose_links(known)),
    )


def _if_there(address: str, known: Index) -> str:
    return address if address in known.addresses else ""


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
