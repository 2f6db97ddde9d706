"""A cluster of a real scheduler and two workers does the same as one process, whatever befalls it.

Everything runs on loopback, in processes of its own.
"""

import os
import pickle
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from byleave.executors import ClusterError, WorkerError, executor
from byleave.executors.dask import DaskCluster, _Begun
from byleave.executors.same_code import difference, what_runs_here
from byleave.pipeline.build_site import build_site
from byleave.pipeline.options import BuildOptions
from tests.architecture.sources import GENERATOR, REPOSITORY
from tests.cli.running import build
from tests.executors import interrupted, work
from tests.executors.clusters import LOOPBACK, Cluster, cluster
from tests.laws.folders import read_files

DAY = datetime(2026, 6, 1)  # noqa: DTZ001 - a moment in the site's time zone

# Nobody listens on the port for discarding, which needs rights to be taken.
NOBODY = f"dask://{LOOPBACK}:9"


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    """A cluster for the tests that leave it whole."""
    with cluster(tmp_path_factory.mktemp("cluster")) as one:
        both_join(one)
        yield one


def both_join(one: Cluster) -> None:
    """Wait until both workers are there, so that both have a part."""
    with connected(one) as spread:
        client(spread).wait_for_workers(2, timeout=30)


def connected(one: Cluster) -> DaskCluster:
    """The executor of a cluster."""
    spread = executor(one.spec, 1)
    assert isinstance(spread, DaskCluster)
    return spread


def client(spread: DaskCluster):  # type: ignore[no-untyped-def] # that would load Dask at once
    """What it talks to the scheduler with."""
    assert spread._client is not None
    return spread._client


def built(folder: Path, spec: str) -> dict[str, bytes]:
    """The demonstration site, built by an executor."""
    options = BuildOptions(executor=spec)
    assert build_site(REPOSITORY, output=folder, as_of=DAY, options=options).exit_code == 0
    return read_files(folder)


@pytest.mark.slow
@pytest.mark.parametrize("size", [0, 1, 500])
def test_results_come_in_the_order_of_the_items(shared: Cluster, size: int) -> None:
    """A cluster changes nothing of what is built, however little there is to do."""
    with connected(shared) as spread:
        assert list(spread.map_in_order(work.times, 2, range(size))) == [
            2 * item for item in range(size)
        ]


@pytest.mark.slow
def test_each_worker_starts_once(shared: Cluster, tmp_path: Path) -> None:
    """Compiled templates are made once for each worker, and nothing is done in this process."""
    with connected(shared) as spread:
        processes = set(spread.map_in_order(work.started_in, tmp_path, range(500)))
    assert len(processes) == 2
    assert os.getpid() not in processes
    assert len(list(tmp_path.iterdir())) == 2


@pytest.mark.slow
def test_one_cluster_does_several_maps(shared: Cluster) -> None:
    """Each has a context of its own, also where both are under way."""
    with connected(shared) as spread:
        first = spread.map_in_order(work.times, 2, range(9))
        second = spread.map_in_order(work.times, 3, range(9))
        assert [*second, *first] == [*range(0, 27, 3), *range(0, 18, 2)]


@pytest.mark.slow
def test_faults_arrive_with_their_traceback(shared: Cluster) -> None:
    """A fault on another machine says where in our code it arose."""
    with connected(shared) as spread:
        with pytest.raises(LookupError, match="cannot do 7") as fault:
            list(spread.map_in_order(work.fails_at, 7, range(40)))
        assert any("work.py" in str(entry.path) for entry in fault.traceback)
        with pytest.raises(LookupError, match="no templates"):
            list(spread.map_in_order(work.fails_to_start, "no templates", range(3)))
        # Once Dask has sent an exception, it can send any.
        with pytest.raises((WorkerError, work.UnsendableError), match="no such page: garden"):
            list(spread.map_in_order(work.fails_unsendably, "garden", range(3)))


@pytest.mark.slow
def test_the_site_is_the_same_bytes(shared: Cluster, tmp_path: Path) -> None:
    """Law 4: the kind of executor changes no byte."""
    assert built(tmp_path / "cluster", shared.spec) == built(tmp_path / "serial", "serial")


