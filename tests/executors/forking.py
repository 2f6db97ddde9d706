"""A program with one thread, which can be forked: `forking.py CASE FOLDER` says what came of it."""

import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from byleave.executors import Forks, WorkerError, executor
from byleave.model.output import SpooledFile
from byleave.spooling import SMALLEST_SPOOLED, Spool, unspooled
from tests.executors import work

ITEMS = range(100)


class Unsendable:
    """What no process could be sent: it holds a function without a name."""

    def __init__(self) -> None:
        self.times: Callable[[int], int] = lambda item: 2 * item


def _times(context: Unsendable) -> Callable[[int], int]:
    return context.times


def shared(_folder: Path) -> object:
    """Work for which the context itself is needed, done by two and by three processes."""
    found: list[Sequence[int]] = []
    for processes in (1, 2, 3):
        with Forks(processes) as spread:
            found.append(list(spread.map_in_order(_times, Unsendable(), ITEMS)))
    return [one == [2 * item for item in ITEMS] for one in found]


def started(folder: Path) -> object:
    """How many processes worked, this one among them, and how many started to."""
    with Forks(2) as spread:
        found = set(spread.map_in_order(work.started_in, folder, ITEMS))
    return len(found), os.getpid() in found, len(list(folder.iterdir()))


def failing(_folder: Path) -> object:
    """What arrives before a fault, and the fault."""
    arrived: list[int] = []
    try:
        with Forks(2) as spread:
            arrived.extend(spread.map_in_order(work.fails_at, 7, ITEMS))
    except LookupError as fault:
        return arrived == list(range(len(arrived))), len(arrived) <= 7, str(fault)
    return "no fault"


def unsendable(_folder: Path) -> object:
    """A fault that cannot be sent, told of by whichever process has it."""
    try:
        with Forks(2) as spread:
            list(spread.map_in_order(work.fails_unsendably, "garden", ITEMS))
    except (WorkerError, work.UnsendableError) as fault:
        return "no such page: garden" in str(fault)
    return "no fault"


def leaving(folder: Path) -> object:
    """The first result of work that would take minutes, and whether the others are gone then."""
    with Forks(2) as spread:
        first = next(spread.map_in_order(work.slow, folder, range(100_000)))
    others = [int(path.name) for path in folder.iterdir() if int(path.name) != os.getpid()]
    return first, [Path(f"/proc/{one}").exists() for one in others]


def spooled(_folder: Path) -> object:
    """Whether pages that several processes put aside at the same time come back whole."""
    pages = [bytes([item]) * (10_000 + item) for item in ITEMS]
    with Spool() as spool, Forks(3) as spread:
        spool.begin(SMALLEST_SPOOLED)
        waiting = list(spread.map_in_order(_putting, spool, pages))
        return list(map(unspooled, waiting)) == pages, waiting == pages


def _putting(spool: Spool) -> Callable[[bytes], bytes | SpooledFile]:
    return spool.put


def chosen(_folder: Path) -> object:
    """What is taken for `processes` here."""
    return type(executor("processes:2", 9)).__name__


if __name__ == "__main__":
    cases = {
        case.__name__: case
        for case in (shared, started, failing, unsendable, leaving, spooled, chosen)
    }
    sys.stdout.write(f"{cases[sys.argv[1]](Path(sys.argv[2]))}\n")
