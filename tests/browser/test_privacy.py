"""Readers are alone with a page: nothing is asked of anyone else, nothing is left with them."""

import pytest
from playwright.sync_api import Browser, Request

from tests.browser.kinds import KINDS
from tests.browser.sites import BuiltSite

pytestmark = pytest.mark.slow

_STORED = "() => localStorage.length + sessionStorage.length + document.cookie.length"
_MOST_REQUESTS = 3


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_from_elsewhere(
    browser: Browser, sites: tuple[BuiltSite, ...], kind: str
) -> None:
    """0 requests to others, 0 cookies, 0 storage, and no error in the console."""
    for site in sites:
        for address in site.of_kind(kind):
            context = browser.new_context()
            page = context.new_page()
            asked: list[Request] = []
            said: list[str] = []
            page.on("request", lambda request, asked=asked: asked.append(request))
            page.on("console", lambda message, said=said: said.append(message.text))
            page.goto(site.url + address)
            elsewhere = [one.url for one in asked if not one.url.startswith(site.url)]
            assert elsewhere == []
            assert context.cookies() == []
            assert page.evaluate(_STORED) == 0
            assert [text for text in said if "favicon" not in text] == []
            context.close()
