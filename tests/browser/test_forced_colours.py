"""Whoever has the system choose all colours can read every word: looked at pixel by pixel.

axe looks at the colours of style sheets, and a browser paints others here.
"""

import io
from collections import Counter
from collections.abc import Iterator
from typing import Literal

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page, expect

from tests.browser.kinds import KINDS
from tests.browser.sites import BuiltSite

pytestmark = pytest.mark.slow

Colour = tuple[int, int, int]
Scheme = Literal["light", "dark"]

# WCAG 2.2, success criterion 1.4.3.
_ENOUGH = 4.5
# Letters fill some tenth of the lines that they stand on; a thin sign fills less.
_LEAST = 0.01
_WORDS = """() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), found = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (node.data.trim().length < 2 || parent.closest('script, style, noscript')) continue;
    if (!parent.checkVisibility({visibilityProperty: true, opacityProperty: true})) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const box = [...range.getClientRects()].find(one => one.width > 4 && one.height > 4);
    if (!box || box.right <= 0 || box.bottom + scrollY <= 0) continue;
    if (parent.closest('thead')) continue;
    const around = parent.parentElement?.className ?? '';
    found.push({key: `${parent.tagName}.${parent.className} in ${around}`,
      box: [box.left + scrollX, box.top + scrollY, box.right + scrollX, box.bottom + scrollY]});
  }
  return found; }"""


def unreadable(page: Page) -> Iterator[str]:
    """The kinds of element whose words are in the colour of what is behind them."""
    words = page.evaluate(_WORDS)
    picture = Image.open(io.BytesIO(page.screenshot(full_page=True))).convert("RGB")
    looked_at = set()
    for one in words:
        left, top, right, bottom = (round(side) for side in one["box"])
        if one["key"] in looked_at or right > picture.width or bottom > picture.height:
            continue
        looked_at.add(one["key"])
        if not is_readable(picture.crop((left, top, right, bottom))):
            yield one["key"]


def is_readable(picture: Image.Image) -> bool:
    """Whether enough of a picture of words stands out from what there is most of in it."""
    colours: Counter[Colour] = Counter(picture.get_flattened_data())  # type: ignore[arg-type] # RGB has three
    ground = max(colours, key=lambda one: colours[one])
    signs = sum(colours[one] for one in colours if contrast(one, ground) >= _ENOUGH)
    return signs >= _LEAST * picture.width * picture.height


def contrast(one: Colour, other: Colour) -> float:
    """How much two colours differ in light (WCAG 2.2, "contrast ratio")."""
    lighter, darker = sorted(map(_luminance, (one, other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: Colour) -> float:
    parts = (part / 255 for part in colour)
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("kind", KINDS)
def test_every_word_can_be_read(
    browser: Browser, sites: tuple[BuiltSite, ...], kind: str, scheme: Scheme
) -> None:
    """In each of the two palettes that Chromium forces, on every kind of page."""
    context = browser.new_context(
        forced_colors="active", color_scheme=scheme, reduced_motion="reduce"
    )
    page = context.new_page()
    found = {}
    for site in sites:
        for address in site.of_kind(kind):
            page.goto(site.url + address)
            found[address] = [*unreadable(page)]
    context.close()
    assert {address: words for address, words in found.items() if words} == {}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_is_found_can_be_read(
    browser: Browser, demonstration: BuiltSite, scheme: Scheme
) -> None:
    """And the button for more of it, which nobody sees before they search."""
    page = browser.new_page(forced_colors="active", color_scheme=scheme)
    page.goto(f"{demonstration.url}/search/?q=the")
    expect(page.locator("#found > li")).to_have_count(10)
    expect(page.locator("#more")).to_be_visible()
    found = [*unreadable(page)]
    page.close()
    assert found == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_skip_link_can_be_read(
    browser: Browser, demonstration: BuiltSite, scheme: Scheme
) -> None:
    """It is there only while it has the focus."""
    page = browser.new_page(forced_colors="active", color_scheme=scheme)
    page.goto(demonstration.url)
    page.keyboard.press("Tab")
    shown = page.locator(".skip:focus").screenshot()
    page.close()
    assert is_readable(Image.open(io.BytesIO(shown)).convert("RGB"))


def test_words_in_the_colour_of_their_ground_are_noticed() -> None:
    """A test that cannot fail says nothing."""
    assert not is_readable(Image.new("RGB", (40, 20), "black"))
    written = Image.new("RGB", (40, 20), "black")
    written.paste("white", (3, 3, 9, 9))
    assert is_readable(written)
