"""What machines read: feeds, calendars, the sitemap, robots, headers."""

from collections.abc import Iterable, Iterator
from datetime import date

from byleave.model.machine_files import (
    CalendarEntry,
    CalendarFileView,
    Entry,
    FeedView,
    FileView,
    HeadersView,
    JsonFeedView,
    RobotsView,
    SitemapIndexView,
    SitemapView,
)
from byleave.model.published import Story
from byleave.model.site import StoryView, View
from byleave.relate.addresses import (
    CALENDAR_FILE,
    FEED,
    HOME,
    JSON_FEED,
    event_file,
    theme_address,
)
from byleave.relate.index import Index
from byleave.relate.words import event_in_words, name_any

NEWEST_IN_FEED = 20
# The most that the protocol of sitemaps allows in one file.
MOST_IN_SITEMAP = 50_000
SITEMAP = "/sitemap.xml"
HEADERS = "_headers"


def feed_views(known: Index) -> Iterator[FileView]:
    """The feeds of the site and of each theme, as far as there is something to tell."""
    settings = known.content.settings
    yield from _feeds(HOME, settings.title, settings.tagline or "", known.listed, known)
    for theme in known.content.themes:
        title = f"{theme.title} – {settings.title}"
        stories = known.by_theme.get(theme.slug, ())
        yield from _feeds(theme_address(theme.slug), title, "", stories, known)


def _feeds(
    page: str, title: str, summary: str, stories: Iterable[Story], known: Index
) -> Iterator[FileView]:
    newest = [one for one in stories if "feed" in known.line_uses[one.path]][:NEWEST_IN_FEED]
    if not newest:
        return
    language = known.content.settings.language
    entries = tuple(_entry(story, known) for story in newest)
    yield FeedView(
        address=page + FEED,
        title=title,
        language=language,
        summary=summary,
        page=page,
        items=entries,
        changed=max(entry.updated or entry.date for entry in entries),
    )
    yield JsonFeedView(
        address=page + JSON_FEED,
        title=title,
        language=language,
        summary=summary,
        page=page,
        items=entries,
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


def calendar_file_views(known: Index) -> Iterator[CalendarFileView]:
    """The calendar of all events, and one file for each."""
    settings = known.content.settings
    entries = tuple(
        _calendar_entry(story, known)
        for story in known.listed
        if story.event and "feed" in known.line_uses[story.path]
    )
    if entries:
        yield CalendarFileView(
            address=CALENDAR_FILE, title=settings.title, language=settings.language, events=entries
        )
    for entry in entries:
        yield CalendarFileView(
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
    event = event_in_words(story)
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


def server_views(views: Iterable[View], known: Index) -> Iterator[FileView]:
    """The sitemap of `views`, where it is, and what servers send with every page."""
    language = known.content.settings.language
    pages = sorted(
        (view.address, _changed(view))
        for view in views
        if view.indexable and not isinstance(view, FileView)
    )
    yield from _sitemaps(pages, language)
    yield RobotsView(address="/robots.txt", title="", language=language)
    # A group that has headers of its own knows its server.
    if not any(file.path == HEADERS for file in known.content.root_files):
        yield HeadersView(address=f"/{HEADERS}", title="", language=language)


def _sitemaps(pages: list[tuple[str, date | None]], language: str) -> Iterator[FileView]:
    parts = [
        tuple(pages[start : start + MOST_IN_SITEMAP])
        for start in range(0, len(pages), MOST_IN_SITEMAP)
    ]
    if len(parts) == 1:
        yield SitemapView(address=SITEMAP, title="", language=language, pages=parts[0])
        return
    names = [f"/sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
    yield SitemapIndexView(address=SITEMAP, title="", language=language, parts=tuple(names))
    for name, part in zip(names, parts, strict=True):
        yield SitemapView(address=name, title="", language=language, pages=part)


def _changed(view: View) -> date | None:
    return view.updated or view.date if isinstance(view, StoryView) else None
