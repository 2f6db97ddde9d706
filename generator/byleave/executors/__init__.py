"""How work is spread: one function over many items, here, in processes or in a cluster, in order.

The seam is one method, `Executor.map_in_order`, so that a fake for a test is two lines and another
way of spreading is one more class. The work is described by a `start` function and its `context`:
each worker calls `start(context)` once, keeps the function that it returns, and calls that on every
item it is given. So what is large, or cannot be sent (compiled templates), is sent or made once
for each worker, and a task stays as small as its item.

`start`, `context`, items and results must be picklable; `start` is a function of a module.
"""

from byleave.executors.choosing import SMALLEST_FORKED, SMALLEST_SPREAD, executor, of_this_memory
from byleave.executors.forks import Forks
from byleave.executors.pools import can_share
from byleave.executors.processes import Processes
from byleave.executors.seam import ClusterError, Executor, WorkerError
from byleave.executors.serial import Serial

__all__ = [
    "SMALLEST_FORKED",
    "SMALLEST_SPREAD",
    "ClusterError",
    "Executor",
    "Forks",
    "Processes",
    "Serial",
    "WorkerError",
    "can_share",
    "executor",
    "of_this_memory",
]
