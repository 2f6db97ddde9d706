"""Readers are alone with a page: nothing is asked of anyone else, nothing is left with them."""

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Request

from tests.browser.kinds import KINDS
from tests.browser.sites import BuiltSite

pytestmark = pytest.mark.slow

_STORED = "() => localStorage.length + sessionStorage.length + document.cookie.length"


def _listen(page: Page, asked: list[str], said: list[str]) -> None:
    """Keep what a page asks for, and what it says in the console."""

    def request(one: Request) -> None:
        asked.append(one.url)

    def message(one: ConsoleMessage) -> None:
        # A browser asks every site for this by itself; not every site has one.
        if not one.location["url"].endswith("/favicon.ico"):
            said.append(one.text)

    page.on("request", request)
    page.on("console", message)


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_from_elsewhere(browser: Browser, sites: tuple[BuiltSite, ...], kind: str) -> None:
    """0 requests to others, 0 cookies, 0 storage, and no error in the console."""
    for site in sites:
        for address in site.of_kind(kind):
            context = browser.new_context()
            page = context.new_page()
            asked: list[str] = []
            said: list[str] = []
            _listen(page, asked, said)
            page.goto(site.url + address)
            elsewhere = [url for url in asked if not url.startswith(site.url)]
            assert elsewhere == []
            assert context.cookies() == []
            assert page.evaluate(_STORED) == 0
            assert said == []
            context.close()
