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
