"""A feed that somebody opens in a browser can be read, without a script and as servers send it."""

import pytest
from playwright.sync_api import Browser, Page, Route

from tests.browser.sites import BuiltSite

pytestmark = pytest.mark.slow

_POLICY = "Content-Security-Policy"
_HEAD = "() => getComputedStyle(document.documentElement, '::before').content"
_HIDDEN = (
    "() => [...document.querySelectorAll('link, updated')].every(e => !e.getClientRects().length)"
)
_WIDE = "() => document.documentElement.scrollWidth > innerWidth"


def _as_sent(page: Page, site: BuiltSite) -> None:
    """Let each file come with what our headers file has servers say."""
    lines = (site.folder / "_headers").read_text("utf-8").splitlines()
    (policy,) = (line.split(": ", 1)[1] for line in lines if _POLICY in line)

    def send(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, headers=answer.headers | {_POLICY: policy})

    page.route("**/*", send)


@pytest.mark.parametrize(
    ("address", "begins"), [("/feed.xml", "This is a feed"), ("/cy/feed.xml", "Ffrwd yw hon")]
)
def test_a_feed_says_what_it_is(
    browser: Browser, demonstration: BuiltSite, address: str, begins: str
) -> None:
    """In its readers' language, above a list of titles; what only programs need is not shown."""
    with browser.new_context(viewport={"width": 320, "height": 640}) as context:
        page = context.new_page()
        said: list[str] = []
        page.on("console", lambda one: said.append(one.text))
        _as_sent(page, demonstration)
        page.goto(demonstration.url + address)
        assert page.evaluate(_HEAD).strip('"').startswith(begins)
        assert page.locator("entry > title").first.is_visible()
        assert page.evaluate(_HIDDEN)
        assert not page.evaluate(_WIDE)
        assert not said


def test_a_feed_from_a_stick_says_it_too(browser: Browser, relative_site: BuiltSite) -> None:
    """A page that is opened from a disk has no server to say what may be loaded."""
    with browser.new_context() as context:
        page = context.new_page()
        page.goto((relative_site.folder / "themes" / "access" / "feed.xml").as_uri())
        assert "This is a feed" in page.evaluate(_HEAD)
