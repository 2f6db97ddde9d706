"""Work in this process and in others that are forked from it, on Linux.

What is forked starts in some milliseconds and has what this process has, so that nothing but
results is sent. That is safe as long as there is one thread: a fork would copy locks that another
of them holds. This process works too, which saves the memory of one more.
"""

import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import islice
from typing import Any

from byleave.executors.pools import Pools, chunk_size
from byleave.executors.seam import Context, Item, Result, Start
from byleave.executors.workers import Worker

CHUNKS_PER_PROCESS = 8
# So many chunks are with each other process that it need not wait for this one.
AHEAD = 2


def can_fork() -> bool:
    """Whether this process can be forked without harm."""
    return sys.platform == "linux" and threading.active_count() == 1


class Forks(Pools):
    """Does the work in a number of processes, of which this is one.

    The others live as long as a map; see `Pools` for their end.
    """

    shares_memory = True

    def map_in_order(
        self, start: Start[Context, Item, Result], context: Context, items: Sequence[Item]
    ) -> Iterator[Result]:
        """Yield the results; see `Executor`."""
        chunks = list(in_chunks(items, self.processes))
        others = min(self.processes, len(chunks)) - 1
        if others < 1:
            return map(start(context), items)
        pool, stop = self._pool("fork", others, start, context)
        return _results(_Sharing(pool, others * AHEAD), start, context, chunks, stop)


def in_chunks(items: Sequence[Item], processes: int) -> Iterator[Sequence[Item]]:
    """All items in their order: the fewer are left, the smaller, so that all end at one time."""
    place = 0
    while place < len(items):
        size = chunk_size(len(items) - place, processes * CHUNKS_PER_PROCESS)
        yield items[place : place + size]
        place += size


class _Sharing:
    """Chunks of which other processes take what they can, up to `most` at once."""

    def __init__(self, pool: ProcessPoolExecutor, most: int) -> None:
        self.pool = pool
        self.most = most
        self.asked: dict[int, Future[list[Any]]] = {}

    def ask(self, waiting: Iterator[tuple[int, Sequence[Any]]]) -> None:
        """Give the others as much of what is `waiting` as they can take."""
        for number, chunk in islice(waiting, self.most - len(self.asked)):
            self.asked[number] = self.pool.submit(Worker.do_all, chunk)

    def taken(self, *, waiting_for: int | None = None) -> Iterator[tuple[int, list[Any]]]:
        """What the others have done; that of one chunk in any case, if its number is given."""
        done = {number for number, one in self.asked.items() if one.done()}
        for number in done if waiting_for is None else done | {waiting_for}:
            yield number, self.asked.pop(number).result()


def _results(
    others: _Sharing,
    start: Start[Context, Item, Result],
    context: Context,
    chunks: Sequence[Sequence[Item]],
    stop: Callable[[], None],
) -> Iterator[Result]:
    """The results of all chunks, in order; this process does what the others cannot take yet.

    They are stopped when the results end, fail or are no longer wanted.
    """
    try:
        waiting = iter(enumerate(chunks))
        others.ask(waiting)  # before anything is started here: processes are forked with it
        task = start(context)
        done: dict[int, list[Result]] = {}
        for number in range(len(chunks)):
            while number not in done:
                others.ask(waiting)
                mine, chunk = next(waiting, (None, ()))
                if mine is None:
                    done.update(others.taken(waiting_for=number))
                else:
                    done[mine] = [task(item) for item in chunk]
                    done.update(others.taken())
            yield from done.pop(number)
    finally:
        stop()
