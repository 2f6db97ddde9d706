"""Every executor does the same: each item once, results in order, faults with their traceback."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

import pytest

from byleave.executors import (
    SMALLEST_FORKED,
    SMALLEST_SPREAD,
    Executor,
    Forks,
    Processes,
    Serial,
    WorkerError,
    executor,
)
from byleave.executors.forks import in_chunks
from byleave.executors.pools import LARGEST_CHUNK
from tests.executors import forking, interrupted, work

pytestmark = pytest.mark.slow

REPOSITORY = Path(__file__).parents[2]

SPECS = ["serial", "processes:1", "processes:3"]


@pytest.fixture(autouse=True)
def not_forking(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever runs the tests may have threads: what is forked is tested in a program of its own."""
    monkeypatch.setattr("byleave.executors.choosing.can_fork", lambda: False)


class Backwards:
    """A fake in two lines: an executor is no more than its one method."""

    def map_in_order(
        self, start: Callable[[int], Callable[[int], int]], context: int, items: Sequence[int]
    ) -> Iterator[int]:
        """Do the last item first, and give the results in order all the same."""
        return reversed([start(context)(item) for item in reversed(items)])


def doubled(spread: Executor, items: Sequence[int]) -> list[int]:
    """What a phase does with an executor."""
    return list(spread.map_in_order(work.times, 2, items))


@pytest.mark.parametrize("spec", SPECS)
@pytest.mark.parametrize("size", [0, 1, 100])
def test_results_come_in_the_order_of_the_items(spec: str, size: int) -> None:
    """Worker count and kind of executor change nothing of what is built."""
    with executor(spec, size) as spread:
        assert doubled(spread, range(size)) == [2 * item for item in range(size)]


@pytest.mark.skipif(sys.platform != "linux", reason="nothing is forked elsewhere")
@pytest.mark.parametrize(
    ("case", "told"),
    [
        ("shared", "[True, True, True]"),
        ("started", "(2, True, 2)"),
        ("failing", "(True, True, 'cannot do 7')"),
        ("unsendable", "True"),
        ("leaving", "(0, [False])"),
        ("spooled", "(True, False)"),
        ("chosen", "Forks"),
    ],
)
def test_forked_processes_do_the_same(tmp_path: Path, case: str, told: str) -> None:
    """On Linux, a process with one thread shares its work with others that have what it has."""
    program = subprocess.run(
        [sys.executable, forking.__file__, case, str(tmp_path)],
        capture_output=True,
        text=True,
        env=os.environ | {"PYTHONPATH": str(REPOSITORY)},
        check=True,
    )
    assert (program.stdout, program.stderr) == (f"{told}\n", "")


def test_no_process_waits_long_at_the_end_for_what_another_has_begun() -> None:
    """What is left is shared in ever smaller pieces, and all of it is done once, in its order."""
    items = range(1_570)
    chunks = list(in_chunks(items, 2))
    sizes = [len(chunk) for chunk in chunks]
    assert [item for chunk in chunks for item in chunk] == list(items)
    assert sizes == sorted(sizes, reverse=True)
    assert (sizes[0], sizes[-1]) == (LARGEST_CHUNK, 1)


def test_a_fake_is_two_lines() -> None:
    """A phase can be tested without any executor of ours."""
    assert list(Backwards().map_in_order(work.times, 2, range(5))) == [0, 2, 4, 6, 8]


@pytest.mark.parametrize("spec", SPECS)
def test_one_executor_does_several_maps(spec: str) -> None:
    """A build spreads more than one of its phases, each with a context of its own."""
    with executor(spec, 9) as spread:
        first = spread.map_in_order(work.times, 2, range(9))
        second = spread.map_in_order(work.times, 3, range(9))
        assert [*second, *first] == [*range(0, 27, 3), *range(0, 18, 2)]


@pytest.mark.parametrize(("spec", "workers"), [("serial", 1), ("processes:2", 2)])
def test_each_worker_starts_once(tmp_path: Path, spec: str, workers: int) -> None:
    """What is large or dear to make is made once for each worker, not for each item."""
    with executor(spec, 200) as spread:
        processes = set(spread.map_in_order(work.started_in, tmp_path, range(200)))
    assert len(processes) <= workers
    assert len(list(tmp_path.iterdir())) == len(processes)
    assert (os.getpid() in processes) == (spec == "serial")


@pytest.mark.parametrize("spec", SPECS)
def test_a_fault_is_raised_in_its_turn_with_its_traceback(spec: str) -> None:
    """No result after a fault arrives, and the fault says where in our code it arose."""
    arrived: list[int] = []
    with executor(spec, 40) as spread, pytest.raises(LookupError, match="cannot do 7") as fault:
        arrived.extend(spread.map_in_order(work.fails_at, 7, range(40)))
    assert arrived == list(range(len(arrived)))
    assert len(arrived) <= 7
    told = "".join(str(line) for line in [fault.value.__cause__, *fault.traceback])
    assert "work.py" in told


