"""What machines read: feeds, calendars, the sitemap, robots, headers."""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import partial
from itertools import islice

from byleave.model.addresses import (
    CALENDAR_FILE,
    FEED,
    HEADERS,
    HOME,
    JSON_FEED,
    ROBOTS,
    SITEMAP,
    event_file,
    theme_address,
)
from byleave.model.machine_files import (
    CalendarEntry,
    CalendarFileView,
    Entry,
    FeedView,
    HeadersView,
    JsonFeedView,
    RobotsView,
    SitemapIndexView,
    SitemapView,
)
from byleave.model.published import Story
from byleave.model.site import View
from byleave.relate.index import Index
from byleave.relate.planned import Pages, Planned
from byleave.relate.words import name_any

NEWEST_IN_FEED = 20
# The most that the protocol of sitemaps allows in one file.
MOST_IN_SITEMAP = 50_000
# Cloudflare Pages reads a hundred rules of a headers file and leaves the rest: with more pages to
# name, the whole site is named.
MOST_RULES = 90

Changed = tuple[str, date | None]  # the address of a page, and when it has changed


def feed_files(known: Index) -> Iterator[Planned]:
    """The feeds of the site and of each theme, as far as there is something to tell."""
    settings = known.content.settings
    yield from _feeds(HOME, settings.title, settings.tagline or "", known.listed, known)
    for theme in known.content.themes:
        title = f"{theme.title} – {settings.title}"
        stories = known.by_theme.get(theme.slug, ())
        yield from _feeds(theme_address(theme.slug), title, "", stories, known)


def _feeds(
    page: str, title: str, summary: str, stories: Iterable[Story], known: Index
) -> Iterator[Planned]:
    fed = (one for one in stories if "feed" in known.line_uses[one.path])
    if newest := tuple(islice(fed, NEWEST_IN_FEED)):
        told, uses = (page, title, summary, newest, known), known.listing_uses(newest)
        yield Planned(page + FEED, partial(_feed, *told), uses)
        yield Planned(page + JSON_FEED, partial(_json_feed, *told), uses)


def _feed(page: str, title: str, summary: str, newest: tuple[Story, ...], known: Index) -> FeedView:
    return FeedView(
        address=page + FEED,
        title=title,
        language=known.content.settings.language,
        summary=summary,
        page=page,
        items=tuple(_entry(story, known) for story in newest),
        changed=max(story.updated or story.date for story in newest),
    )


def _json_feed(
    page: str, title: str, summary: str, newest: tuple[Story, ...], known: Index
) -> JsonFeedView:
    return JsonFeedView(
        address=page + JSON_FEED,
        title=title,
        language=known.content.settings.language,
        summary=summary,
        page=page,
        items=tuple(_entry(story, known) for story in newest),
    )


def _entry(story: Story, known: Index) -> Entry:
    item = known.items[story.path]
    return Entry(
        address=item.address,
        title=item.title,
        summary=item.summary,
        date=item.date,
        updated=item.updated,
        language=item.language,
        authors=item.authors,
    )


def calendar_files(known: Index) -> Iterator[Planned]:
    """The calendar of all events, and one file for each."""
    events = tuple(
        story for story in known.listed if story.event and "feed" in known.line_uses[story.path]
    )
    if events:
        uses = known.listing_uses(events)
        yield Planned(CALENDAR_FILE, partial(_calendar_file, events, known), uses)
    for event in events:
        make = partial(_event_file, event, known)
        yield Planned(event_file(event.address), make, known.line_uses[event.path])


def _calendar_file(events: tuple[Story, ...], known: Index) -> CalendarFileView:
    settings = known.content.settings
    return CalendarFileView(
        address=CALENDAR_FILE,
        title=settings.title,
        language=settings.language,
        events=tuple(_calendar_entry(event, known) for event in events),
    )


def _event_file(event: Story, known: Index) -> CalendarFileView:
    entry = _calendar_entry(event, known)
    return CalendarFileView(
        address=event_file(entry.address),
        title=entry.title,
        language=entry.language,
        events=(entry,),
    )


def _calendar_entry(story: Story, known: Index) -> CalendarEntry:
    """An event as a calendar shows it.

    Its own words may name somebody whose name is not to leave the site: then they stay here.
    """
    item = known.items[story.path]
    event = story.event
    assert event is not None  # noqa: S101 - only events are asked for
    unfed = [
        voice.name
        for voice in story.voices
        if "feed" not in voice.uses and voice.identity != "anonymous"
    ]
    where = ", ".join(filter(None, (event.place, event.address)))
    return CalendarEntry(
        address=item.address,
        title=item.title,
        summary=item.summary,
        date=item.date,
        updated=item.updated,
        language=item.language,
        authors=item.authors,
        starts=event.starts,
        ends=event.ends,
        status=event.status,
        form="" if name_any(event.form, unfed) else event.form,
        place="" if name_any(where, unfed) else where,
    )


def server_files(pages: Pages, known: Index) -> Iterator[Planned]:
    """What robots are told, and what servers send with every page, or with some of `pages`."""
    planned = pages.all_planned.values()
    closed = tuple(sorted(page.address for page in planned if "ai" not in page.uses))
    yield Planned(ROBOTS, partial(_about_training, RobotsView, ROBOTS, closed, known))
    # A group that has headers of its own knows its server.
    if not any(file.path == HEADERS for file in known.content.root_files):
        address = f"/{HEADERS}"
        yield Planned(address, partial(_about_training, HeadersView, address, closed, known))


def _about_training(
    view: type[RobotsView] | type[HeadersView],
    address: str,
    closed: tuple[str, ...],
    known: Index,
) -> View:
    nowhere = not any("ai" in uses for uses in known.uses.values())
    whole = bool(closed) and (nowhere or len(closed) > MOST_RULES)
    return view(
        address=address,
        title="",
        language=known.content.settings.language,
        untrainable=() if whole else closed,
        trains_nothing=whole,
    )


def sitemap_files(pages: Pages, known: Index) -> Iterator[Planned]:
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
        yield Planned(SITEMAP, partial(_sitemap, SITEMAP, found, language))
        return
    names = tuple(f"/sitemap-{number}.xml" for number in range(1, len(parts) + 1))
    yield Planned(SITEMAP, partial(_sitemap_index, names, language))
    for name, part in zip(names, parts, strict=True):
        yield Planned(name, partial(_sitemap, name, part, language))


def _sitemap(address: str, pages: tuple[Changed, ...], language: str) -> SitemapView:
    return SitemapView(address=address, title="", language=language, pages=pages)


def _sitemap_index(names: tuple[str, ...], language: str) -> SitemapIndexView:
    return SitemapIndexView(address=SITEMAP, title="", language=language, parts=names)
