"""The browser, which tests of several folders start: a process can have Playwright but once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser


@pytest.fixture(scope="session")
def launch() -> Iterator[Callable[..., Browser]]:
    """Starts a Chromium without a window, with more arguments of its own where they are given."""
    # Most runs need no browser, and this takes half a second.
    from playwright.sync_api import sync_playwright

    from tests.set_up.chromium import start_chromium

    with sync_playwright() as playwright:
        yield lambda *more: start_chromium(playwright, *more)
