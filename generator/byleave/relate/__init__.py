"""What passed the gate to the plan of a site: addresses, lists, neighbours, threads.

A new kind of page is a view class in `model.site`, a maker here and a template in the look.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from itertools import chain, compress, count
from operator import attrgetter

from byleave.cache import Recollection
from byleave.model.addresses import (
    A_TO_Z,
    ALL_SERIES,
    CALENDAR,
    CALENDAR_FILE,
    EASY_READ,
    FEED,
    FOLLOWING,
    GLOSSARY,
    HOME,
    ICS,
    JSON_FEED,
    LISTEN,
    MEDIA,
    PEOPLE,
    PLACES,
    SEARCH,
    SITEMAP_NAME,
    THEMES,
    YEARS,
)
from byleave.model.pieces import PageLink
from byleave.model.published import (
    Content,
    FixedPage,
    MediaFile,
    PublishedLink,
    PublishedMedia,
    PublishedSet,
    Story,
    StoryHead,
    Theme,
)
from byleave.model.site_plan import LooseLink, PictureShape, SitePlan
from byleave.relate.files.calendar_files import calendar_files
from byleave.relate.files.captions import captions_files
from byleave.relate.files.feeds import feed_files
from byleave.relate.files.robots import server_files
from byleave.relate.files.sitemap import sitemap_files
from byleave.relate.index.digests import IndexDigests, PageDigests
from byleave.relate.index.editions import StoriesOfEdition
from byleave.relate.index.index import Index, index, index_of_stories
from byleave.relate.index.linked_addresses import has_search
from byleave.relate.index.loose_links import (
    Text,
    loose_in,
    loose_items,
    loose_pointers,
    places_lost,
    to_places,
    without_loose_pointers,
    without_lost_places,
)
from byleave.relate.index.where_links_lead import navigation, pointed_to
from byleave.relate.page_plan import PlannedPage, PlannedPages, Section
from byleave.relate.pages.a_to_z import a_to_z_pages
from byleave.relate.pages.calendar import calendar_pages
from byleave.relate.pages.editions import edition_pages, editions
from byleave.relate.pages.event_lists import event_list_pages, place_pages
from byleave.relate.pages.fixed import fixed_pages
from byleave.relate.pages.following import following_pages
from byleave.relate.pages.formats import format_pages
from byleave.relate.pages.glossary import glossary_pages
from byleave.relate.pages.home import at_home, home_pages
from byleave.relate.pages.nearby import Nearby
from byleave.relate.pages.people import people_pages
from byleave.relate.pages.search import search_pages
from byleave.relate.pages.series import opening_stories, series_pages
from byleave.relate.pages.stories import StorySection
from byleave.relate.pages.themes import theme_pages
from byleave.relate.pages.years import stories_pages, year_pages
from byleave.relate.search.shared_words import WordsInCommon
from byleave.relate.whats_on import whats_on
from byleave.values import replace

__all__ = ["PlannedPages", "relate", "whats_on"]


def relate(
    content: Content, memory: Recollection | None = None, *, executor: str | None = "serial"
) -> SitePlan:
    """The plan of the site that shows `content`; what is in `memory` is not planned again.

    What takes long of each story is found by the processes that `executor` asks for, which is as
    for `byleave.executors.executor`.
    """
    memory = memory or Recollection()
    known = index(content, memory)
    pointers = memory.once(loose_pointers, known)
    places = tuple(_lost_places(content, known, memory))
    loose = [*_loose_links(content, known, memory), *pointers, *places]
    if pointers or places:
        memory = memory.apart("without what is loose")
        content = _without(places, content, known, memory)
        known = index(content, memory)
    return _plan(content, known, loose, memory, executor)


def _without(
    places: Iterable[LooseLink], content: Content, known: Index, memory: Recollection
) -> Content:
    """The content without keys that lead to nothing, and without `places` that are not there."""
    lost = frozenset((one.path, one.written) for one in places)
    stories = memory.each(without_loose_pointers, content.stories, known)
    return replace(
        content,
        stories=memory.each(without_lost_places, stories, lost),
        pages=tuple(without_lost_places(one, lost) for one in content.pages),
        themes=tuple(without_lost_places(one, lost) for one in content.themes),
    )


def _loose_links(content: Content, known: Index, memory: Recollection) -> Iterator[LooseLink]:
    own: tuple[Text, ...] = (*content.pages, *content.themes)
    yield from chain.from_iterable(memory.each(loose_in, content.stories, known))
    yield from chain.from_iterable(loose_in(text, known) for text in own)


def _lost_places(content: Content, known: Index, memory: Recollection) -> Iterator[LooseLink]:
    stories = content.stories
    own: tuple[Text, ...] = (*content.pages, *content.themes)
    found: list[tuple[Text, PublishedLink]] = [
        *_linking(stories, memory.each(to_places, stories)),
        *_linking(own, tuple(map(to_places, own))),
    ]
    if found:
        yield from places_lost(found, known, _by_path(content))


def _linking(
    texts: tuple[Text, ...], links: tuple[tuple[PublishedLink, ...], ...]
) -> Iterator[tuple[Text, PublishedLink]]:
    """Each of `links` with the text in which it stands; most texts have none."""
    for number in compress(count(), links):
        for link in links[number]:
            yield texts[number], link


def _plan(
    content: Content,
    known: Index,
    loose: Iterable[LooseLink],
    memory: Recollection,
    executor: str | None,
) -> SitePlan:
    pages = _pages(content, known, memory, executor)
    led_to = tuple(editions(known, pages))
    return SitePlan(
        public=isinstance(content, PublishedSet),
        settings=content.settings,
        navigation=tuple(navigation(known, pages, content.settings.language)),
        footer=tuple(
            PageLink(address=page.address, title=page.title, language=page.language)
            for page in content.pages
            if page.address not in {one.address for one in led_to}
        ),
        lists=tuple(_filled(known)),
        feed=_if_there(HOME + FEED, known),
        json_feed=_if_there(HOME + JSON_FEED, known),
        calendar=_if_there(CALENDAR_FILE, known),
        easy_read=_if_there(EASY_READ, known),
        listen=_if_there(LISTEN, known),
        editions=led_to,
        search=SEARCH if has_search(known.content) else "",
        pages=pages,
        media=memory.once(_media, known),
        shapes=memory.once(_shapes, known),
        cards=memory.once(_cards, known),
        root_files=content.root_files,
        look=content.look,
        glossary=content.glossary,
        loose_links=tuple(
            sorted((*loose, *loose_items(known, pages)), key=attrgetter("path", "line", "column"))
        ),
    )


def _pages(
    content: Content, known: Index, memory: Recollection, executor: str | None
) -> PlannedPages:
    """Every page and file of the site; only those that are asked for are made."""
    alone = index_of_stories(content, memory)
    digests = memory.once(IndexDigests, known, alone)
    first, last, files = memory.once(_of_no_bodies, known, digests)
    words = WordsInCommon(content.found, alone, memory, executor)
    stories = StorySection(
        alone,
        memory.once(Nearby, alone),
        words,
        _by_path(content),
        PageDigests(digests, content.stories, memory),
    )
    search = Section(partial(search_pages, content, known, memory), SEARCH)
    pages = (*first, stories, *([search] if has_search(known.content) else ()), *last)
    read = PlannedPages((*pages, *files))
    about = (
        Section(partial(sitemap_files, PlannedPages(pages), known), SITEMAP_NAME),
        Section(partial(server_files, read, known)),
    )
    return PlannedPages((*pages, *files, *about))


def _of_no_bodies(known: Index, digests: IndexDigests) -> tuple[tuple[Section, ...], ...]:
    """The pages that show no body of a story, before those of stories and after, and the files."""
    whole, *further = known.editions

    def section(
        plan: Callable[..., Iterable[PlannedPage]],
        *given: Index | StoriesOfEdition,
        below: str = "/",
        ending: str = "",
    ) -> Section:
        return Section(partial(plan, *given), below, ending, digests.of_lists)

    first = (
        section(home_pages, whole, known),
        section(stories_pages, whole, known),
        section(year_pages, whole, known, below=YEARS),
        section(calendar_pages, whole, known, below=CALENDAR),
        section(event_list_pages, known, below=CALENDAR),
        section(place_pages, known, below=PLACES),
        section(a_to_z_pages, known, below=A_TO_Z),
        section(format_pages, whole, known),
        section(glossary_pages, known, below=GLOSSARY),
        section(following_pages, whole, known, below=FOLLOWING),
        *(section(edition_pages, one, known, below=one.home) for one in further),
    )
    last = (
        section(theme_pages, known, below=THEMES),
        section(series_pages, known, below=ALL_SERIES),
        section(people_pages, known, below=PEOPLE),
        section(fixed_pages, known),
    )
    files = (
        section(feed_files, known),
        section(calendar_files, known, ending=ICS),
        section(captions_files, known, below=MEDIA),
    )
    return first, last, files


def _by_path(content: Content) -> Mapping[str, Story]:
    return dict(zip(map(attrgetter("path"), content.stories), content.stories, strict=True))


def _filled(known: Index) -> Iterator[str]:
    """The lists that menus pass by where nothing is in them."""
    if known.by_series:
        yield ALL_SERIES
    if known.people:
        yield PEOPLE


def _if_there(address: str, known: Index) -> str:
    return address if address in known.addresses else ""


def _media(known: Index) -> tuple[MediaFile, ...]:
    """The files that something on the site shows, each once."""
    content = known.content
    shown = {media.file.address: media.file for media in _in_texts(known)}
    logo = content.group_media.get(content.settings.brand.logo or "")
    if logo is not None:
        shown[logo.address] = logo
    shown |= {file.address: file for file in pointed_to(known)}
    return tuple(shown[address] for address in sorted(shown))


def _cards(known: Index) -> tuple[str, ...]:
    """The titles on cards for sharing: of stories whose people all allow it, and of the site."""
    if not known.content.settings.share_cards:
        return ()
    pages = (path for path in known.by_path if path not in known.answered)
    shared = {known.items[path].title for path in pages if "social" in known.uses[path]}
    return ("", *sorted(shared))


def _shapes(known: Index) -> tuple[PictureShape, ...]:
    """The pictures that texts show, whole, and those that stand in lists, cut; each once."""
    whole = (PictureShape(file=media.file) for media in _in_texts(known))
    at_homes = (story for one in known.editions for story in at_home(one, known).stories)
    listed = (known.items[story.path].picture for story in (*at_homes, *opening_stories(known)))
    cut = (PictureShape(file=media.file, cut=media.focus) for media in listed if media)
    shapes = {one.key: one for one in (*whole, *cut) if one.file.kind == "image"}
    return tuple(shapes[key] for key in sorted(shapes))


def _in_texts(known: Index) -> Iterator[PublishedMedia]:
    content = known.content
    texts: tuple[StoryHead | FixedPage | Theme, ...]
    texts = (*known.by_path.values(), *content.pages, *content.themes)
    return (media for text in texts for media in text.media.values())
