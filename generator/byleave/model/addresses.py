"""Where things stand on a site: the address and the anchor that a name gives, and what is taken.

One rule for all phases, so that what one of them looks for is what another makes. An address is
made of its own name alone, never of what else is there: no page moves when another one goes.
"""

import posixpath
import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from urllib.parse import unquote

# Where Byleave's own pages begin.
HOME = "/"
STORIES = "/stories/"
YEARS = f"{STORIES}years/"
CALENDAR = "/calendar/"
A_TO_Z = "/a-to-z/"
THEMES = "/themes/"
ALL_SERIES = "/series/"
PEOPLE = "/people/"
SECTIONS = (STORIES, CALENDAR, A_TO_Z, THEMES, ALL_SERIES, PEOPLE)
MEDIA = "/media/"
# These stand in for what the group has not written: its own page goes before.
ACCESSIBILITY = "/accessibility/"
HOW_WE_ASK = "/how-we-ask/"
# So do these lists: the stories in Easy Read, those that can be heard, and places.
EASY_READ = "/easy-read/"
LISTEN = "/listen/"
# And the words that the group explains.
GLOSSARY = "/glossary/"
PLACES = "/places/"
# And where feeds and calendars are.
FOLLOWING = "/feeds/"
# Lists of events that have something in common; others are below them, by a name.
ONLINE, IN_PERSON = f"{CALENDAR}online/", f"{CALENDAR}in-person/"
_ACCESS, _FORMS = f"{CALENDAR}access/", f"{CALENDAR}forms/"
# Where the group has a page at or below this, there is no search of ours.
SEARCH = "/search/"
STAND_INS = (ACCESSIBILITY, HOW_WE_ASK, EASY_READ, LISTEN, GLOSSARY, PLACES, FOLLOWING, SEARCH)
SEARCH_FILES = f"{SEARCH}files/"
FIND_SCRIPT = f"{SEARCH_FILES}find.js"
# How the address of the page of a story's responses ends, where it has one.
RESPONSES = "responses/"
NOT_FOUND = "/404.html"
FEED, JSON_FEED = "feed.xml", "feed.json"
ICS = ".ics"
EVENT_FILE = f"event{ICS}"
CALENDAR_FILE = f"/calendar{ICS}"
# How the address of a sitemap begins; a long one is in parts.
SITEMAP_NAME = "/sitemap"
SITEMAP = f"{SITEMAP_NAME}.xml"
ROBOTS = "/robots.txt"
# A group that has headers of its own knows its server: its file goes before ours.
HEADERS = "_headers"
PAGE = "index.html"

# What Byleave itself puts at the top of a site: folders, and files.
RESERVED = frozenset(one.strip("/") for one in (*SECTIONS, MEDIA)) | {"feed", "404"}
RESERVED_FILES = frozenset(
    one.strip("/") for one in (PAGE, NOT_FOUND, FEED, JSON_FEED, CALENDAR_FILE, SITEMAP, ROBOTS)
)
# Where a group's own pages are, by their files.
PAGES_FOLDER = "site_src/pages/"
# What stands in the folder of a page.
FILES_OF_PAGES = frozenset({PAGE, FEED, JSON_FEED, EVENT_FILE})

# File systems allow 255 bytes; some letters grow when they are made small.
LONGEST_NAME = 200

_RESPONSE = "response-"
_UNTITLED = "untitled"
_PLAIN_GAPS = re.compile(r"[^a-z0-9]+")
_FORMER_GAPS = re.compile(r"[\W_]+")
_LETTERS = re.compile(r"[^\W_]+")
_APOSTROPHES = re.compile("['’]")
# What changes how its neighbours look and is not seen itself: it is no letter, and parts none.
_UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200d-\u200f\u202a-\u202e"
    "\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
# Where a computer is plugged in: for Windows they are in every folder.
_DEVICES = frozenset(
    {
        "con",
        "prn",
        "aux",
        "nul",
        *(f"{port}{one}" for port in ("com", "lpt") for one in "0123456789¹²³"),
    }
)
# An address that ends so is a file of this name; any other is a folder with a page in it.
_FILE = re.compile(r"\.html?\Z", re.I)


def slug(words: str) -> str:
    """`words` as they stand in an address; never empty.

    Letters, marks and digits of every script stay, small and in one form; vowel signs are marks.
    A hyphen is for whatever stands between them, an apostrophe too.
    """
    if words.isascii():
        return _PLAIN_GAPS.sub("-", words.lower()).strip("-") or _UNTITLED
    folded = unicodedata.normalize("NFD", _UNSEEN.sub("", words)).casefold()
    plain = unicodedata.normalize("NFC", folded)
    kept = (sign if unicodedata.category(sign)[0] in "LMN" else " " for sign in plain)
    return "-".join("".join(kept).split()) or _UNTITLED


@lru_cache(maxsize=65_536)  # a preview asks again after each edit
def is_among_pages(path: str) -> bool:
    """Whether a published file lies in a folder in which there are only files of Byleave's."""
    folder, _, name = path.partition("/")
    return bool(name) and folder in RESERVED


def former_slug(words: str) -> str:
    """What `slug` made before marks stayed and apostrophes parted words.

    Links may still be written so: what they tell of a story counts, and `gate.moved` tells of it.
    """
    if words.isascii() and "'" not in words:
        return slug(words)
    plain = unicodedata.normalize("NFC", words).casefold().replace("'", "").replace("’", "")
    return _FORMER_GAPS.sub("-", plain).strip("-") or _UNTITLED


