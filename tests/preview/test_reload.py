"""A page that is open in a real browser loads itself again when something was saved."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.preview.running import previewing
from tests.preview.sites import FILES
from tests.read.folders import SETTINGS, put

FAIR = "stories/fair.md"


@pytest.mark.slow
def test_an_open_page_follows_what_is_saved(tmp_path: Path, launch: Callable[..., Browser]) -> None:
    """Without a hand on the browser: a new text, a fault in the settings, and its mending.

    The page keeps to its own policy meanwhile, and stays where its reader was.
    """
    text = FILES[FAIR]
    assert isinstance(text, str)
    long = text + "\n\nA line.\n" * 200
    with previewing(put(tmp_path, FILES)) as site:
        site.put(FAIR, long)
        chromium = launch()
        page = chromium.new_page()
        said: list[str] = []
        page.on("console", lambda message: said.append(message.text))
        page.goto(site.keys.address_for_once(site.address))
        page.wait_for_url(site.address)
        page.goto(f"{site.address}stories/fair/")
        page.evaluate("window.scrollTo(0, 2000)")
        site.put(FAIR, long.replace("Tea at ten.", "Tea at noon."))
        page.get_by_text("Tea at noon.").wait_for()
        # Asked from outside: the page's policy lets nothing be evaluated within it.
        assert any(page.evaluate("window.scrollY") == 2000 for _ in range(100))
        marks = page.locator("div.passage.not-published")
        assert marks.evaluate("one => getComputedStyle(one).borderInlineStartWidth") != "0px"
        assert not [one for one in said if "Policy" in one]
        site.put("site_src/site.yaml", SETTINGS.replace("url:", "ulr:"))
        page.get_by_role("heading", name="This site cannot be shown").wait_for()
        site.put("site_src/site.yaml", SETTINGS)
        page.get_by_text("Tea at noon.").wait_for()
        chromium.close()
