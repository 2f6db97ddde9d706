"""How far a build is, on a terminal, where it takes longer than a second."""

import os
import signal
import sys
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import perf_counter
from typing import Any, TextIO

from byleave.observing import NOBODY, Observer

_PATIENCE = 1.0  # seconds for which nothing is said
_OFTEN = 0.25  # seconds between two looks
_CLEAR = "\r\x1b[K"
_PHASES = {
    "read": "reading the stories",
    "gate": "looking at permission",
    "relate": "planning the pages",
    "render": "making the pages",
    "check": "checking the pages",
    "write": "writing the site",
}
# Work that takes long and can be counted: within which phase, and what is said of it.
_COUNTED = (
    ("pictures", "relate", "making the pictures"),
    ("pages", "render", "making the pages"),
)
_TO_COME = " to come"
_ENOUGH = 20  # one part of so many tells how long the others take
_MINUTES = 90  # seconds from which on minutes are said


class Progress:
    """Says on `stream` what a build does just now, and passes on to `other` what it is told."""

    def __init__(
        self, stream: TextIO, other: Observer = NOBODY, clock: Callable[[], float] = perf_counter
    ) -> None:
        """Nothing has begun; `clock` gives seconds."""
        self._stream, self._other, self._clock = stream, other, clock
        self._began = self._since = clock()
        self._phase = ""
        self._work: Counter[str] = Counter()
        self._is_shown = False

    def begins(self, phase: str) -> None:
        """One phase begins, and the one before it ends."""
        self._other.begins(phase)
        self._phase, self._since = phase, self._clock()

    def did(self, work: str, number: int) -> None:
        """So much more is done, or is to be done."""
        self._other.did(work, number)
        self._work[work] += number
        if work.endswith(_TO_COME):
            self._since = self._clock()

    def show(self) -> None:
        """Write one line over the last one, once the build has taken a while."""
        if self._phase and self._clock() - self._began >= _PATIENCE:
            self._stream.write(f"{_CLEAR}{self._said()}")
            self._stream.flush()
            self._is_shown = True

    def clear(self) -> None:
        """Take the line away again."""
        if self._is_shown:
            self._stream.write(_CLEAR)
            self._stream.flush()

    def _said(self) -> str:
        for work, phase, said in _COUNTED:
            done, all_of_them = self._work[work], self._work[work + _TO_COME]
            if phase == self._phase and done < all_of_them:
                return f"{said} … {done:,} of {all_of_them:,}{self._left(done, all_of_them)}"
        return f"{_PHASES.get(self._phase, self._phase)} …"

    def _left(self, done: int, all_of_them: int) -> str:
        spent = self._clock() - self._since
        if done * _ENOUGH < all_of_them or spent <= 1:
            return ""
        left = spent / done * (all_of_them - done)
        return f", {left / 60:.0f} min left" if left > _MINUTES else f", {left:.0f} s left"


@contextmanager
def shown_progress(other: Observer = NOBODY) -> Iterator[Observer]:
    """An observer that shows on a terminal how far a build is; elsewhere `other` alone.

    One that calls itself dumb cannot write over a line. A clock of the system's looks at it, and no
    thread: processes are forked meanwhile.
    """
    in_main = threading.current_thread() is threading.main_thread()
    is_seen = sys.stderr.isatty() and os.environ.get("TERM") != "dumb"
    if not (is_seen and in_main and hasattr(signal, "setitimer")):
        yield other
        return
    progress = Progress(sys.stderr, other)

    def look(*_: Any) -> None:
        progress.show()

    before = signal.signal(signal.SIGALRM, look)
    signal.setitimer(signal.ITIMER_REAL, _PATIENCE, _OFTEN)
    try:
        yield progress
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
        progress.clear()
