"""What tests of several folders share: the browser, of which a process can have one Playwright,
what they leave to chance, which is nothing, and which modules a quick run need not even read.
"""

from __future__ import annotations

import gc
import os
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.generated import have_few, leave_nothing_to_chance
from tests.laws.templates import compiled_once

if TYPE_CHECKING:
    from playwright.sync_api import Browser

leave_nothing_to_chance()

_QUICK = "not slow"
_MEMORY = Path("/dev/shm")  # noqa: S108 - what is written there has a folder of its own, as elsewhere
_ROOM = 4_000_000_000  # bytes, of which a whole run takes a part
_SLOW_AS_A_WHOLE = re.compile(r"^pytestmark = (\[\s*)?pytest\.mark\.slow\b", re.MULTILINE)


def pytest_configure(config: pytest.Config) -> None:
    """Try few of the examples that are generated where no slow tests are asked for.

    What tests write goes to memory where there is room for it, so that they wait for no disk.
    """
    if config.option.markexpr == _QUICK:
        have_few()
    if _takes_what_tests_write():
        os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(_MEMORY))


def _takes_what_tests_write() -> bool:
    """Whether there is memory to write to, with room, and in which what is written can be run."""
    try:
        noexec = os.statvfs(_MEMORY).f_flag & os.ST_NOEXEC
        return not noexec and shutil.disk_usage(_MEMORY).free > _ROOM
    except (AttributeError, OSError):
        return False  # on another system than Linux


def pytest_collection_finish() -> None:
    """Look for garbage among what tests leave alone: all that was collected stays to the end."""
    gc.collect()
    gc.freeze()


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Leave out what a quick run would read for nothing: modules of which every test is slow.

    They are what needs most: browsers, whole sites of real pages. Who names a module has it read.
    """
    if config.option.markexpr != _QUICK or collection_path.suffix != ".py":
        return None
    named = {Path(argument.partition("::")[0]).resolve() for argument in config.args}
    is_slow = _SLOW_AS_A_WHOLE.search(collection_path.read_text("utf-8"))
    return True if is_slow and collection_path not in named else None


@pytest.fixture(scope="session", autouse=True)
def templates() -> Iterator[None]:
    """Compiles each template once for all tests of this process, of which most build sites."""
    with compiled_once():
        yield


@pytest.fixture(scope="session")
def launch() -> Iterator[Callable[..., Browser]]:
    """Starts a Chromium without a window, with more arguments of its own where they are given."""
    # Most runs need no browser, and this takes half a second.
    from playwright.sync_api import sync_playwright

    from tests.set_up.chromium import start_chromium

    with sync_playwright() as playwright:
        yield lambda *more: start_chromium(playwright, *more)
