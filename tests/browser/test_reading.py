"""What readers with small screens, large type, spaced text or no scripts meet."""

from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.kinds import KINDS
from tests.browser.sites import BuiltSite

pytestmark = pytest.mark.slow

# WCAG 2.2, success criterion 1.4.12: the spacing that a reader may set.
_SPACED = """* { line-height: 1.5 !important; letter-spacing: .12em !important;
word-spacing: .16em !important } p { margin-block-end: 2em !important }"""
_TOO_WIDE = """() => document.documentElement.scrollWidth - window.innerWidth"""
_SMALL_TARGETS = """() => [...document.querySelectorAll('a[href], button, summary, input, select')]
  .filter(one => one.checkVisibility({visibilityProperty: true}) && !one.matches('.skip'))
  .map(one => ({box: one.getBoundingClientRect(), html: one.outerHTML.slice(0, 100)}))
  .filter(({box}) => Math.min(box.width, box.height) < 24 - 0.01)
  .map(({box, html}) => `${box.width.toFixed(1)} x ${box.height.toFixed(1)}: ${html}`)"""
# Of the size that any finger hits, but for those among words (WCAG 2.5.5, inline).
_SMALL_FOR_A_FINGER = """() => [...document.querySelectorAll('a[href], button, summary, select')]
  .filter(one => one.checkVisibility({visibilityProperty: true}) && !one.matches('.skip'))
  .filter(one => !['P', 'LI', 'DD', 'FIGCAPTION'].includes(one.parentElement.tagName)
    || getComputedStyle(one).display !== 'inline'
    || one.parentElement.textContent.trim() === one.textContent.trim())
  .filter(one => !one.matches('.note a'))
  .map(one => ({box: one.getBoundingClientRect(), html: one.outerHTML.slice(0, 100)}))
  .filter(({box}) => Math.min(box.width, box.height) < 44 - 0.5)
  .map(({box, html}) => `${box.width.toFixed(1)} x ${box.height.toFixed(1)}: ${html}`)"""
_TOP = """() => document.querySelector('h1').getBoundingClientRect().top"""
_BOXES = """() => [...document.querySelectorAll('.masthead nav a')]
  .filter(one => one.checkVisibility())
  .map(one => one.getBoundingClientRect()).filter(({width, height}) => Math.min(width, height) < 44)
  .map(({width, height}) => `${width.toFixed(1)} x ${height.toFixed(1)}`)"""
_SIZES = """() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), sizes = {};
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (!node.data.trim() || parent.closest('script, style') || !parent.checkVisibility()) continue;
    const key = parent.tagName + '.' + parent.className;
    const size = parseFloat(getComputedStyle(parent).fontSize);
    sizes[key] = Math.min(size, sizes[key] ?? Infinity);
  }
  return sizes; }"""
_TABLES = """() => [...document.querySelectorAll('table')].filter(table =>
  !table.caption?.textContent.trim() || [...table.querySelectorAll('th')].some(th => !th.scope))
  .map(table => table.outerHTML.slice(0, 150))"""

# What the page of the search has where scripts run, and where none do.
_ADDED, _INSTEAD = "#narrow", "noscript"
_WITHOUT = """left_out => { document.querySelector(left_out)?.remove();
  return document.body.innerText; }"""

# A browser's own style sheet gives the body a margin, ours does not.
_UNSTYLED = """() => getComputedStyle(document.body).marginBlockStart !== '0px'"""


def addresses(sites: tuple[BuiltSite, ...], kind: str) -> list[str]:
    """The whole addresses of the pages of a kind."""
    return [site.url + address for site in sites for address in site.of_kind(kind)]


@pytest.mark.parametrize("kind", KINDS)
def test_no_sideways_scroll(browser: Browser, sites: tuple[BuiltSite, ...], kind: str) -> None:
    """At 320 px, with text spaced as a reader may space it, nothing stands out sideways."""
    page = browser.new_page(viewport={"width": 320, "height": 256})
    wide = {}
    for address in addresses(sites, kind):
        page.goto(address)
        page.add_style_tag(content=_SPACED)
        wide[address] = page.evaluate(_TOO_WIDE)
    page.close()
    assert {address: by for address, by in wide.items() if by > 0} == {}


@pytest.mark.parametrize("kind", KINDS)
def test_targets_are_large(browser: Browser, sites: tuple[BuiltSite, ...], kind: str) -> None:
    """Every pointer target is at least 24 px high and wide on a phone (WCAG 2.5.8, unexcused)."""
    page = browser.new_page(viewport={"width": 390, "height": 844})
    small = {}
    for address in addresses(sites, kind):
        page.goto(address)
        small[address] = page.evaluate(_SMALL_TARGETS)
    page.close()
    assert {address: found for address, found in small.items() if found} == {}


@pytest.mark.parametrize("kind", KINDS)
def test_any_finger_hits_what_stands_by_itself(
    browser: Browser, sites: tuple[BuiltSite, ...], kind: str
) -> None:
    """The step back above a heading, and all that is no link among words, is 44 px (WCAG 2.5.5)."""
    page = browser.new_page(viewport={"width": 360, "height": 740})
    small = {}
    for address in addresses(sites, kind)[:2]:
        page.goto(address)
        small[address] = page.evaluate(_SMALL_FOR_A_FINGER)
    page.close()
    assert {address: found for address, found in small.items() if found} == {}


