"""Work on a cluster of machines, by Dask: https://distributed.dask.org.

Dask is an optional part of the installation and takes a second to load, so it is imported where a
cluster is used. What is sent to workers is what `Processes` sends to them: values that have passed
the gate. A worker that dies takes nothing along: the scheduler gives its chunks to another one, and
what all chunks need is part of the work, so it too is made again where it is lost.

Not used is `Client.get_executor()`: a future of it never ends where the connection breaks while its
result is on the way, and a build would wait for ever. A future of the client says so.
"""

import logging
import pickle
import threading
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import CancelledError
from contextlib import AbstractContextManager, ExitStack, contextmanager
from typing import TYPE_CHECKING, Any, Self

from byleave.executors.same_code import difference, what_runs_here
from byleave.executors.seam import ClusterError, Context, Item, Result, Start, sendable

if TYPE_CHECKING:
    from distributed import Client, Future

# Seconds until a scheduler, and its first worker, have to answer.
CONNECTING = 5
JOINING = 15
# Seconds without a result after which to ask whether any worker is left.
PATIENCE = 10

# A task costs the scheduler about a millisecond, and some ten pages take that long to render.
LARGEST_CHUNK = 64
CHUNKS_PER_THREAD = 4
# So many chunks for each thread are on their way at once: none waits, and few results pile up.
AHEAD = 3

_LOST = "the scheduler went away during the work"


