"""What passed the gate to the plan of a site: addresses, lists, neighbours, threads.

A new kind of page is a view class in `model.site`, a maker here and a template in the look.
"""

from collections.abc import Iterable
from functools import partial
from operator import attrgetter

from byleave.model.addresses import (
    A_TO_Z,
    ALL_SERIES,
    CALENDAR,
    CALENDAR_FILE,
    FEED,
    HOME,
    ICS,
    JSON_FEED,
    PEOPLE,
    SITEMAP_NAME,
    THEMES,
    YEARS,
)
from byleave.model.pieces import Place
from byleave.model.published import Content, MediaFile, PublishedSet, Story
from byleave.model.site import LooseLink, SitePlan
from byleave.relate.a_to_z import a_to_z_pages
from byleave.relate.again import index_again
from byleave.relate.bodies import Text, loose_links, loose_links_again
from byleave.relate.calendar import calendar_pages
from byleave.relate.index import Index, index, new_in
from byleave.relate.lists import home_pages, series_pages, stories_pages, year_pages
from byleave.relate.machines import (
    calendar_files,
    feed_files,
    server_files,
    sitemap_files,
)
from byleave.relate.pages import fixed_pages
from byleave.relate.people import people_pages
from byleave.relate.planned import Pages, Section
from byleave.relate.pointers import (
    SETTINGS,
    has_loose_pointers,
    loose_items,
    loose_pointers,
    navigation,
    pointed_to,
    without_loose_pointers,
)
from byleave.relate.stories import StorySection
from byleave.relate.themes import theme_pages

__all__ = ["relate", "relate_again"]


def relate(content: Content) -> SitePlan:
    """The plan of the site that shows `content`."""
    known = index(content)
    loose = [*loose_links(known), *loose_pointers(known)]
    if has_loose_pointers(known):
        content = without_loose_pointers(known)
        known = index(content)
    return _plan(known, _media(content), loose)


def relate_again(plan: SitePlan, content: Content) -> SitePlan:
    """What `relate` makes of `content`, where it made `plan` of a site that is much the same.

    The stories that are the same values as before are not looked at again.
    """
    if not isinstance(plan.pages, Pages) or any(story.pointers for story in content.stories):
        return relate(content)
    before = plan.pages.known
    new = new_in(content, before)
    known = index_again(before, content, new)
    # Items of the navigation are looked at anew in any case.
    of_texts = [one for one in plan.loose_links if one.path != SETTINGS]
    loose = loose_links_again(of_texts, before, known, new)
    return _plan(known, _media_again(plan.media, before, content, new), loose)


def _plan(known: Index, media: tuple[MediaFile, ...], loose: Iterable[LooseLink]) -> SitePlan:
    content, pages = known.content, _pages(known)
    return SitePlan(
        public=isinstance(content, PublishedSet),
        settings=content.settings,
        navigation=tuple(navigation(known, pages)),
        footer=tuple(
            Place(address=page.address, title=page.title, language=page.language)
            for page in content.pages
        ),
        feed=_if_there(HOME + FEED, known),
        json_feed=_if_there(HOME + JSON_FEED, known),
        calendar=_if_there(CALENDAR_FILE, known),
        pages=pages,
        media=media,
        root_files=content.root_files,
        look=content.look,
        loose_links=tuple(
            sorted((*loose, *loose_items(known, pages)), key=attrgetter("path", "line", "column"))
        ),
    )


def _pages(known: Index) -> Pages:
    """Every page and file of the site; only those that are asked for are made."""
    pages = (
        Section(partial(home_pages, known)),
        Section(partial(stories_pages, known)),
        Section(partial(year_pages, known), YEARS),
        Section(partial(calendar_pages, known), CALENDAR),
        Section(partial(a_to_z_pages, known), A_TO_Z),
        StorySection(known),
        Section(partial(theme_pages, known), THEMES),
        Section(partial(series_pages, known), ALL_SERIES),
        Section(partial(people_pages, known), PEOPLE),
        Section(partial(fixed_pages, known)),
    )
    files = (
        Section(partial(feed_files, known)),
        Section(partial(calendar_files, known), ending=ICS),
    )
    read = Pages(known, (*pages, *files))
    about = (
        Section(partial(sitemap_files, Pages(known, pages), known), SITEMAP_NAME),
        Section(partial(server_files, read, known)),
    )
    return Pages(known, (*pages, *files, *about))


def _if_there(address: str, known: Index) -> str:
    return address if address in known.addresses else ""


def _media_again(
    shown: tuple[MediaFile, ...], before: Index, content: Content, new: Iterable[Story]
) -> tuple[MediaFile, ...]:
    """The same, where they were `shown` before."""
    was = before.content
    if len(content.stories) == len(was.stories) and _others(content) == _others(was):
        then = ((before.by_path.get(story.path), story) for story in new)
        if all(one and (one.media, one.date) == (story.media, story.date) for one, story in then):
            return shown
    return _media(content)


def _others(content: Content) -> tuple[object, ...]:
    logo = content.settings.brand.logo
    return content.pages, content.themes, content.group_media, logo, content.navigation


def _media(content: Content) -> tuple[MediaFile, ...]:
    """The files that something on the site shows, each once."""
    texts: tuple[Text, ...] = (*content.stories, *content.pages, *content.themes)
    shown = {media.file.address: media.file for text in texts for media in text.media.values()}
    logo = content.group_media.get(content.settings.brand.logo or "")
    if logo is not None:
        shown[logo.address] = logo
    shown |= {file.address: file for file in pointed_to(content)}
    return tuple(shown[address] for address in sorted(shown))
