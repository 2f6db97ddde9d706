"""A feed to the bytes of a JSON Feed (version 1.1, jsonfeed.org)."""

import json
from collections.abc import Callable, Mapping

from byleave.model.machine_files import FeedEntry, JsonFeedView
from byleave.render.dates import instant
from byleave.render.feed_heads import what_a_feed_is

VERSION = "https://jsonfeed.org/version/1.1"


def json_feed(
    view: JsonFeedView,
    site: str,
    zone: str,
    absolute: Callable[[str], str],
    _: Callable[[str], str],
) -> bytes:
    """The feed; `site` is the name of its author, `zone` the time zone in which days begin.

    Whoever opens it in a browser reads what it is, as `_` says it.
    """
    feed = {
        "version": VERSION,
        "user_comment": what_a_feed_is(_),
        "title": view.title,
        "home_page_url": absolute(view.page),
        "feed_url": absolute(view.address),
        "description": view.summary,
        "language": view.language,
        "authors": [{"name": site, "url": absolute("/")}],
        "items": [_item(entry, zone, absolute) for entry in view.items],
    }
    text = json.dumps(_without_gaps(feed), ensure_ascii=False, indent=1)
    return f"{text}\n".encode()


def _item(entry: FeedEntry, zone: str, absolute: Callable[[str], str]) -> Mapping[str, object]:
    return _without_gaps(
        {
            "id": absolute(entry.address),
            "url": absolute(entry.address),
            "title": entry.title,
            "summary": entry.summary,
            # Each item has to have content; the story itself stays on the site.
            "content_text": entry.summary or entry.title,
            "date_published": instant(entry.date, zone),
            "date_modified": instant(entry.updated, zone) if entry.updated else "",
            "authors": [{"name": name} for name in entry.authors],
            "language": entry.language,
        }
    )


def _without_gaps(fields: Mapping[str, object]) -> Mapping[str, object]:
    """The fields that say something; JSON Feed leaves out the others."""
    return {name: value for name, value in fields.items() if value}
