"""What readers meet who use a keyboard: a way past the top, and a focus that is always seen."""

import pytest
from playwright.sync_api import Page

from tests.browser.kinds import KINDS
from tests.browser.sites import BuiltSite, first_page

pytestmark = pytest.mark.slow

_MOST_STOPS = 200
_FOCUSED = """() => {
  const one = document.activeElement;
  if (!one || one === document.body) return null;
  const box = one.getBoundingClientRect();
  const rects = [...one.getClientRects()];
  const first = rects[0] ?? box;
  const at = document.elementFromPoint(first.x + first.width / 2, first.y + first.height / 2);
  return {html: one.outerHTML.slice(0, 100),
    x: box.x, y: box.y, width: box.width, height: box.height,
    hidden: box.width < 1 || box.height < 1 || box.x + box.width <= 0 || box.y + box.height <= 0,
    covered: !(at && (one.contains(at) || at.contains(one)))}; }"""


def stops(page: Page) -> list[str]:
    """What is wrong with the tab stops of a page: hidden, covered, or looking as if unfocused."""
    wrong: list[str] = []
    for _ in range(_MOST_STOPS):
        page.keyboard.press("Tab")
        stop = page.evaluate(_FOCUSED)
        if stop is None:
            return wrong
        if stop["hidden"] or stop["covered"]:
            wrong.append(f"hidden or covered: {stop['html']}")
        elif not _seen(page, stop):
            wrong.append(f"looks the same without focus: {stop['html']}")
    # A long index has more, which are all alike.
    if page.locator("a[href], button, input, select, summary").count() < _MOST_STOPS:
        wrong.append("the keyboard never leaves the page")
    return wrong


def _seen(page: Page, stop: dict[str, float]) -> bool:
    """Whether the pixels around a focused element differ from those without focus."""
    margin = 6
    size = page.viewport_size or {"width": 1280, "height": 720}
    left, top = max(0, stop["x"] - margin), max(0, stop["y"] - margin)
    width = min(stop["width"] + 2 * margin, size["width"] - left)
    height = min(stop["height"] + 2 * margin, size["height"] - top)
    clip = {"x": left, "y": top, "width": max(1, width), "height": max(1, height)}
    focused = page.screenshot(clip=clip)  # type: ignore[arg-type] # its TypedDict is private
    page.evaluate("() => { window.was = document.activeElement; window.was.blur(); }")
    blurred = page.screenshot(clip=clip)  # type: ignore[arg-type] # as above
    page.evaluate("() => window.was.focus({preventScroll: true, focusVisible: true})")
    return focused != blurred


@pytest.mark.parametrize("kind", KINDS)
def test_every_stop_is_seen(page: Page, sites: tuple[BuiltSite, ...], kind: str) -> None:
    """No tab stop is hidden or covered, and each looks another with the focus (WCAG 2.4.7)."""
    page.goto(first_page(sites, kind))
    assert stops(page) == []


@pytest.mark.parametrize("kind", KINDS)
def test_the_skip_link_works(page: Page, sites: tuple[BuiltSite, ...], kind: str) -> None:
    """The first tab stop leads past the top to the content, and is seen (WCAG 2.4.1)."""
    for site in sites:
        for address in site.of_kind(kind)[:1]:
            page.goto(site.url + address)
            page.keyboard.press("Tab")
            focus = page.evaluate(_FOCUSED)
            assert focus, address
            assert "#main" in focus["html"]
            assert not focus["hidden"]
            page.keyboard.press("Enter")
            # The browser reports its new address a moment after the key, not with it.
            page.wait_for_url("**#main")
            page.keyboard.press("Tab")
            inside = page.evaluate("() => document.activeElement.closest('main, footer') !== null")
            assert inside, address


def test_an_unseen_focus_is_found(page: Page) -> None:
    """What finds nothing on our pages does find a link whose focus cannot be seen."""
    page.set_content('<style>a { outline: none }</style><p><a href="#x">go</a></p>')
    assert stops(page) != []