@pytest.mark.parametrize(("width", "height", "most"), [(320, 568, 220), (360, 740, 200)])
def test_a_phone_shows_at_once_what_the_page_is(
    browser: Browser, sites: tuple[BuiltSite, ...], width: int, height: int, most: int
) -> None:
    """The heading begins in the first 200 px, below a menu whose boxes any finger hits.

    On the narrowest phones, on which the name of a site takes a line more, it is 220.
    """
    page = browser.new_page(viewport={"width": width, "height": height})
    late, small = {}, {}
    for kind in KINDS:
        for address in addresses(sites, kind)[:1]:
            page.goto(address)
            late[address] = page.evaluate(_TOP)
            small[address] = page.evaluate(_BOXES)
    page.close()
    assert {address: top for address, top in late.items() if top > most} == {}
    assert {address: boxes for address, boxes in small.items() if boxes} == {}


def test_the_menu_of_a_phone_leads_to_the_other_forms(page: Page, demonstration: BuiltSite) -> None:
    """Whoever needs Easy Read, sound or another language does not look for it in the foot."""
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(f"{demonstration.url}/")
    seen = page.locator(".masthead nav a:visible").all_inner_texts()
    assert {"Easy Read", "Listen", "Cymraeg", "العربية"} <= set(seen)


@pytest.mark.parametrize("kind", KINDS)
def test_tables_are_captioned_and_scoped(
    page: Page, sites: tuple[BuiltSite, ...], kind: str
) -> None:
    """Every table has a caption, every header cell says what it heads (WCAG 1.3.1)."""
    bare = {}
    for address in addresses(sites, kind):
        page.goto(address)
        bare[address] = page.evaluate(_TABLES)
    assert {address: found for address, found in bare.items() if found} == {}


def test_type_is_large_and_doubles(
    launch: Callable[..., Browser], sites: tuple[BuiltSite, ...]
) -> None:
    """Text is at least 18 px, and twice as large where the browser's setting is (WCAG 1.4.4)."""
    usual = _sizes(launch("--blink-settings=defaultFontSize=16"), sites)
    doubled = _sizes(launch("--blink-settings=defaultFontSize=32"), sites)
    small = {where: size for where, size in usual.items() if size < 18}
    fixed = {
        where: (size, doubled[where])
        for where, size in usual.items()
        if where in doubled and doubled[where] < 2 * size - 0.1
    }
    assert small == {}
    assert fixed == {}


def _sizes(browser: Browser, sites: tuple[BuiltSite, ...]) -> dict[str, float]:
    """The smallest size in px of each kind of text, as one reader's browser shows it."""
    found: dict[str, float] = {}
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    for kind in KINDS:
        for address in addresses(sites, kind)[:1]:
            page.goto(address)
            for where, size in page.evaluate(_SIZES).items():
                found[f"{kind} {where}"] = size
    browser.close()
    return found


@pytest.mark.parametrize("kind", KINDS)
def test_scripts_off(browser: Browser, sites: tuple[BuiltSite, ...], kind: str) -> None:
    """With scripts off, a page shows the same words: nothing needs one.

    But the search narrows down by its script alone, and says where there is none.
    """
    on, off = browser.new_context(), browser.new_context(java_script_enabled=False)
    with_scripts, without = on.new_page(), off.new_page()
    for address in addresses(sites, kind):
        with_scripts.goto(address)
        without.goto(address)
        if kind == "search.html":
            expect(with_scripts.locator(_ADDED)).to_be_visible()
            expect(without.locator(_INSTEAD)).to_be_visible()
            without_it = without.evaluate(_WITHOUT, _INSTEAD)
            assert without_it == with_scripts.evaluate(_WITHOUT, _ADDED)
        else:
            assert without.inner_text("body") == with_scripts.inner_text("body")
    on.close()
    off.close()


def test_pages_open_from_a_disk(browser: Browser, relative_site: BuiltSite) -> None:
    """Built with --relative, every page has its look and every link works without a server."""
    page = browser.new_page()
    broken = []
    for file in sorted(relative_site.folder.rglob("*.html")):
        if 'http-equiv="refresh"' in file.read_text("utf-8"):
            continue
        page.goto(file.as_uri())
        if page.evaluate(_UNSTYLED):
            broken.append(f"{file}: no look")
        for href in page.evaluate("[...document.links].map(a => a.href)"):
            target = href.partition("#")[0]
            if target.startswith("file:") and not _exists(target):
                broken.append(f"{file}: {href}")
    page.close()
    assert broken == []


def _exists(url: str) -> bool:
    return Path(unquote(urlsplit(url).path)).is_file()


_SEEN_CELLS = """() => [...document.querySelectorAll('.programme tbody tr')].map(row =>
  [...row.children].filter(cell => cell.checkVisibility()).map(cell => cell.innerText))"""


def test_a_programme_is_a_list_on_a_phone_and_a_table_of_rooms_on_a_desk(
    browser: Browser, demonstration: BuiltSite
) -> None:
    """On a phone no empty room stands there, and each thing says its room; on a desk its column."""
    page = browser.new_page(viewport={"width": 360, "height": 800})
    page.goto(f"{demonstration.url}/stories/a-day-of-doors/")
    rows = page.evaluate(_SEEN_CELLS)
    assert rows[2] == ["12:00 – 13:00", "Soup\nYard"]
    assert all(all(cells) for cells in rows)
    page.set_viewport_size({"width": 1200, "height": 800})
    table = page.get_by_role("table", name="Saturday, 6 March 2027")
    heads = [cell.inner_text() for cell in table.get_by_role("columnheader").all()]
    assert heads == ["Time", "Long Room", "Loading Bay", "Vicar's kitchen", "Yard"]
    assert table.get_by_role("rowheader").count() == 5
    assert page.evaluate(_SEEN_CELLS)[2] == ["12:00 – 13:00", "", "", "", "Soup"]
    page.close()
