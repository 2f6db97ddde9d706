"""The search in a real browser: with a script and without, from a server and from a disk."""

from pathlib import Path
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Browser, Page, expect

from byleave.relate.search.folding import FOLDS, fold
from tests.browser.sites import BuiltSite
from tests.browser.test_accessibility import dressed, violations

pytestmark = pytest.mark.slow

# Written as people write, and what the word is looked up as.
WORDS = "café Łódź straße Æbleskiver ŵyn الفرن والفرن فَرْن على مدرسة ΣΟΦΟΣ 花 क़िला oven".split()


def found(page: Page, address: str, **asked: str) -> list[str]:
    """The titles that the search finds."""
    page.goto(f"{address}?{urlencode(asked)}")
    expect(page.locator("#said")).not_to_be_empty()
    return page.locator("#found > li > a").all_inner_texts()


def walk(page: Page, address: str) -> None:
    """What people look for, and what they find in the demonstration."""
    assert "The Wednesday oven" in found(page, address, q="oven")
    # A title goes before a text; nobody has to know how a word is written.
    assert found(page, address, q="choir CHRISTMAS")[0] == "The choir that sings Christmas in June"
    assert found(page, address, q="ffon flwch")[0] == "Y blwch ffôn a dwy flynedd o ddadlau"
    assert found(page, address, q="الفرن") == found(page, address, q="فرن") != []
    assert found(page, address, q="dehumidifying")[0] == "The dehumidifier"
    events = found(page, address, q="bus", k="event")
    assert events
    assert len(events) < len(found(page, address, q="bus"))
    assert found(page, address, t="co-production", l="en", y="2026")
    # Three letters are enough for what begins so; two are a whole word.
    assert "The Wednesday oven" in found(page, address, q="ove")
    assert found(page, address, q="ov") == []
    assert found(page, address, q="on")
    assert found(page, address, q="xylophone") == []
    assert "Nothing was found" in page.locator("#said").inner_text()


def test_people_find_stories_and_are_told_how_many(page: Page, demonstration: BuiltSite) -> None:
    """By keyboard alone, the number announced, in the address, and nothing stored or said."""
    said: list[str] = []
    page.on("console", lambda one: said.append(one.text))
    page.on("pageerror", lambda one: said.append(str(one)))
    address = f"{demonstration.url}/search/"
    walk(page, address)
    page.goto(address)
    page.get_by_role("searchbox").focus()
    page.keyboard.type("the")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=the*")
    status = page.get_by_role("status")
    expect(status).to_contain_text("Found: ")
    number = int(status.inner_text().removeprefix("Found: "))
    assert number > 10
    assert page.locator("#found > li").count() == 10
    more = page.get_by_role("button", name="Show more")
    more.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#found > li").nth(10).locator("a")).to_be_focused()
    assert (
        page.evaluate("localStorage.length + sessionStorage.length + document.cookie.length") == 0
    )
    assert said == []


def test_everybody_can_read_what_is_found(page: Page, demonstration: BuiltSite) -> None:
    """axe finds nothing where there are results, in every scheme; no phone has to scroll aside."""
    page.set_viewport_size({"width": 320, "height": 800})
    assert found(page, f"{demonstration.url}/search/", q="oven")
    for scheme in ("light", "dark", "forced"):
        dressed(page, scheme)
        assert violations(page) == [], scheme
    wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert page.evaluate(wide) == 0


def test_it_works_from_a_disk(page: Page, relative_site: BuiltSite) -> None:
    """Somebody has the site on a stick, and no server: the same is found, and links lead on."""
    address = (relative_site.folder / "search" / "index.html").as_uri()
    walk(page, address)
    assert found(page, address, q="oven")
    page.locator("#found > li > a").first.click()
    expect(page.locator("h1")).not_to_be_empty()
    assert "/stories/" in page.url
    page.goto(address)
    page.get_by_role("searchbox").fill("oven")
    page.get_by_role("searchbox").press("Enter")
    expect(page.get_by_role("status")).to_contain_text("Found: ")


def test_without_a_script_there_is_the_index(browser: Browser, demonstration: BuiltSite) -> None:
    """Whoever has no scripts types a word, is told, and looks it up in the index below."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{demonstration.url}/search/")
    page.get_by_role("searchbox").fill("oven")
    page.get_by_role("searchbox").press("Enter")
    assert page.url.endswith("/search/?q=oven")
    expect(page.locator("noscript p")).to_be_visible()
    assert not page.locator("#narrow").is_visible()
    page.locator(".letters a", has_text="W").first.click()
    page.get_by_role("link", name="The Wednesday oven").first.click()
    expect(page.locator("h1")).to_have_text("The Wednesday oven")
    context.close()


def test_no_other_script_runs_on_its_page(page: Page, demonstration: BuiltSite) -> None:
    """Its policy lets in its own files, and nothing that is written into it or lies elsewhere."""
    page.goto(f"{demonstration.url}/search/")
    page.evaluate(
        """() => { for (const [key, value] of [["textContent", "window.bad = 1"],
             ["src", "https://elsewhere.example.org/bad.js"]]) {
             const one = document.createElement("script"); one[key] = value;
             document.head.append(one); } }"""
    )
    assert page.evaluate("window.bad") is None
    page.goto(f"{demonstration.url}/stories/")
    assert "script-src 'none'" in str(page.locator("meta[http-equiv]").get_attribute("content"))


def test_the_browser_looks_words_up_as_the_index_does(page: Page) -> None:
    """One table, two programs: a word lies in the file in which the browser looks for it."""
    code = """([words, folds]) => words.map((word) => folds.reduce(
        (now, [from, to]) => now.replace(new RegExp(from, "gu"), to), word.normalize("NFKD")))"""
    small = [word.lower() for word in WORDS]
    assert page.evaluate(code, [small, FOLDS]) == [fold(word) for word in small]
    assert len({*map(fold, ("الفرن", "والفرن", "فرن"))}) == 1


def test_a_first_search_loads_little(page: Page, large: BuiltSite) -> None:
    """The script has at most 3 KB, and whoever looks for a word loads what may have it."""
    sizes: dict[str, int] = {}
    page.on("response", lambda one: sizes.update({one.url: len(one.body())}))
    assert len(found(page, f"{large.url}/search/", q="story")) == 10
    files = {Path(url).name: size for url, size in sizes.items() if "/search/files/" in url}
    assert files["find.js"] <= 3 * 1024
    assert sum(files.values()) < 100_000
