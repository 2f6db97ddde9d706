"""The views of files that machines read: feeds, calendars, the sitemap, what servers are told.

What is in a feed or a calendar leaves the site for good, so an entry holds only what everybody
in it allowed to be there.
"""

import datetime
from dataclasses import dataclass
from typing import ClassVar

from byleave.model.scalars import Moment
from byleave.model.site import View
from byleave.model.terms import EventStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A story in a feed: its title, summary, dates and authors, never its body."""

    address: str
    title: str
    summary: str
    date: datetime.date
    updated: datetime.date | None
    language: str
    authors: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarEntry(Entry):
    """An event in a calendar; `form` and `place` are empty where they name somebody."""

    starts: Moment
    ends: Moment | None
    status: EventStatus
    form: str
    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FileView(View):
    """A file that machines read. Where `template` is empty, it is made without one."""

    template: ClassVar[str] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedView(FileView):
    """An Atom feed (RFC 4287) of what is on the page at `page`."""

    template: ClassVar[str] = "feed.xml"

    page: str
    items: tuple[Entry, ...]
    changed: datetime.date


@dataclass(frozen=True, slots=True, kw_only=True)
class JsonFeedView(FileView):
    """A feed in the form of JSON Feed 1.1 of what is on the page at `page`."""

    page: str
    items: tuple[Entry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarFileView(FileView):
    """Events for calendars (RFC 5545)."""

    events: tuple[CalendarEntry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SitemapView(FileView):
    """The pages that search engines may show (sitemaps.org, protocol 0.9)."""

    template: ClassVar[str] = "sitemap.xml"

    pages: tuple[tuple[str, datetime.date | None], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SitemapIndexView(FileView):
    """Where the parts of a sitemap are that is too long for one file (sitemaps.org)."""

    template: ClassVar[str] = "sitemap-index.xml"

    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RobotsView(FileView):
    """Where search engines find the sitemap (RFC 9309)."""

    template: ClassVar[str] = "robots.txt"


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadersView(FileView):
    """What servers send with every page, in the form that Netlify and Cloudflare Pages read."""

    template: ClassVar[str] = "headers.txt"
