"""Which executor: the one that somebody asked for, or one by the size of the work."""

import os
from importlib.util import find_spec
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from byleave.executors.forks import Forks, can_fork
from byleave.executors.pools import can_share
from byleave.executors.processes import Processes
from byleave.executors.serial import Serial

if TYPE_CHECKING:
    from byleave.executors.dask import DaskCluster

# Below this many pages, starting processes takes longer than they save with two cores: 1,300 pages
# took 4.8 s with them and 4.4 s without, and 12,000 took 40 s and 45 s.
SMALLEST_SPREAD = 2000
# Forked ones start in a fiftieth of a second.
SMALLEST_FORKED = 200

CHOICES = "Choose serial, processes, processes:N with N from 1, or dask://HOST:PORT"


def executor(spec: str | None, size: int) -> "Serial | Forks | Processes | DaskCluster":
    """The executor that `spec` asks for, for about `size` items.

    `spec` is `serial`, `processes` (one for each core), `processes:N`, `dask://HOST:PORT`, or None,
    which chooses by the size and the cores. Where processes cannot share what they wait for, this
    one does all of the work. Raises ValueError, in words for the person who typed
    it; nothing is started or called before the executor is entered.
    """
    chosen = _automatic(size) if spec is None else spec
    match chosen.split(":"):
        case ["serial"]:
            return Serial()
        case ["processes"]:
            return _processes(_cores())
        case ["processes", number] if number.isascii() and number.isdecimal() and int(number):
            return _processes(int(number))
        case ["dask", *_] if address := _scheduler(chosen):
            return _cluster(address)
    raise ValueError(f"no such executor: {spec!r}. {CHOICES}")


def of_this_memory(spec: str | None, size: int) -> Serial | Forks:
    """The executor for items or results that it is not worth sending anywhere.

    It is that which `spec` asks for where that one shares the memory of this process, and this
    process alone elsewhere. Raises ValueError as `executor` does.
    """
    chosen = executor(spec, size)
    return chosen if isinstance(chosen, Serial | Forks) else Serial()


def _processes(number: int) -> Serial | Forks | Processes:
    if not can_share():
        return Serial()
    return Forks(number) if can_fork() else Processes(number)


def _scheduler(spec: str) -> str:
    """The address of a scheduler as Dask writes it; "" where `spec` is not wholly one."""
    try:
        parts = urlsplit(spec)
        named = bool(parts.hostname and parts.port)
    except ValueError:
        return ""
    whole = spec == f"dask://{parts.netloc}" and "@" not in parts.netloc
    return f"tcp://{parts.netloc}" if named and whole else ""


def _cluster(address: str) -> "DaskCluster":
    if find_spec("distributed") is None:
        raise ValueError("a cluster needs one more package: pip install 'byleave[cluster]'")
    # Loaded only for a cluster: what it compares workers by takes as long as some ten pages.
    from byleave.executors.dask import DaskCluster

    return DaskCluster(address)


def _automatic(size: int) -> str:
    smallest = SMALLEST_FORKED if can_fork() else SMALLEST_SPREAD
    return "serial" if size < smallest or _cores() == 1 else "processes"


def _cores() -> int:
    """The number of cores that this process may use, which a container can make fewer."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
