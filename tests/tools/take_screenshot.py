"""Takes the picture of the demonstration site that the README shows.

Run as `python -m tests.tools.take_screenshot`; it needs what the browser tests need.
"""

import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.browser.sites import ROOT, built
from tests.set_up.chromium import start_chromium

PICTURE = ROOT / "docs" / "images" / "home.png"


def main() -> None:
    """Build the site, look at its first page as on a laptop, and keep the picture."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        chromium = start_chromium(playwright)
        page = chromium.new_page(viewport={"width": 1280, "height": 900})
        with built(ROOT, Path(folder) / "public") as site:
            page.goto(site.url + "/", wait_until="networkidle")
            page.screenshot(path=PICTURE)
        chromium.close()


if __name__ == "__main__":
    main()
