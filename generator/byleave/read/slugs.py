"""Names of files and words to the form in which they stand in an address."""

import re
import unicodedata

_GAPS = re.compile(r"[^\w]+|_+")

# What Byleave itself puts at the top of a site: folders, and files.
RESERVED = frozenset(
    {"stories", "calendar", "a-to-z", "themes", "series", "people", "media", "feed", "404"}
)
RESERVED_FILES = frozenset(
    {
        "index.html",
        "404.html",
        "feed.xml",
        "feed.json",
        "calendar.ics",
        "sitemap.xml",
        "robots.txt",
    }
)
# What stands in the folder of a page.
FILES_OF_PAGES = frozenset({"index.html", "feed.xml", "feed.json", "event.ics"})
# File systems allow 255 bytes; some letters grow when they are made small.
LONGEST_NAME = 200


def slug(words: str) -> str:
    """`words` in small letters of any script, joined by hyphens; never empty."""
    plain = unicodedata.normalize("NFC", words).casefold().replace("'", "").replace("’", "")
    return _GAPS.sub("-", plain).strip("-") or "untitled"


def story_address(path: str) -> str:
    """The address of a story file: its name, or its folder's name for an index.md."""
    folder, _, name = path.rpartition("/")
    stem = name.removesuffix(".md")
    if stem == "index" and folder != "stories":
        stem = folder.rpartition("/")[2]
    return f"/stories/{slug(stem)}/"


def is_too_long(address: str) -> bool:
    """Whether a part of `address` is longer than file systems allow the name of a folder to be."""
    return any(len(part.encode()) > LONGEST_NAME for part in address.split("/"))
