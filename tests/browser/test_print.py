"""On paper there is the story, and nothing to press."""

import io

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader

from tests.browser.kinds import KINDS
from tests.browser.sites import BuiltSite, first_page

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("kind", KINDS)
def test_paper_has_no_navigation(page: Page, sites: tuple[BuiltSite, ...], kind: str) -> None:
    """Printed to PDF, a page has its heading and words but no navigation and no skip link."""
    page.goto(first_page(sites, kind))
    skip = page.inner_text(".skip").strip()
    heading = page.inner_text("h1").strip()
    page.emulate_media(media="print")
    shown = (
        "() => [...document.querySelectorAll('nav, .skip')].filter(n => n.checkVisibility()).length"
    )
    assert page.evaluate(shown) == 0
    words = "".join(sheet.extract_text() for sheet in PdfReader(io.BytesIO(page.pdf())).pages)
    assert "".join(heading.split())[:20] in "".join(words.split())
    assert skip not in words


def test_paper_shows_where_links_lead(page: Page, demonstration: BuiltSite) -> None:
    """Somebody who reads on paper sees the address of a link to another site."""
    for address in demonstration.of_kind("story.html") + demonstration.of_kind("page.html"):
        page.goto(demonstration.url + address)
        link = page.query_selector("main a[rel=external]")
        if link is None:
            continue
        target = link.get_attribute("href") or ""
        words = "".join(sheet.extract_text() for sheet in PdfReader(io.BytesIO(page.pdf())).pages)
        assert "".join(target.removeprefix("https://").split())[:20] in "".join(words.split())
        return
    pytest.fail("no page of the demonstration site links to another site")


def _sheets(page: Page) -> list[str]:
    """The words on each sheet."""
    return [
        " ".join(sheet.extract_text().split()) for sheet in PdfReader(io.BytesIO(page.pdf())).pages
    ]


def test_no_sheet_is_left_empty_before_the_facts_of_an_event(
    page: Page, demonstration: BuiltSite
) -> None:
    """A festival with much to say about access begins on its first sheet all the same."""
    page.goto(f"{demonstration.url}/stories/wet-feet-2026/")
    first, *_ = _sheets(page)
    assert "Thursday, 11 June 2026" in first


def test_who_may_change_a_story_stands_together(page: Page, demonstration: BuiltSite) -> None:
    """On one sheet, and not alone: no last sheet has nothing but the end of it, which gets lost."""
    for name in ("my-own-front-door-easy-read", "mend-a-lamp", "the-phone-box"):
        page.goto(f"{demonstration.url}/stories/{name}/")
        before, heading, panel = _sheets(page)[-1].partition("Are you in this story?")
        assert before, name
        assert heading, name
        assert "Does something here worry you?" in panel, name


def test_lists_of_lists_stay_on_the_screen(page: Page, demonstration: BuiltSite) -> None:
    """Paper cannot lead on from the calendar to the events with one kind of access."""
    page.goto(f"{demonstration.url}/calendar/")
    assert "Find an event" in page.inner_text("main")
    assert "Find an event" not in " ".join(_sheets(page))
