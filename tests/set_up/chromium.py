"""The browser of the tests: whichever Chromium is there and starts."""

import os
import shutil
from collections.abc import Iterator

from playwright.sync_api import Browser, Error, Playwright, sync_playwright

from tests.set_up.missing import MissingError

NAMES = (
    "chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)
_QUIET = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"]


def named() -> str | None:
    """The path of the one that the variable CHROMIUM asks for."""
    return os.environ.get("CHROMIUM") or None


def start_chromium(playwright: Playwright, *more: str) -> Browser:
    """Start it without a window, with more arguments of its own where they are given.

    The variable CHROMIUM names one. Else it is the first that starts of what the system has and
    what Playwright once downloaded. Raises MissingError where none does.
    """
    for path in _paths():
        try:
            return playwright.chromium.launch(executable_path=path, args=[*_QUIET, *more])
        except Error:
            continue
    if named():
        raise MissingError(f"CHROMIUM is {named()}, which does not start: correct or unset it")
    raise MissingError("the tests need Chromium: run make test, which installs it or says how")


def _paths() -> Iterator[str | None]:
    if named():
        yield named()
        return
    yield from filter(None, map(shutil.which, NAMES))
    yield None


def chromium_starts() -> bool:
    """Whether there is one that starts; raises MissingError if not the one of CHROMIUM."""
    with sync_playwright() as playwright:
        try:
            start_chromium(playwright).close()
        except MissingError:
            if named():
                raise
            return False
    return True
