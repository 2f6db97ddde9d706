"""The seam: what an executor is, and what its tasks raise where it cannot be sent."""

import pickle
import traceback
from collections.abc import Callable, Iterator, Sequence
from typing import Protocol, TypeVar

Context = TypeVar("Context")
Item = TypeVar("Item")
Result = TypeVar("Result")

Task = Callable[[Item], Result]
Start = Callable[[Context], Task[Item, Result]]


class Executor(Protocol):
    """Whatever can do the same work on many items and give the results in the items' order.

    Where it `shares_memory`, context and start need not be picklable: workers have what this
    process has. Elsewhere all of it is sent.
    """

    @property
    def shares_memory(self) -> bool:
        """Whether workers see the memory of this process as it is when a map begins."""
        ...

    def map_in_order(
        self, start: Start[Context, Item, Result], context: Context, items: Sequence[Item]
    ) -> Iterator[Result]:
        """Yield `start(context)(item)` for each item.

        What a task raises is raised instead of its result, or of a result shortly before it.
        """
        ...


class WorkerError(Exception):
    """A task raised something that cannot be sent between processes; holds its traceback."""


class ClusterError(Exception):
    """A cluster cannot do the work, for a reason that whoever runs it can mend."""


def sendable(error: Exception) -> Exception:
    """`error`, or a WorkerError with its text where it does not survive the way between processes.

    One that does not would break the pool that carries it.
    """
    try:
        pickle.loads(pickle.dumps(error))  # noqa: S301 - these are our own bytes
    except Exception:  # noqa: BLE001 - pickling runs the class's own code, which may raise anything
        return WorkerError("".join(traceback.format_exception(error)))
    return error
