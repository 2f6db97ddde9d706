"""The plainest executor: one process, one item after another."""

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager

from byleave.executors.seam import Context, Item, Result, Start


class Serial(AbstractContextManager["Serial"]):
    """Does the work in this process, item by item, as the results are asked for."""

    shares_memory = True

    def map_in_order(
        self, start: Start[Context, Item, Result], context: Context, items: Sequence[Item]
    ) -> Iterator[Result]:
        """Yield the results; see `Executor`."""
        return map(start(context), items)

    def __exit__(self, *_exception: object) -> None:
        """Nothing is left to close."""
