"""Work in several processes of this machine.

New processes are spawned here: that works alike on Linux, macOS and Windows, and beside threads,
whose locks a fork would copy (the preview serves from threads). See `forks` for the other way.
"""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import AbstractContextManager, ExitStack
from multiprocessing import get_context
from typing import Self

from byleave.executors.seam import Context, Item, Result, Start
from byleave.executors.workers import Worker

# So large that sending is cheap beside the work, so small that no worker waits long for another.
LARGEST_CHUNK = 32
CHUNKS_PER_WORKER = 4


class Processes(AbstractContextManager["Processes"]):
    """Does the work in a number of other processes (at least one), which live as long as a map.

    Leaving the `with` block stops the workers of maps that were not read to their end, whatever
    the reason, Ctrl-C included: only the items that they are busy with are finished.
    """

    shares_memory = False

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
            initializer=Worker.begin,
            initargs=(start, context, stopped),
        )

        def stop() -> None:
            stopped.set()
            pool.shutdown(cancel_futures=True)

        self._running.callback(stop)
        return _results(pool.map(Worker.do, items, chunksize=chunk), stop)


def _chunk_size(items: int, workers: int) -> int:
    return max(1, min(LARGEST_CHUNK, items // (workers * CHUNKS_PER_WORKER)))


def _results(results: Iterator[Result], stop: Callable[[], None]) -> Iterator[Result]:
    """Pass the results on, and stop the workers when they end, fail or are no longer wanted."""
    try:
        yield from results
    finally:
        stop()
