"""Work for executors: functions of a module, since another process has to find them by name."""

import os
import time
from collections.abc import Callable
from pathlib import Path


class UnsendableError(Exception):
    """An exception that can be pickled and then not be made again from that."""

    def __init__(self, *, page: str) -> None:
        super().__init__(f"no such page: {page}")
        self.page = page


def times(factor: int) -> Callable[[int], int]:
    """A task that multiplies, and is not quicker with earlier items than with later ones."""

    def task(item: int) -> int:
        time.sleep(0.002 * (item % 3 == 0))
        return factor * item

    return task


def started_in(folder: Path) -> Callable[[int], int]:
    """A task that gives its process, having left a file there when it started."""
    (folder / f"{os.getpid()}-{time.monotonic_ns()}").touch()
    return lambda _item: os.getpid()


def fails_to_start(reason: str) -> Callable[[int], int]:
    """Raises before there is a task."""
    raise LookupError(reason)


def fails_at(place: int) -> Callable[[int], int]:
    """A task that cannot do one of the items."""

    def task(item: int) -> int:
        if item == place:
            raise LookupError(f"cannot do {item}")
        return item

    return task


def fails_unsendably(page: str) -> Callable[[int], int]:
    """A task that raises what cannot be sent."""

    def task(_item: int) -> int:
        raise UnsendableError(page=page)

    return task


def dies(_context: None) -> Callable[[int], int]:
    """A task whose process is gone, as if the system had been short of memory."""
    return lambda _item: os._exit(9)


def slow(folder: Path) -> Callable[[int], int]:
    """A task that takes its time, and says in a file which process it is in."""

    def task(item: int) -> int:
        (folder / str(os.getpid())).touch()
        time.sleep(0.05)
        return item

    return task