def is_formerly(name: str, address: str) -> bool:
    """Whether `address` names somebody as `former_slug` wrote vowel signs: with a gap for each.

    They are left as old addresses, and other programs still make such.
    """
    plain = unicodedata.normalize("NFC", name).casefold()
    if not any(unicodedata.category(sign)[0] == "M" for sign in plain):
        return False
    parts = (map(re.escape, _LETTERS.findall(part)) for part in _APOSTROPHES.split(plain))
    written = "-?".join(map("-".join, parts))
    found = re.search(rf"(?:\A|-){written}(?:s|\d{{1,4}})?(?:-|\Z)", slug(address))
    return bool(written) and found is not None


def folder_name(name: str) -> str:
    """`name` as the folder of a page is called, on every system: Windows keeps some for devices.

    No name in an address has an underscore by itself, so that no two of them come out alike.
    """
    return f"{name}_" if name in _DEVICES else name


def own_name(path: str) -> str:
    """The name of the Markdown file at `path`."""
    return path.rpartition("/")[2].removesuffix(".md")


def story_name(path: str) -> str:
    """The name that a story file gives: its own, or its folder's for an index.md."""
    folder, name = path.rpartition("/")[0], own_name(path)
    return own_name(folder) if name == "index" and folder != "stories" else name


def story_address(path: str) -> str:
    """The address of a story file."""
    return f"{STORIES}{folder_name(slug(story_name(path)))}/"


def former_story_address(path: str) -> str:
    """Where a story file was before marks stayed and apostrophes parted words."""
    return f"{STORIES}{former_slug(story_name(path))}/"


def addresses_meant(path: str) -> Iterator[str]:
    """The addresses by which somebody may mean that story."""
    address = story_address(path)
    yield address
    if (former := former_story_address(path)) != address:
        yield former


def own_page_address(path: str) -> str:
    """The address of one of the group's own pages: its folders and its name.

    An index.md is its folder, and a home.md above all folders opens the first page.
    """
    names = path.removeprefix(PAGES_FOLDER).removesuffix(".md").split("/")
    if names == ["home"]:
        return HOME
    if names[-1] == "index" and len(names) > 1:
        names.pop()
    return f"{HOME}{'/'.join(folder_name(slug(name)) for name in names)}/"


def theme_address(name: str) -> str:
    """The address of a theme by its slug."""
    return f"{THEMES}{folder_name(name)}/"


def series_address(name: str) -> str:
    """The address of a series by its name in the settings."""
    return f"{ALL_SERIES}{folder_name(name)}/"


def address_of_person(name: str) -> str:
    """The address of the page of a person by what voices have as `person`."""
    return f"{PEOPLE}{folder_name(name)}/"


def edition_address(language: str) -> str:
    """The address of the first page in a further language of the site."""
    return f"/{folder_name(slug(language))}/"


def place_address(words: str) -> str:
    """The address of the list of what is at a place, by the words that events have for it."""
    return f"{PLACES}{folder_name(slug(words))}/"


def access_address(words: str) -> str:
    """The address of the list of events that have such access."""
    return f"{_ACCESS}{folder_name(slug(words))}/"


def form_address(words: str) -> str:
    """The address of the list of events of one form."""
    return f"{_FORMS}{folder_name(slug(words))}/"


def event_file(address: str) -> str:
    """The address of the calendar file of the event at `address`."""
    return f"{address}{EVENT_FILE}"


def response_anchor(path: str) -> str:
    """The anchor of the response in the file at `path`, on whichever page shows it."""
    return f"{_RESPONSE}{slug(story_name(path))}"


def anchors_meant(path: str) -> Iterator[str]:
    """The anchors by which somebody may mean that response: with its folders' names before its own,
    too, since links that say where a file lies tell of it as well.
    """
    parts = path.removesuffix(".md").split("/")
    for names in (parts, parts[:-1]) if parts[-1] == "index" else (parts,):
        for start in range(len(names)):
            yield _RESPONSE + slug(" ".join(names[start:]))
    yield _RESPONSE + former_slug(story_name(path))


def as_response_anchor(fragment: str) -> str:
    """The anchor of a response that `fragment` means, however it is written; empty if of none."""
    said = unquote(fragment).casefold()
    return _RESPONSE + slug(said.removeprefix(_RESPONSE)) if said.startswith(_RESPONSE) else ""


def page_address(written: str) -> str:
    """An address on this site in the one form that pages have.

    It ends with "/", or else in .html or .htm, which is a file of that name; without index.html.
    """
    path = posixpath.normpath("/" + unicodedata.normalize("NFC", written).lstrip("/"))
    path = path.removesuffix(f"/{PAGE}") or HOME
    return path if path == HOME or _FILE.search(path) else f"{path}/"


def is_reserved(names: Sequence[str]) -> bool:
    """Whether the address of these folders, and a file perhaps, is kept for what is Byleave's own.

    Old addresses below /stories/ may be taken up, except where stories' responses are.
    """
    first, *rest = names
    if first == HEADERS or not FILES_OF_PAGES.isdisjoint(names):
        return True
    if first == STORIES.strip("/") and rest:
        return rest[-1] == RESPONSES.strip("/")
    return first in RESERVED | RESERVED_FILES or first.startswith(".")


def file_path(address: str) -> str:
    """The path of the file that stands at the address of a page or file."""
    return address.lstrip("/") + (PAGE if address.endswith("/") else "")


def alike(address: str) -> str:
    """`address` as many disks compare names: in any letter case, a folder as a file of its name."""
    return unicodedata.normalize("NFC", address.casefold()).rstrip("/")


def is_too_long(address: str) -> bool:
    """Whether a part of `address` is longer than file systems allow the name of a folder to be."""
    return any(len(part.encode()) > LONGEST_NAME for part in address.split("/"))
