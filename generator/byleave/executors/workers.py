"""What a worker process does, however it was started."""

import os
import signal
import sys
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import CancelledError
from functools import partial
from multiprocessing import parent_process
from multiprocessing.synchronize import Event
from typing import Any

from byleave.executors.seam import Context, Item, Result, Start, sendable


class Worker:
    """What one worker process knows: how to start, and the task once it has started."""

    start: Callable[[], Callable[[Any], Any]]
    task: Callable[[Any], Any] | None
    stopped: Event

    @classmethod
    def begin(cls, start: Start[Context, Item, Result], context: Context, stopped: Event) -> None:
        """Remember how to start; a fault in `start` belongs to the first task, which reports it."""
        cls.start = partial(start, context)
        cls.task = None
        cls.stopped = stopped
        # Ctrl-C, and the end of a terminal, reach every process of it; the parent alone decides
        # what they mean, and ends its workers by the third. A fork has the parent's answers.
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        if sys.platform != "win32":
            signal.signal(signal.SIGHUP, signal.SIG_IGN)
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        threading.Thread(target=_end_with_parent, daemon=True).start()

    @classmethod
    def do(cls, item: Any) -> Any:
        """Do one task, unless nobody wants the rest of its chunk any more."""
        if cls.stopped.is_set():
            raise CancelledError
        try:
            if cls.task is None:
                cls.task = cls.start()
            return cls.task(item)
        except Exception as error:
            sent = sendable(error)
            if sent is error:
                raise
            raise sent from None

    @classmethod
    def do_all(cls, items: Sequence[Any]) -> list[Any]:
        """Do the tasks of a chunk."""
        return [cls.do(item) for item in items]


def _end_with_parent() -> None:
    """Leave when the parent is gone: killed, it could tell nobody, and workers would wait on."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
