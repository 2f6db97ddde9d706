"""Feeds: read by feedparser, and held against the rules of JSON Feed 1.1 by jsonschema."""

import json
from collections.abc import Mapping
from typing import Any

import feedparser
import pytest
from jsonschema import Draft202012Validator, FormatChecker

from tests.machine_files.folder import URL

# jsonfeed.org/version/1.1: what has to be there, and what each key holds.
_TEXT = {"type": "string", "minLength": 1}
_LINK = {"type": "string", "pattern": "^https?://[^ ]+$"}
_MOMENT = {"type": "string", "format": "date-time", "pattern": r"T.*(Z|[+-]\d\d:\d\d)$"}
_AUTHORS = {
    "type": "array",
    "minItems": 1,
    "items": {
        "type": "object",
        "minProperties": 1,
        "properties": {"name": _TEXT, "url": _LINK, "avatar": _LINK},
        "additionalProperties": False,
    },
}
_ITEM = {
    "type": "object",
    "required": ["id"],
    "anyOf": [{"required": ["content_text"]}, {"required": ["content_html"]}],
    "properties": {
        "id": _TEXT,
        "url": _LINK,
        "title": _TEXT,
        "summary": _TEXT,
        "content_text": _TEXT,
        "content_html": _TEXT,
        "date_published": _MOMENT,
        "date_modified": _MOMENT,
        "authors": _AUTHORS,
        "language": {"type": "string", "pattern": "^[a-z]{2,3}(-[A-Za-z0-9]+)*$"},
    },
    "additionalProperties": False,
}
JSON_FEED = {
    "type": "object",
    "required": ["version", "title", "items"],
    "properties": {
        "version": {"const": "https://jsonfeed.org/version/1.1"},
        "user_comment": _TEXT,
        "title": _TEXT,
        "home_page_url": _LINK,
        "feed_url": _LINK,
        "description": _TEXT,
        "language": _TEXT,
        "authors": _AUTHORS,
        "items": {"type": "array", "items": _ITEM},
    },
    "additionalProperties": False,
}

# Left out: what a voice without that use is the author of or named in, versions, the withheld.
IN_FEED = ["talk", "walk", "fair", "in-winter", "in-summer", "quiet", "bread"]
ON_BREAD = ["in-summer", "quiet", "bread"]
FEEDS = {"": IN_FEED, "themes/bread/": ON_BREAD}


def addresses(names: list[str]) -> list[str]:
    """The whole addresses of stories."""
    return [f"{URL}/stories/{name}/" for name in names]


@pytest.mark.parametrize(("folder", "names"), FEEDS.items())
def test_atom(site: Mapping[str, bytes], folder: str, names: list[str]) -> None:
    """A feed reader finds who may be in it, newest first, and where it comes from (RFC 4287)."""
    read = feedparser.parse(site[f"{folder}feed.xml"])
    assert not read.bozo
    assert read.version == "atom10"
    assert [entry.link for entry in read.entries] == addresses(names)
    assert [entry.id for entry in read.entries] == addresses(names)
    links = {link.rel: link.href for link in read.feed.links}
    assert links == {"self": f"{URL}/{folder}feed.xml", "alternate": f"{URL}/{folder}"}
    assert read.feed.id == links["self"]
    assert read.feed.updated == max(entry.updated for entry in read.entries)


def test_an_entry_of_atom(site: Mapping[str, bytes]) -> None:
    """Words come through as they were written, and no body with them."""
    (entry,) = (
        entry
        for entry in feedparser.parse(site["feed.xml"]).entries
        if entry.link == f"{URL}/stories/bread/"
    )
    assert entry.title_detail.value == "Bread </script> & “roses”"
    assert entry.summary.startswith("<!-- It rises --> and a line")
    assert (entry.published, entry.updated) == (
        "2021-01-31T00:00:00+00:00",
        "2021-02-01T00:00:00+00:00",
    )
    assert [author.name for author in entry.authors] == ["Ann"]
    assert "content" not in entry


@pytest.mark.parametrize(("folder", "names"), FEEDS.items())
def test_json_feed(site: Mapping[str, bytes], folder: str, names: list[str]) -> None:
    """It keeps the rules of its version, and tells the same as the Atom feed."""
    feed: dict[str, Any] = json.loads(site[f"{folder}feed.json"])
    Draft202012Validator(JSON_FEED, format_checker=FormatChecker()).validate(feed)
    assert [item["id"] for item in feed["items"]] == addresses(names)
    assert feed["user_comment"].startswith("This is a feed: ")
    assert feed["feed_url"] == f"{URL}/{folder}feed.json"
    assert feed["home_page_url"] == f"{URL}/{folder}"
    atom = feedparser.parse(site[f"{folder}feed.xml"])
    assert [item["title"] for item in feed["items"]] == [
        entry.title_detail.value for entry in atom.entries
    ]


@pytest.mark.parametrize(
    "wrong",
    [
        {"version": "https://jsonfeed.org/version/1"},
        {"items": [{"id": "1"}]},
        {"items": [{"id": 1, "content_text": "a"}]},
        {"items": [{"id": "1", "content_text": "a", "date_published": "2021-01-31"}]},
        {"items": [{"id": "1", "content_text": "a", "authors": []}]},
        {"expired": True, "colour": "red"},
    ],
)
def test_a_feed_that_breaks_the_rules_is_noticed(wrong: dict[str, object]) -> None:
    """Each rule of the schema above can fail."""
    right: dict[str, object] = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "A",
        "items": [],
    }
    schema = Draft202012Validator(JSON_FEED, format_checker=FormatChecker())
    assert schema.is_valid(right)
    assert not schema.is_valid(right | wrong)


def test_names_that_are_not_for_feeds_are_in_none(site: Mapping[str, bytes]) -> None:
    """Not as authors, and not in titles, summaries or places."""
    files = [data for path, data in site.items() if path.endswith(("feed.xml", "feed.json", "ics"))]
    assert files
    assert not [data for data in files if b"Cat" in data or b"Bea" in data]


def test_pages_lead_to_their_feeds(site: Mapping[str, bytes]) -> None:
    """So that a feed reader that is given a page's address finds them."""
    assert b'type="application/atom+xml"' in site["index.html"]
    assert b'type="application/atom+xml"' in site["stories/bread/index.html"]
    # Whatever reads this one reads the other too: it is named where somebody looks for feeds.
    assert b'href="/feed.json"' in site["index.html"]
    assert b'href="/feed.json"' not in site["stories/bread/index.html"]
    assert b'href="/themes/bread/feed.xml"' in site["themes/bread/index.html"]
    assert b'href="/themes/bread/feed.json"' in site["themes/bread/index.html"]
