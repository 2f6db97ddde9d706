"""Who waits at a terminal sees how far a build is; a log and a script see nothing of it."""

import io
import sys
from pathlib import Path

import pytest

from byleave.cli.progress import Progress, shown_progress
from byleave.observing import NOBODY
from tests.bad_input.trying import GOOD
from tests.cli.running import build
from tests.read.folders import put


class Clock:
    """Seconds, which pass when they are told to."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        """What a watch says."""
        return self.now


def lines(stream: io.StringIO) -> list[str]:
    """What was written over each other."""
    return [line for line in stream.getvalue().split("\r\x1b[K") if line]


def test_it_says_what_is_done_and_what_is_left_after_a_second() -> None:
    """Nothing before: most builds are done by then."""
    stream, clock = io.StringIO(), Clock()
    progress = Progress(stream, clock=clock)
    progress.begins("read")
    clock.now = 0.9
    progress.show()
    assert lines(stream) == []
    clock.now = 1.0
    progress.show()
    progress.begins("render")
    progress.did("pages to come", 1200)
    progress.did("pages", 300)
    clock.now = 4.0
    progress.show()
    progress.clear()
    assert lines(stream) == [
        "reading the stories …",
        "making the pages … 300 of 1,200, 9 s left",
    ]
    assert stream.getvalue().endswith("\r\x1b[K")


def test_pictures_are_counted_too() -> None:
    """They take longest where there are many; what is left is told when it can be known."""
    stream, clock = io.StringIO(), Clock()
    progress = Progress(stream, clock=clock)
    progress.begins("relate")
    clock.now = 2.0
    progress.show()
    progress.did("pictures to come", 200)
    for seconds, pictures in ((3.0, 1), (22.0, 19), (102.0, 80), (202.0, 100)):
        clock.now = seconds
        progress.did("pictures", pictures)
        progress.show()
    assert lines(stream) == [
        "planning the pages …",
        "making the pictures … 1 of 200",
        "making the pictures … 20 of 200, 3 min left",
        "making the pictures … 100 of 200, 2 min left",
        "planning the pages …",
    ]


def test_who_measures_a_build_is_told_all_the_same() -> None:
    """`--timings` and this share one seam."""
    told: list[object] = []

    class Listener:
        def begins(self, phase: str) -> None:
            told.append(phase)

        def did(self, work: str, number: int) -> None:
            told.append((work, number))

    progress = Progress(io.StringIO(), Listener())
    progress.begins("read")
    progress.did("pages", 2)
    assert told == ["read", ("pages", 2)]


def test_where_nobody_looks_nothing_is_shown(tmp_path: Path) -> None:
    """A log would be full of it."""
    with shown_progress() as observer:
        assert observer is NOBODY
    assert "\r" not in build(put(tmp_path / "site", GOOD), tmp_path / "public").all


class Terminal(io.StringIO):
    """Where somebody looks."""

    def isatty(self) -> bool:
        """It is one."""
        return True


@pytest.mark.parametrize(("kind", "is_shown"), [("xterm", True), ("dumb", False)])
def test_a_terminal_that_cannot_write_over_a_line_shows_nothing(
    monkeypatch: pytest.MonkeyPatch, kind: str, is_shown: bool
) -> None:
    """It would show each look as another piece of one long line."""
    monkeypatch.setattr(sys, "stderr", Terminal())
    monkeypatch.setenv("TERM", kind)
    with shown_progress() as observer:
        assert (observer is not NOBODY) == is_shown