@pytest.mark.slow
def test_a_worker_killed_in_the_middle_loses_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Law 4 where a machine fails: the other one does its part, and the site is the same."""
    (tmp_path / "dask").mkdir()
    with cluster(tmp_path / "dask") as one:
        both_join(one)
        waited: list[object] = []
        wait_for = DaskCluster._wait_for

        def then_kill(spread: DaskCluster, future: object) -> None:
            wait_for(spread, future)  # type: ignore[arg-type] # as above
            waited.append(future)
            if len(waited) == 2:
                one.processes[1].send_signal(signal.SIGKILL)

        monkeypatch.setattr(DaskCluster, "_wait_for", then_kill)
        found = built(tmp_path / "cluster", one.spec)
        assert len(waited) > 2
        assert one.processes[1].wait() == -signal.SIGKILL
    assert found == built(tmp_path / "serial", "serial")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("gone", "told"),
    [(slice(1, 3), "answers any more"), (slice(0, 1), "went away|broke|answers any more")],
    ids=["workers", "scheduler"],
)
def test_a_cluster_that_is_gone_is_noticed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, gone: slice, told: str
) -> None:
    """Nobody waits for ever for machines that are not there any more."""
    (tmp_path / "dask").mkdir()
    with cluster(tmp_path / "dask") as one:
        both_join(one)
        with connected(one) as spread:
            monkeypatch.setattr("byleave.executors.dask.PATIENCE", 0.2)
            monkeypatch.setattr("byleave.executors.dask.JOINING", 1)
            results = spread.map_in_order(work.slow, tmp_path, range(10_000))
            assert next(results) == 0
            for process in one.processes[gone]:
                process.send_signal(signal.SIGKILL)
            with pytest.raises(ClusterError, match=told):
                list(results)


@pytest.mark.slow
def test_pages_that_kill_their_workers_are_given_up(tmp_path: Path) -> None:
    """What is too much for one worker is too much for the next: it does not get all of them."""
    with (
        cluster(tmp_path, DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES="0") as one,
        connected(one) as spread,
        pytest.raises(ClusterError, match="died over the same pages"),
    ):
        list(spread.map_in_order(work.dies, None, range(1)))


@pytest.mark.slow
def test_ctrl_c_ends_the_work(tmp_path: Path) -> None:
    """The build ends at once and alone: the workers are somebody else's, and are free again."""
    (tmp_path / "dask").mkdir()
    (tmp_path / "seen").mkdir()
    with cluster(tmp_path / "dask") as one:
        both_join(one)
        process = subprocess.Popen(
            [sys.executable, interrupted.__file__, str(tmp_path / "seen"), one.spec],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env=os.environ | {"PYTHONPATH": os.pathsep.join((str(GENERATOR), str(REPOSITORY)))},
        )
        assert process.stdout is not None
        assert process.stdout.readline() == "0\n"
        process.send_signal(signal.SIGINT)
        _, told = process.communicate(timeout=20)
        assert process.returncode == -signal.SIGINT
        assert told.count("Traceback") == 1
        with connected(one) as spread:
            assert list(spread.map_in_order(work.times, 2, range(9))) == [*range(0, 18, 2)]


@pytest.mark.slow
def test_no_worker_is_not_waited_for_long(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever forgot to start workers is told so."""
    monkeypatch.setattr("byleave.executors.dask.JOINING", 0.2)
    with (
        cluster(tmp_path, workers=0) as one,
        pytest.raises(ClusterError, match="no worker has joined"),
        connected(one),
    ):
        pass


@pytest.mark.slow
def test_a_worker_with_other_code_is_refused(tmp_path: Path) -> None:
    """One machine that was not upgraded would give a part of the pages another look."""
    other = tmp_path / "generator"
    shutil.copytree(GENERATOR, other, ignore=shutil.ignore_patterns("__pycache__"))
    with (other / "byleave/look/styles.css").open("a", encoding="utf-8") as styles:
        styles.write("\n/* mine */\n")
    with cluster(tmp_path, workers=0) as one:
        one.start_worker(PYTHONPATH=str(other))
        with pytest.raises(ClusterError, match="has other code under the same version"):
            connected(one).__enter__()


@pytest.mark.slow
def test_a_worker_without_byleave_is_refused(tmp_path: Path) -> None:
    """It could do nothing, and its own message would be a page long."""
    (tmp_path / "byleave.py").write_text("", encoding="utf-8")
    with cluster(tmp_path, workers=0) as one:
        one.start_worker(PYTHONPATH=str(tmp_path))
        with pytest.raises(ClusterError, match="cannot load byleave"):
            connected(one).__enter__()


def test_what_differs_is_told() -> None:
    """Whoever looks after the machines learns what to install."""
    here = dict(what_runs_here())
    assert difference(here, here) == ""
    assert difference(here, here | {"jinja2": "2.0"}).startswith("has jinja2 2.0 in place of ")
    assert "Python none" in difference(here, {k: v for k, v in here.items() if k != "Python"})
    assert {"byleave", "Python", "jinja2", "comrak"} <= here.keys()


def test_a_worker_that_joins_late_is_compared_too() -> None:
    """Nobody has asked it before its first pages, so it asks itself."""
    same = _Begun(pickle.dumps((work.times, 2, what_runs_here())))
    assert pickle.loads(pickle.dumps(same)).task()(4) == 8  # noqa: S301 - made in this line
    other = _Begun(pickle.dumps((work.times, 2, dict(what_runs_here()) | {"byleave": "0.0"})))
    with pytest.raises(ClusterError, match=r"joined late has byleave .* in place of 0\.0"):
        other.task()


@pytest.mark.slow
def test_a_scheduler_that_is_not_there_is_told_soon(tmp_path: Path) -> None:
    """One line, within seconds, and nothing is written."""
    began = time.monotonic()
    said = build(REPOSITORY, tmp_path / "public", "--executor", NOBODY)
    assert time.monotonic() - began < 20
    assert said.code == 3
    assert said.err.splitlines()[-1] == (
        f"error: tcp://{LOOPBACK}:9: no Dask scheduler answers there"
    )
    assert not (tmp_path / "public").exists()


def test_a_cluster_without_dask_is_a_mistake_of_usage(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who has not installed it is told how to, before anything is read."""
    monkeypatch.setattr("byleave.executors.choosing.find_spec", lambda _name: None)
    said = build(REPOSITORY, tmp_path / "public", "--executor", NOBODY)
    assert said.code == 2
    assert "pip install 'byleave[cluster]'" in said.err


def test_nothing_is_called_before_the_block() -> None:
    """Reading the command line starts no connection, and loads no Dask."""
    spread = executor(NOBODY, 1)
    assert isinstance(spread, DaskCluster)
    with pytest.raises(ValueError, match="with"):
        spread.map_in_order(work.times, 2, range(3))
