"""Ctrl-C, and signals that ask a command to end: it stops where it is, and says so."""

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any

# A person's Ctrl-C, a machine that stops a job, a terminal that is closed; not all are everywhere.
_SIGNALS = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")


class Interruptions:
    """Whether a signal came; even if what it raised got lost, for Python drops some exceptions."""

    came = False

    def hear(self, _number: int, _frame: FrameType | None) -> None:
        """Remember the signal, and stop what is being done."""
        self.came = True
        raise KeyboardInterrupt


@contextmanager
def interruptible() -> Iterator[Interruptions]:
    """Let every signal that asks for an end raise KeyboardInterrupt, as Ctrl-C does.

    One that is ignored stays so: `nohup` means that a closed terminal ends nothing.
    """
    found = Interruptions()
    with _answering(found.hear):
        yield found


@contextmanager
def ended_by_interruption() -> Iterator[None]:
    """Let such signals raise KeyboardInterrupt where this is how one usually ends."""
    with _answering(signal.default_int_handler):
        yield


@contextmanager
def _answering(answer: Callable[[int, FrameType | None], Any]) -> Iterator[None]:
    if threading.current_thread() is not threading.main_thread():
        yield  # no other thread hears signals
        return
    before = {
        number: handler
        for name in _SIGNALS
        if (number := getattr(signal, name, None)) is not None
        and (handler := signal.getsignal(number)) not in (signal.SIG_IGN, None)
    }
    for number in before:
        signal.signal(number, answer)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
