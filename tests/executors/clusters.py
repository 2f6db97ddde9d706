"""A Dask cluster of this machine alone: a scheduler and workers as processes of their own."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests.architecture.sources import GENERATOR, REPOSITORY

LOOPBACK = "127.0.0.1"
SECONDS = 30
# Else a scheduler takes away now and then what a worker keeps and does not need at that moment, and
# the worker makes it again: that is Dask's to decide, and would leave counts to chance.
KEEPS = {"DASK_DISTRIBUTED__SCHEDULER__ACTIVE_MEMORY_MANAGER__START": "False"}


@dataclass(kw_only=True)
class Cluster:
    """A scheduler on loopback, and the workers that were started for it."""

    folder: Path
    processes: list[subprocess.Popen[bytes]] = field(default_factory=list)

    @property
    def spec(self) -> str:
        """What stands behind `--executor`."""
        known = json.loads(self._file.read_text("utf-8"))
        return str(known["address"]).replace("tcp://", "dask://")

    @property
    def _file(self) -> Path:
        return self.folder / "scheduler.json"

    def start_scheduler(self, **environment: str) -> None:
        """Start it, and wait until it says where it is."""
        alone = ("--host", LOOPBACK, "--port", "0", "--no-dashboard")
        self._start("scheduler", *alone, **KEEPS, **environment)
        end = time.monotonic() + SECONDS
        while not (self._file.exists() and self._file.read_text("utf-8").endswith("}")):
            assert time.monotonic() < end
            time.sleep(0.02)

    def start_worker(self, **environment: str) -> subprocess.Popen[bytes]:
        """Start one more, of one thread, which nobody starts again when it dies."""
        alone = ("--nthreads", "1", "--no-nanny", "--no-dashboard", "--memory-limit", "0")
        place = ("--host", LOOPBACK, "--local-directory", str(self.folder))
        return self._start("worker", *alone, *place, **environment)

    def _start(self, *words: str, **environment: str) -> subprocess.Popen[bytes]:
        file = ("--scheduler-file", str(self._file))
        path = os.pathsep.join((str(GENERATOR), str(REPOSITORY)))
        process = subprocess.Popen(
            [sys.executable, "-m", "dask", *words, *file],
            cwd=self.folder,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=os.environ | {"PYTHONPATH": path} | environment,
        )
        self.processes.append(process)
        return process

    def stop(self) -> None:
        """End all of it, whatever is still there."""
        for process in reversed(self.processes):
            process.send_signal(signal.SIGKILL)
            process.wait()


@contextmanager
def cluster(folder: Path, workers: int = 2, **environment: str) -> Iterator[Cluster]:
    """A scheduler with its workers, which may still be on their way; all end with the block.

    `environment` is the scheduler's, beside this one.
    """
    one = Cluster(folder=folder)
    try:
        one.start_scheduler(**environment)
        for _ in range(workers):
            one.start_worker()
        yield one
    finally:
        one.stop()