class DaskCluster(AbstractContextManager["DaskCluster"]):
    """Does the work on the workers of the Dask scheduler at `address`, such as tcp://host:8786.

    Entering the `with` block connects; it raises ClusterError where no scheduler or no worker
    answers in time, and where a worker would not make the same bytes as this process.
    """

    shares_memory = False

    def __init__(self, address: str) -> None:
        self.address = address
        self._client: Client | None = None
        self._open = ExitStack()

    def __enter__(self) -> Self:
        """Connect, and see that every worker runs what runs here."""
        from distributed import Client
        from distributed.utils import silence_logging_cmgr

        with ExitStack() as opened:
            # What Dask logs of a lost connection is for its own makers; ours is told in one line.
            opened.enter_context(silence_logging_cmgr(logging.CRITICAL))
            with self._told("no Dask scheduler answers there"):
                client = Client(self.address, timeout=CONNECTING, set_as_default=False)
            opened.enter_context(client)
            with self._told("no worker has joined this scheduler"):
                client.wait_for_workers(1, timeout=JOINING)
            for worker, found in client.run(what_runs_here, on_error="return").items():
                _refuse_other(what_runs_here(), worker, found)
            self._client = client
            self._open = opened.pop_all()
        return self

    def __exit__(self, *_exception: object) -> None:
        """Take leave of the scheduler, which forgets whatever of the work is not done yet."""
        self._open.close()

    def map_in_order(
        self, start: Start[Context, Item, Result], context: Context, items: Sequence[Item]
    ) -> Iterator[Result]:
        """Yield the results; see `Executor`. The work begins at once, not with the first result.

        Raises ClusterError where the scheduler is lost, or every worker.
        """
        client = self._connected()
        threads = max(1, sum(client.nthreads().values()))
        size = max(1, min(LARGEST_CHUNK, len(items) // (threads * CHUNKS_PER_THREAD)))
        chunks = (items[place : place + size] for place in range(0, len(items), size))
        told = pickle.dumps((start, context, what_runs_here()))
        begun = client.submit(_Begun, told, pure=False)
        waiting = (client.submit(_do, begun, pickle.dumps(chunk), pure=False) for chunk in chunks)
        first = deque(future for _, future in zip(range(threads * AHEAD), waiting, strict=False))
        return self._results(first, waiting)

    def _results(
        self, ahead: "deque[Future[bytes]]", more: "Iterator[Future[bytes]]"
    ) -> Iterator[Any]:
        """The results of all chunks, in order; each that is taken lets one more begin."""
        try:
            while ahead:
                done = self._done(ahead[0])
                ahead.popleft()
                ahead.extend(future for _, future in zip(range(1), more, strict=False))
                yield from pickle.loads(done)  # noqa: S301 - these are our own bytes
        finally:
            for future in ahead:
                future.release()

    def _done(self, future: "Future[bytes]") -> bytes:
        """What came of a chunk, or what one of its tasks raised: waits as long as anybody works."""
        from distributed import KilledWorker

        while True:
            self._wait_for(future)
            if future.status != "finished":
                break
            with self._told("the connection broke while a result was on its way"):
                try:
                    return bytes(future.result(timeout=JOINING))
                except TimeoutError:
                    # Its worker has died with it, and somebody else has to do it again.
                    self._see_that_somebody_works()
        if future.status != "error":
            raise ClusterError(f"{self.address}: {_LOST}")
        try:
            return bytes(future.result())
        except KilledWorker:
            raise ClusterError(
                f"{self.address}: one worker after another died over the same pages. Have they "
                "enough memory?"
            ) from None

    def _wait_for(self, future: "Future[bytes]") -> None:
        """Wait until a chunk is done or lost, as long as there is anybody to do it."""
        from distributed import wait

        with self._connected().as_current(), self._told(_LOST):
            while not future.done():
                try:
                    wait([future], timeout=PATIENCE)
                except TimeoutError:
                    self._see_that_somebody_works()

    def _see_that_somebody_works(self) -> None:
        """Raise ClusterError where nobody is left, and nobody joins within JOINING seconds."""
        with self._told("no scheduler or no worker answers any more"):
            self._connected().wait_for_workers(1, timeout=JOINING)

    def _connected(self) -> "Client":
        """The client; raises ValueError outside of the `with` block."""
        if self._client is None:
            raise ValueError("the cluster is used in a `with` block")
        return self._client

    @contextmanager
    def _told(self, message: str) -> Iterator[None]:
        """A failure to reach somebody, in words for the person who typed the address."""
        try:
            yield
        except (OSError, CancelledError) as fault:  # a TimeoutError is an OSError
            raise ClusterError(f"{self.address}: {message}") from fault


def _refuse_other(
    expected: Mapping[str, str], worker: str, found: Mapping[str, str] | Exception
) -> None:
    """Raise ClusterError for a worker that cannot run our code, or would make other bytes."""
    if isinstance(found, Exception):
        raise ClusterError(f"the worker {worker} cannot load byleave: {found}")
    if other := difference(expected, found):
        raise ClusterError(
            f"the worker {worker} {other}. Install the same on all machines, and start their "
            "workers again"
        )


class _Begun:
    """What a worker keeps of one map: how to start, and in each of its threads what was started.

    It lives as long as the map, since Dask holds it as the result of a task. Where Dask takes it
    from a worker that has nothing to do for a moment, it is started there again. On its way to
    another worker it is no more than the bytes that it was made from.
    """

    def __init__(self, told: bytes) -> None:
        self._told = told
        self._own = threading.local()

    def task(self) -> Callable[[Any], Any]:
        """The task of this thread, started if it has not been."""
        if not hasattr(self._own, "task"):
            start, context, expected = pickle.loads(self._told)  # noqa: S301 - these are our own
            # Again, since a worker may have joined after the others were asked.
            _refuse_other(expected, "that joined late", what_runs_here())
            self._own.task = start(context)
        task: Callable[[Any], Any] = self._own.task
        return task

    def __reduce__(self) -> tuple[Any, ...]:
        return _Begun, (self._told,)


def _do(begun: _Begun, chunk: bytes) -> bytes:
    """Do one chunk on a worker, as bytes: Dask would look into each item of a list."""
    try:
        task = begun.task()
        return pickle.dumps([task(item) for item in pickle.loads(chunk)])  # noqa: S301 - our own
    except Exception as error:
        sent = sendable(error)
        if sent is error:
            raise
        raise sent from None
