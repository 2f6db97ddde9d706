"""The pages: each speaks one language of its own, and says so where it speaks another."""

import json
import re
from collections.abc import Mapping

import feedparser
import pytest
from babel import Locale
from lxml import html

from tests.strings.reading import english, marked, said

pytestmark = pytest.mark.slow

STORY = "stories/y-blwch-ffon/index.html"
ORIGINAL = "stories/the-phone-box/index.html"
ARABIC = "stories/furn-al-arbiaa/index.html"
OVEN = "stories/the-wednesday-oven/index.html"
_MONTHS = Locale.parse("en").months["format"]["wide"].values()
_DAYS = Locale.parse("en").days["format"]["wide"].values()
_ENGLISH_DATE = re.compile(rf"\b\d+ (?:{'|'.join(_MONTHS)}) \d|\b(?:{'|'.join(_DAYS)}),")
ARABIC_TITLE = "فرن يوم الأربعاء"
SITE_TITLE = "Up and Down the Sallow"
_ARABIC = re.compile("[\u0600-\u06ff]")

Site = Mapping[str, str]


def versions(page: str) -> dict[str, str]:
    """The links to other versions in a page's text, by language.

    Those in its head and foot lead to the site in another language.
    """
    links = html.document_fromstring(page.encode()).iterfind(".//main//a[@hreflang]")
    return {link.get("hreflang", ""): "".join(map(str, link.itertext())) for link in links}


def test_english_is_noticed(demonstration: Site) -> None:
    """The tests below can fail: on an English page they find the site's own words and dates."""
    own = marked(demonstration[ORIGINAL], "en-GB")
    assert {"Themes", "Voices", "Skip to the content", "Contact"} <= set(english(own))
    assert any(_ENGLISH_DATE.search(piece.words) for piece in own)


def test_a_welsh_story_is_in_welsh(demonstration: Site) -> None:
    """Whoever reads Welsh reads all of a Welsh story's page in it, dates too.

    What the group wrote in English, such as its name, is marked to be English. Of Arabic there is
    the name of that language, where the site in it begins.
    """
    page = demonstration[STORY]
    own = marked(page, "cy")
    assert '<html lang="cy" dir="ltr">' in page
    assert english(own) == []
    assert "30 Mai 2024" in {piece.words for piece in own}
    assert not any(_ENGLISH_DATE.search(piece.words) for piece in said(page))
    assert {piece.language for piece in said(page)} == {"cy", "en-GB", "ar"}
    assert {piece.words for piece in marked(page, "ar")} == {"العربية"}


def test_where_there_is_no_catalogue_the_site_speaks_as_ever(demonstration: Site) -> None:
    """An Arabic story stands in a page of the site's language, and is marked with its own.

    A screen reader says each of them as it is said, and each runs in its own direction.
    """
    page = demonstration[ARABIC]
    assert '<html lang="en-GB" dir="ltr">' in page
    assert '<main id="main" lang="ar" dir="rtl">' in page
    assert english(marked(page, "ar")) == []
    assert {"Skip to the content", "Voices"} <= set(english(marked(page, "en-GB")))
    # A title in a browser's tab is of one piece, in the language of its first words.
    assert f"{ARABIC_TITLE} – {SITE_TITLE}" in {piece.words for piece in marked(page, "ar")}
    assert [one for one in marked(page, "en-GB") if _ARABIC.search(one.words)] == []


def test_who_wrote_it_and_when_is_one_line_that_runs_one_way(demonstration: Site) -> None:
    """Dates that each ran against the line around them were read in no order, and broke within."""
    page = html.document_fromstring(demonstration[ARABIC].encode())
    (line,) = page.iterfind(".//p[@class='byline']")
    assert (line.get("lang"), line.get("dir")) == ("en-GB", "ltr")
    assert {one.get("dir") for one in line.iterdescendants()} == {"rtl", None}
    (names,) = line.iterfind("span[@class='authors']")
    assert names.get("lang") == "ar"


def test_the_first_page_of_a_language_speaks_it(demonstration: Site) -> None:
    """Who comes there was met with the group's sentence in English."""
    welsh, arabic = (demonstration[f"{one}/index.html"] for one in ("cy", "ar"))
    assert english(marked(welsh, "cy")) == []
    headings = [html.document_fromstring(one.encode()).find(".//h1") for one in (welsh, arabic)]
    assert [one.get("lang") for one in headings if one is not None] == [None, "ar"]
    assert "<title>Straeon a digwyddiadau o ddyffryn dychmygol – " in welsh
    assert f"<title>العربية – {SITE_TITLE}</title>" in arabic


@pytest.mark.parametrize(
    ("page", "language", "words"),
    [
        (ORIGINAL, "cy", "Darllenwch hwn yn Gymraeg"),
        (STORY, "en-GB", "Read this in English"),
        (OVEN, "ar", "العربية"),
    ],
)
def test_versions_are_linked_in_their_own_words(
    demonstration: Site, page: str, language: str, words: str
) -> None:
    """Whoever does not read this language finds theirs by words of it, or by its own name.

    Search engines are told of it as well.
    """
    assert versions(demonstration[page]) == {language: words}
    assert words in "".join(piece.words for piece in marked(demonstration[page], language))
    assert f'<link rel="alternate" hreflang="{language}"' in demonstration[page]


def test_a_welsh_site_is_in_welsh(welsh: Site) -> None:
    """A group that works in Welsh has a site without a word of English, "not found" included."""
    pages = {path: page for path, page in welsh.items() if path.endswith(".html")}
    kinds = {
        "404.html",
        "index.html",
        "a-to-z/index.html",
        "calendar/index.html",
        "how-we-ask/index.html",
        "accessibility/index.html",
        "people/elen/index.html",
        "series/index.html",
        "hen/index.html",
        "stories/torth/responses/index.html",
        "themes/bara/index.html",
        "stories/years/2024/index.html",
        "calendar/years/2026/index.html",
    }
    assert kinds <= set(pages)
    for path, page in pages.items():
        assert '<html lang="cy" dir="ltr">' in page, path
        assert {piece.language for piece in said(page)} <= {"cy", "ar"}, path
        assert english(said(page)) == [], path
        assert not any(_ENGLISH_DATE.search(piece.words) for piece in said(page)), path


def test_a_text_has_the_words_of_its_page_where_its_language_has_none(welsh: Site) -> None:
    """The note under an Arabic text on a Welsh site is not headed in English."""
    assert "Nodiadau" in {piece.words for piece in said(welsh["stories/khubz/index.html"])}


def test_a_welsh_sites_files_are_in_welsh(welsh: Site) -> None:
    """Feed readers and calendars are told that it is Welsh, and show Welsh titles."""
    feed = feedparser.parse(welsh["feed.xml"])
    assert (feed.feed.title, feed.feed.language) == ("Straeon y cwm", "cy")
    theme = feedparser.parse(welsh["themes/bara/feed.xml"])
    assert theme.feed.title == "Bara – Straeon y cwm"
    assert json.loads(welsh["feed.json"])["language"] == "cy"
    calendar = next(text for path, text in welsh.items() if path.endswith("calendar.ics"))
    assert "X-WR-CALNAME:Straeon y cwm" in calendar
    assert "SUMMARY;LANGUAGE=cy:Digwyddiad hwyl" in calendar


def test_an_easy_read_version_is_called_so(welsh: Site) -> None:
    """Whoever needs Easy Read finds it on the story's page, in the words of the page."""
    assert versions(welsh["stories/torth/index.html"]) == {
        "ar": "العربية",
        "cy": "Darllenwch hwn yn Hawdd ei Ddeall",
    }
