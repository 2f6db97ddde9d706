"""A film and its words, for whoever listens, reads, types, or has the page on paper."""

import io
import re

import pytest
from PIL import Image, ImageChops
from playwright.sync_api import Browser, Page
from pypdf import PdfReader

from tests.browser.sites import BuiltSite
from tests.browser.test_accessibility import violations
from tests.browser.test_forced_colours import unreadable

pytestmark = pytest.mark.slow

_STORY = "/stories/my-own-front-door-easy-read/"
_SPOKEN = "/stories/the-voice-i-picked/"
_CAN_PLAY = (
    """() => document.querySelector('video').canPlayType('video/mp4; codecs="avc1.640015"')"""
)
_LOAD = """async () => {
  const film = document.querySelector('video');
  film.preload = 'auto';
  film.load();
  await new Promise(done => { film.onloadeddata = done; });
  return film.duration; }"""
_PLAY_TO = """async words => {
  const film = document.querySelector('video'), track = film.textTracks[0];
  film.muted = true;
  await new Promise(done => {
    track.oncuechange = () => { if (track.activeCues[0]?.text === words) done(); };
    film.play(); });
  film.pause(); }"""
_MOST_CONTROLS = 12
_SHOWN = """mode => { document.querySelector('video').textTracks[0].mode = mode; }"""


@pytest.fixture
def film(page: Page, demonstration: BuiltSite) -> Page:
    """The page with the film; left out where Chromium comes without what most films need."""
    page.goto(demonstration.url + _STORY)
    if not page.evaluate(_CAN_PLAY):
        pytest.skip("this Chromium plays no H.264")
    return page


@pytest.mark.parametrize(("address", "player"), [(_STORY, "video"), (_SPOKEN, "audio")])
def test_nothing_is_loaded_before_somebody_asks(
    page: Page, demonstration: BuiltSite, address: str, player: str
) -> None:
    """It costs somebody on a slow line nothing, until a key is pressed on it."""
    asked: list[str] = []
    page.on("request", lambda one: asked.append(one.url.rpartition(".")[2]))
    page.goto(demonstration.url + address, wait_until="networkidle")
    assert not {"mp3", "mp4"} & {*asked}
    with page.expect_request(re.compile(r"/media/\w+\.mp[34]$")):
        page.locator(player).press("Space")


def test_captions_are_seen(film: Page) -> None:
    """They are there without being asked for, at their times, as letters over the film."""
    film.evaluate(_PLAY_TO, "I am 53.")
    pictures = []
    for mode in ("showing", "hidden"):
        film.evaluate(_SHOWN, mode)
        shot = film.locator("video").screenshot()
        pictures.append(Image.open(io.BytesIO(shot)).convert("RGB"))
    assert ImageChops.difference(*pictures).getbbox() is not None


def test_the_length_that_is_told_is_its_length(film: Page) -> None:
    """Somebody decides by it whether they have the time."""
    assert f"{film.evaluate(_LOAD):.0f} seconds" in film.inner_text(".lasts")


def test_the_transcript_is_reached_by_keyboard(page: Page, demonstration: BuiltSite) -> None:
    """The player has stops of its own, and none keeps the focus (WCAG 2.1.1, 2.1.2)."""
    page.goto(demonstration.url + _STORY)
    words = page.get_by_text("There is a key. The staff had the key.")
    assert not words.is_visible()
    page.locator("video").focus()
    for _ in range(_MOST_CONTROLS):
        page.keyboard.press("Tab")
        if page.evaluate("() => document.activeElement.matches('summary')"):
            break
    page.keyboard.press("Enter")
    assert words.is_visible()


def test_paper_has_the_transcript_in_place_of_the_player(
    page: Page, demonstration: BuiltSite
) -> None:
    """Nobody can play paper, or open anything there."""
    page.goto(demonstration.url + _STORY)
    words = "".join(sheet.extract_text() for sheet in PdfReader(io.BytesIO(page.pdf())).pages)
    assert "a big house with a face in each window. I lived" in " ".join(words.split())
    page.emulate_media(media="print")
    assert not page.locator("video").is_visible()


@pytest.mark.parametrize("address", [_STORY, _SPOKEN])
def test_everyone_can_use_it(browser: Browser, demonstration: BuiltSite, address: str) -> None:
    """With all that opens open, on a phone, and in colours that the system chooses."""
    page = browser.new_page(viewport={"width": 320, "height": 700}, reduced_motion="reduce")
    page.goto(demonstration.url + address)
    for one in page.locator("summary").all():
        one.press("Enter")
    assert violations(page) == []
    assert page.evaluate("() => document.documentElement.scrollWidth - innerWidth") <= 0
    page.emulate_media(forced_colors="active")
    assert [*unreadable(page)] == []
    page.close()
