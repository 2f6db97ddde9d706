"""Work in several processes of this machine.

New processes are spawned here: that works alike on Linux, macOS and Windows, and beside threads,
whose locks a fork would copy (the preview serves from threads). See `forks` for the other way.
"""

from collections.abc import Callable, Iterator, Sequence

from byleave.executors.pools import Pools, chunk_size
from byleave.executors.seam import Context, Item, Result, Start
from byleave.executors.workers import Worker

CHUNKS_PER_PROCESS = 4


class Processes(Pools):
    """Does the work in a number of other processes, which live as long as a map (see `Pools`)."""

    shares_memory = False

    def map_in_order(
        self, start: Start[Context, Item, Result], context: Context, items: Sequence[Item]
    ) -> Iterator[Result]:
        """Yield the results; see `Executor`. The work begins at once, not with the first result."""
        if not items:
            return iter(())
        chunk = chunk_size(len(items), self.processes * CHUNKS_PER_PROCESS)
        workers = min(self.processes, -(-len(items) // chunk))
        pool, stop = self._pool("spawn", workers, start, context)
        return _results(pool.map(Worker.do, items, chunksize=chunk), stop)


def _results(results: Iterator[Result], stop: Callable[[], None]) -> Iterator[Result]:
    """Pass the results on, and stop the workers when they end, fail or are no longer wanted."""
    try:
        yield from results
    finally:
        stop()
