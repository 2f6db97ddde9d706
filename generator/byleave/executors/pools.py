"""What executors of several processes on this machine share: pools of workers, and their end."""

from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from contextlib import AbstractContextManager, ExitStack
from multiprocessing import get_context
from typing import Literal, Self

from byleave.executors.seam import Context, Item, Result, Start
from byleave.executors.workers import Worker

# So large that sending is cheap beside the work, so small that no worker waits long for another.
LARGEST_CHUNK = 32


def can_share() -> bool:
    """Whether processes can wait for each other here: not where Linux has no /dev/shm for it."""
    try:
        get_context().Lock()
    except (ImportError, OSError):
        return False
    return True


class Pools(AbstractContextManager["Pools"]):
    """Starts processes for each map, and stops those that still run when it is left.

    Leaving the `with` block stops the workers of maps that were not read to their end, whatever
    the reason, Ctrl-C included: only the items that they are busy with are finished.
    """

    def __init__(self, processes: int) -> None:
        """Raise ValueError where `processes` is not a positive number."""
        if processes < 1:
            raise ValueError(f"the number of processes is at least 1, not {processes}")
        self.processes = processes
        self._running = ExitStack()

    def __enter__(self) -> Self:
        """Start nothing yet: a map starts its own workers."""
        return self

    def __exit__(self, *_exception: object) -> None:
        """Stop all workers that still run, and wait until they are gone."""
        self._running.close()

    def _pool(
        self,
        way: Literal["fork", "spawn"],
        workers: int,
        start: Start[Context, Item, Result],
        context: Context,
    ) -> tuple[ProcessPoolExecutor, Callable[[], None]]:
        """A pool of `workers`, started that way, and what stops it; it may be stopped twice."""
        starting = get_context(way)
        stopped = starting.Event()
        pool = ProcessPoolExecutor(
            max_workers=workers,
            mp_context=starting,
            initializer=Worker.begin,
            initargs=(start, context, stopped),
        )

        def stop() -> None:
            stopped.set()
            pool.shutdown(cancel_futures=True)

        self._running.callback(stop)
        return pool, stop


def chunk_size(items: int, chunks: int) -> int:
    """How many of `items` are done together, for about so many `chunks` and no large ones."""
    return max(1, min(LARGEST_CHUNK, items // chunks))
