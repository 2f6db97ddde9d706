"""Where the notes of a story stand: beside it where there is room, else below it."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

from tests.browser.sites import BuiltSite, built

pytestmark = pytest.mark.slow

_SITE = """format: 1
title: Rain
url: https://rain.example.org/
permission: {person: The group, email: us@rain.example.org, within: a day}
"""
_WORDS = "It rained on the shed, and nobody minded because the kettle was on. " * 8
_BOX = """one => { const box = document.querySelector(one).getBoundingClientRect();
  return [box.left, box.top, box.right, box.bottom]; }"""
_LAST = """() => document.querySelector('.prose').lastElementChild.matches('.footnotes')"""
_LED_TO = """() => { const box = document.querySelector(':target').getBoundingClientRect();
  return [box.top, innerHeight - box.bottom]; }"""
_TOP = "one => one.getBoundingClientRect().top"


def _story(*, headings: bool, noted: int, language: str = "en-GB") -> str:
    heads = [f"## Part {number}\n\n" if headings else "" for number in range(1, 7)]
    text = "".join(
        f"{head}{_WORDS}[^{number}]\n\n{_WORDS}\n\n" for number, head in enumerate(heads, 1)
    )
    notes = "".join(f"[^{number}]: {'A word on rain. ' * noted}\n" for number in range(1, 7))
    front = f"title: Rain\ndate: 2026-01-01\nlanguage: {language}\nvoices: {{}}\n"
    return f"---\n{front}---\n\n{text}{notes}"


STORIES = {
    "plain": _story(headings=False, noted=3),
    "parted": _story(headings=True, noted=3),
    "long": _story(headings=False, noted=200),
    "arabic": _story(headings=True, noted=3, language="ar"),
}


@pytest.fixture(scope="module")
def rain(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BuiltSite]:
    """A site of stories with notes."""
    folder = tmp_path_factory.mktemp("rain")
    files = {"site_src/site.yaml": _SITE}
    files |= {f"stories/{name}.md": text for name, text in STORIES.items()}
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8")
    with built(folder, folder / "public") as site:
        yield site


def _opened(page: Page, site: BuiltSite, name: str, width: int) -> Page:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{site.url}/stories/{name}/")
    return page


@pytest.mark.parametrize("name", STORIES)
def test_notes_stand_beside_a_story_and_are_read_after_it(
    page: Page, rain: BuiltSite, name: str
) -> None:
    """In the column that has nothing else in it, over no words; on a phone and on paper below."""
    _opened(page, rain, name, 1280)
    left, top, right, bottom = page.evaluate(_BOX, ".footnotes > ol")
    text_left, text_top, text_right, text_bottom = page.evaluate(_BOX, ".prose")
    assert right <= text_left or left >= text_right
    assert text_top <= top
    assert bottom <= text_bottom
    if page.query_selector(".contents"):
        assert page.evaluate(_BOX, ".contents")[3] <= page.evaluate(_BOX, ".footnotes")[1]
    assert page.evaluate(_LAST)
    for media, width in (("screen", 360), ("print", 1280)):
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(media="print" if media == "print" else "screen")
        assert page.evaluate(_BOX, ".footnotes")[1] > page.evaluate(_BOX, ".prose > p")[3]


@pytest.mark.parametrize("name", STORIES)
def test_whoever_looks_at_a_note_stays_where_they_are(
    page: Page, rain: BuiltSite, name: str
) -> None:
    """The note comes into sight beside the words that have it, and the link back leads there."""
    _opened(page, rain, name, 1280)
    place = page.locator(".note a").nth(3)
    place.scroll_into_view_if_needed()
    before = place.evaluate(_TOP)
    place.click()
    assert abs(place.evaluate(_TOP) - before) < 1
    top, below = page.evaluate(_LED_TO)
    assert top >= 0
    assert below >= 0 or name == "long"
    page.locator(".footnotes [role=doc-backlink]").nth(3).click()
    assert page.url.endswith("#note-4-text")
    assert 0 <= place.evaluate(_TOP) <= 800


def test_a_heading_that_contents_lead_to_is_at_the_top(page: Page, rain: BuiltSite) -> None:
    """Also where notes have half of the column, and links back lead to the middle of a screen."""
    _opened(page, rain, "parted", 1280).get_by_role("link", name="Part 3").click()
    assert 0 <= page.locator("#part-3").evaluate(_TOP) < 100