@pytest.mark.parametrize("spec", SPECS)
def test_a_fault_in_starting_is_raised(spec: str) -> None:
    """A worker that cannot start says why, and nobody waits for it."""
    with executor(spec, 3) as spread, pytest.raises(LookupError, match="no templates"):
        list(spread.map_in_order(work.fails_to_start, "no templates", range(3)))


def test_a_fault_that_cannot_be_sent_keeps_its_traceback() -> None:
    """Some exceptions cannot be made again in another process; their text arrives all the same."""
    with Processes(1) as spread, pytest.raises(WorkerError, match="no such page: garden") as fault:
        list(spread.map_in_order(work.fails_unsendably, "garden", range(3)))
    assert "work.py" in str(fault.value)


def test_a_worker_that_dies_is_noticed() -> None:
    """A process that the system ends raises here, instead of leaving the build to wait for ever."""
    with Processes(2) as spread, pytest.raises(BrokenProcessPool):
        list(spread.map_in_order(work.dies, None, range(3)))


def test_leaving_the_block_stops_the_workers(tmp_path: Path) -> None:
    """A build that fails elsewhere does not first do all that it had begun to spread."""
    with Processes(2) as spread:
        results = spread.map_in_order(work.slow, tmp_path, range(100_000))
        assert next(results) == 0
    assert_gone(tmp_path)


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGKILL], ids=lambda how: how.name)
def test_no_worker_outlives_the_build(tmp_path: Path, how: signal.Signals) -> None:
    """After Ctrl-C, or when the build is killed, its workers end, and say nothing of their own."""
    process = subprocess.Popen(
        [sys.executable, interrupted.__file__, str(tmp_path), "processes:2"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": str(REPOSITORY)},
        start_new_session=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "0\n"
    if how is signal.SIGINT:
        os.killpg(process.pid, how)
    else:
        process.send_signal(how)
    _, told = process.communicate()
    assert process.returncode == -how
    assert told.count("Traceback") == (how is signal.SIGINT)
    assert_gone(tmp_path)


def assert_gone(folder: Path) -> None:
    """Fail unless every process that left its number there ends."""
    workers = [int(path.name) for path in folder.iterdir()]
    assert workers
    while any(is_running(worker) for worker in workers):
        time.sleep(0.01)


def is_running(process: int) -> bool:
    """Whether a process is there and does anything; one that only waits to be counted is over."""
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    stat = Path(f"/proc/{process}/stat")
    return not stat.exists() or stat.read_text().rpartition(")")[2].split()[0] != "Z"


@pytest.mark.parametrize(
    "spec",
    [
        "",
        "thread",
        "serial:2",
        "processes:",
        "processes:0",
        "processes:-1",
        "processes:two",
        "processes:2:3",
        "processes:²",
        " serial",
        "Serial",
        "dask",
        "dask:",
        "dask://",
        "dask://host",
        "dask://host:port",
        "dask://host:99999",
        "dask://host:8786/path",
        "dask://name@host:8786",
        "tcp://host:8786",
    ],
)
def test_a_bad_spec_says_what_may_be_chosen(spec: str) -> None:
    """The message is for whoever typed `--executor`."""
    with pytest.raises(ValueError, match=r"serial, processes, processes:N") as told:
        executor(spec, 10)
    assert repr(spec) in str(told.value)


def test_a_number_of_processes_is_positive() -> None:
    """No workers would be a build that never ends."""
    with pytest.raises(ValueError, match="at least 1"):
        Processes(0)


@pytest.mark.parametrize(
    ("size", "cores", "forking", "kind"),
    [
        (SMALLEST_SPREAD - 1, 8, False, Serial),
        (SMALLEST_SPREAD, 8, False, Processes),
        (SMALLEST_SPREAD, 1, False, Serial),
        (SMALLEST_FORKED - 1, 8, True, Serial),
        (SMALLEST_FORKED, 8, True, Forks),
        (SMALLEST_FORKED, 1, True, Serial),
    ],
)
def test_large_sites_are_spread_where_there_are_cores(
    monkeypatch: pytest.MonkeyPatch, *, size: int, cores: int, forking: bool, kind: type
) -> None:
    """A small site is built sooner than processes start, and one core gains nothing from them."""
    monkeypatch.setattr("byleave.executors.choosing._cores", lambda: cores)
    monkeypatch.setattr("byleave.executors.choosing.can_fork", lambda: forking)
    assert type(executor(None, size)) is kind


def test_the_number_of_processes_is_as_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    """`processes` takes every core that this process may use; `processes:N` takes N."""
    monkeypatch.setattr("byleave.executors.choosing._cores", lambda: 6)
    chosen = [executor(spec, 1) for spec in ["processes", "processes:3"]]
    assert [spread.processes for spread in chosen if isinstance(spread, Processes)] == [6, 3]
