"""What tests of several folders share: the browser, of which a process can have one Playwright, and
what they leave to chance, which is nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import pytest

from tests.generated import leave_nothing_to_chance

if TYPE_CHECKING:
    from playwright.sync_api import Browser

leave_nothing_to_chance()


@pytest.fixture(scope="session")
def launch() -> Iterator[Callable[..., Browser]]:
    """Starts a Chromium without a window, with more arguments of its own where they are given."""
    # Most runs need no browser, and this takes half a second.
    from playwright.sync_api import sync_playwright

    from tests.set_up.chromium import start_chromium

    with sync_playwright() as playwright:
        yield lambda *more: start_chromium(playwright, *more)
