"""How work is spread: one function over many items, in this process or in several, in order.

The seam is one method, `Executor.map_in_order`, so that a fake for a test is two lines and a
cluster is one more class. The work is described by a `start` function and its `context`: each
worker calls `start(context)` once, keeps the function that it returns, and calls that on every
item it is given. So what is large, or cannot be sent (compiled templates), is sent or made once
for each worker, and a task stays as small as its item.

New processes are always spawned, never forked: a fork copies locks that another thread may hold
(the preview serves from threads), and only spawning works alike on Linux, macOS and Windows. So
`start`, `context`, items and results must be picklable; `start` is a function of a module.
"""

import os
import pickle
import signal
import threading
import traceback
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import CancelledError, ProcessPoolExecutor
from contextlib import AbstractContextManager, ExitStack
from functools import partial
from multiprocessing import get_context, parent_process
from multiprocessing.synchronize import Event
from typing import Any, Protocol, Self, TypeVar

# Below this many pages, starting processes takes longer than they save with two cores.
SMALLEST_SPREAD = 600

# So large that sending is cheap beside the work, so small that no worker waits long for another.
LARGEST_CHUNK = 32
CHUNKS_PER_WORKER = 4

Context = TypeVar("Context")
Item = TypeVar("Item")
Result = TypeVar("Result")

Task = Callable[[Item], Result]
Start = Callable[[Context], Task[Item, Result]]


class Executor(Protocol):
    """Whatever can do the same work on many items and give the results in the items' order."""

    def map_in_order(
        self, start: Start[Context, Item, Result], context: Context, items: Sequence[Item]
    ) -> Iterator[Result]:
        """Yield `start(context)(item)` for each item.

        What a task raises is raised instead of its result, or of a result shortly before it.
        """
        ...


class WorkerError(Exception):
    """A task raised something that cannot be sent between processes; holds its traceback."""


class Serial(AbstractContextManager["Serial"]):
    """Does the work in this process, item by item, as the results are asked for."""

    def map_in_order(
        self, start: Start[Context, Item, Result], context: Context, items: Sequence[Item]
    ) -> Iterator[Result]:
        """Yield the results; see `Executor`."""
        return map(start(context), items)

    def __exit__(self, *_exception: object) -> None:
        """Nothing is left to close."""


class Processes(AbstractContextManager["Processes"]):
    """Does the work in a number of other processes (at least one), which live as long as a map.

    Leaving the `with` block stops the workers of maps that were not read to their end, whatever
    the reason, Ctrl-C included: only the items that they are busy with are finished.
    """

    def __init__(self, workers: int) -> None:
        """Raise ValueError where `workers` is not a positive number."""
        if workers < 1:
            raise ValueError(f"the number of processes is at least 1, not {workers}")
        self.workers = workers
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
        spawning = get_context("spawn")
        stopped = spawning.Event()
        pool = ProcessPoolExecutor(
            max_workers=min(self.workers, -(-len(items) // chunk)),
            mp_context=spawning,
            initializer=_Worker.begin,
            initargs=(start, context, stopped),
        )

        def stop() -> None:
            stopped.set()
            pool.shutdown(cancel_futures=True)

        self._running.callback(stop)
        return _results(pool.map(_Worker.do, items, chunksize=chunk), stop)


def executor(spec: str | None, size: int) -> "Serial | Processes":
    """The executor that `spec` asks for, for about `size` items.

    `spec` is `serial`, `processes` (one for each core), `processes:N`, or None, which chooses by
    the size and the cores. Raises ValueError, in words for the person who typed it.
    """
    match (_automatic(size) if spec is None else spec).split(":"):
        case ["serial"]:
            return Serial()
        case ["processes"]:
            return Processes(_cores())
        case ["processes", number] if number.isascii() and number.isdecimal() and int(number):
            return Processes(int(number))
    raise ValueError(
        f"no such executor: {spec!r}. Choose serial, processes, or processes:N with N from 1"
    )


def _automatic(size: int) -> str:
    return "serial" if size < SMALLEST_SPREAD or _cores() == 1 else "processes"


def _cores() -> int:
    """The number of cores that this process may use, which a container can make fewer."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


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
            if _can_be_sent(error):
                raise
            raise WorkerError("".join(traceback.format_exception(error))) from None


def _can_be_sent(error: Exception) -> bool:
    """Whether the exception survives the way to the parent; one that does not breaks the pool."""
    try:
        pickle.loads(pickle.dumps(error))  # noqa: S301 - these are our own bytes
    except Exception:  # noqa: BLE001 - pickling runs the class's own code, which may raise anything
        return False
    return True


def _end_with_parent() -> None:
    """Leave when the parent is gone: killed, it could tell nobody, and workers would wait on."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
