"""The views of files that machines read: feeds, calendars, the sitemap, what servers are told.

What is in a feed or a calendar leaves the site for good, so an entry holds only what everybody
in it allowed to be there.
"""

import datetime
from typing import ClassVar

from msgspec import Struct

from byleave.model.pieces import SearchCard
from byleave.model.scalars import Moment
from byleave.model.site import View
from byleave.model.terms import EventStatus


class FeedEntry(Struct, frozen=True, kw_only=True):
    """A story in a feed: its title, summary, dates and authors, never its body."""

    address: str
    title: str
    summary: str
    date: datetime.date
    updated: datetime.date | None
    language: str
    authors: tuple[str, ...]


class CalendarEntry(FeedEntry, frozen=True, kw_only=True):
    """An event in a calendar; `form` and `place` are empty where they name somebody."""

    starts: Moment
    ends: Moment | None
    status: EventStatus
    form: str
    place: str


class FileView(View, frozen=True, kw_only=True):
    """A file that machines read. Where `template` is empty, it is made without one."""

    template: ClassVar[str] = ""


class FeedView(FileView, frozen=True, kw_only=True):
    """An Atom feed (RFC 4287) of what is on the page at `page`."""

    template: ClassVar[str] = "feed.xml"

    page: str
    items: tuple[FeedEntry, ...]
    changed: datetime.date


class JsonFeedView(FileView, frozen=True, kw_only=True):
    """A feed in the form of JSON Feed 1.1 of what is on the page at `page`."""

    page: str
    items: tuple[FeedEntry, ...]


class CalendarFileView(FileView, frozen=True, kw_only=True):
    """Events for calendars (RFC 5545)."""

    events: tuple[CalendarEntry, ...]


class CaptionsView(FileView, frozen=True, kw_only=True):
    """The captions of a recording (WebVTT)."""

    text: str


class SitemapView(FileView, frozen=True, kw_only=True):
    """The pages that search engines may show (sitemaps.org, protocol 0.9)."""

    template: ClassVar[str] = "sitemap.xml"

    pages: tuple[tuple[str, datetime.date | None], ...]


class SitemapIndexView(FileView, frozen=True, kw_only=True):
    """Where the parts of a sitemap are that is too long for one file (sitemaps.org)."""

    template: ClassVar[str] = "sitemap-index.xml"

    parts: tuple[str, ...]


class RobotsView(FileView, frozen=True, kw_only=True):
    """Where search engines find the sitemap, and what nobody may train machines with.

    RFC 9309, and "Associating AI Usage Preferences with Content in HTTP", draft-ietf-aipref-attach.
    `untrainable` are the addresses of pages that no machine may learn from, in which "*" at the end
    stands for all that lies below; `trains_nothing` says that none of the site may.
    """

    template: ClassVar[str] = "robots.txt"

    untrainable: tuple[str, ...]
    trains_nothing: bool


class HeadersView(FileView, frozen=True, kw_only=True):
    """What servers send with every page, in the form that Netlify and Cloudflare Pages read.

    `untrainable` and `trains_nothing` are those of a `RobotsView`.
    """

    template: ClassVar[str] = "headers.txt"

    untrainable: tuple[str, ...]
    trains_nothing: bool


class SearchScriptView(FileView, frozen=True, kw_only=True):
    """The script that looks things up."""


class SearchDataView(FileView, frozen=True, kw_only=True):
    """A file that it loads by its `name`."""

    name: str


class SearchMapView(SearchDataView, frozen=True, kw_only=True):
    """What the script has to know first: where which words are, and how words are looked up.

    `files` are beginnings of words with the names of the files that have them; `folds` and
    `mutations` are those of `relate.search.folding`, the latter empty where nothing is in Welsh.
    The numbers of stories are of so many `signs` as `length` says, and their first `bits` say in
    which file of titles they are. `groups` are what can be chosen, by a letter: values and what
    they are called, which is empty where it is for us to say.
    """

    length: int
    bits: int
    signs: str
    files: tuple[tuple[str, str], ...]
    folds: tuple[tuple[str, str], ...]
    mutations: tuple[tuple[str, ...], ...]
    groups: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]


class SearchWordsView(SearchDataView, frozen=True, kw_only=True):
    """Words with the numbers of stories: of those with it in their head, after a space others."""

    words: tuple[tuple[str, str], ...]


class SearchCardsView(SearchDataView, frozen=True, kw_only=True):
    """Some of the stories that can be found, as the search shows them."""

    cards: tuple[SearchCard, ...]
