"""Work in several processes of this machine.

On Linux they are forked, as long as this process has one thread: they start in some milliseconds
and have what it has, so that nothing but results is sent. Where there are more threads, a fork
would copy locks that another of them holds (the preview serves from threads); macOS and Windows do
without. There new processes are spawned, which load and are sent everything.
"""

import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import CancelledError, ProcessPoolExecutor
from contextlib import AbstractContextManager, ExitStack
from functools import partial
from multiprocessing import get_context, parent_process
from multiprocessing.synchronize import Event
from typing import Any, Self

from byleave.executors.seam import Context, Item, Result, Start, sendable

# So large that sending is cheap beside the work, so small that no worker waits long for another.
LARGEST_CHUNK = 32
CHUNKS_PER_WORKER = 4


class Processes(AbstractContextManager["Processes"]):
    """Does the work in a number of other processes (at least one), which live as long as a map.

    Leaving the `with` block stops the workers of maps that were not read to their end, whatever
    the reason, Ctrl-C included: only the items that they are busy with are finished.
    """

    def __init__(self, workers: int, *, forking: bool | None = None) -> None:
        """Raise ValueError where `workers` is not a positive number.

        `forking` says whether processes are forked; if not given, they are where that is safe.
        """
        if workers < 1:
            raise ValueError(f"the number of processes is at least 1, not {workers}")
        self.workers = workers
        self.shares_memory = can_fork() if forking is None else forking
        self._running = ExitStack()

    def __enter__(self) -> Self:
        """Start nothing yet: a map starts its own workers."""
        return self

    def __exit__(self, *_exception: object) -> None:
        """Stop all workers that still run, and wait until they are gone."""
        self._running.close()

    def map_in_order(
        self, start: Start[Context, Item, Result], context: Context, items: Sequence[Item]
    ) -> Iterator[Result]:
        """Yield the results; see `Executor`. The work begins at once, not with the first result."""
        if not items:
            return iter(())
        chunk = _chunk_size(len(items), self.workers)
        making = get_context("fork" if self.shares_memory else "spawn")
        stopped = making.Event()
        pool = ProcessPoolExecutor(
            max_workers=min(self.workers, -(-len(items) // chunk)),
            mp_context=making,
            initializer=_Worker.begin,
            initargs=(start, context, stopped),
        )

        def stop() -> None:
            stopped.set()
            pool.shutdown(cancel_futures=True)

        self._running.callback(stop)
        return _results(pool.map(_Worker.do, items, chunksize=chunk), stop)


def can_fork() -> bool:
    """Whether this process can be forked without harm."""
    return sys.platform == "linux" and threading.active_count() == 1


def _chunk_size(items: int, workers: int) -> int:
    return max(1, min(LARGEST_CHUNK, items // (workers * CHUNKS_PER_WORKER)))


def _results(results: Iterator[Result], stop: Callable[[], None]) -> Iterator[Result]:
    """Pass the results on, and stop the workers when they end, fail or are no longer wanted."""
    try:
        yield from results
    finally:
        stop()


class _Worker:
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
        # Ctrl-C reaches every process of the terminal; the parent alone decides what it means.
        signal.signal(signal.SIGINT, signal.SIG_IGN)
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


def _end_with_parent() -> None:
    """Leave when the parent is gone: killed, it could tell nobody, and workers would wait on."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
