"""How long a command takes, and how much memory all of its processes take together at most."""

import os
import re
import signal
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

_BETWEEN_LOOKS = 0.05
_PHASE = re.compile(r"^([a-z]+) +(\d+\.\d+)", re.MULTILINE)
_PROPORTIONAL = re.compile(r"^Pss: +(\d+) kB", re.MULTILINE)


class FailedError(Exception):
    """A command that is measured has failed; holds the end of what it said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """What is run, where, and with what more in its environment."""

    words: Sequence[str]
    folder: Path
    environment: Mapping[str, str] = field(default_factory=dict)

    @contextmanager
    def running(self, log: Path) -> Iterator["subprocess.Popen[bytes]"]:
        """The command while it runs, with all that it says in the file `log`.

        It has a session of its own, so that what it started ends with the block, as it does itself.
        """
        with log.open("wb") as said:
            process = subprocess.Popen(
                self.words,
                cwd=self.folder,
                env=os.environ | self.environment,
                stdin=subprocess.DEVNULL,
                stdout=said,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        try:
            yield process
        finally:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()


@dataclass(frozen=True, slots=True, kw_only=True)
class Timed:
    """The seconds that a command took, and those of its phases where it told them."""

    seconds: float
    phases: Mapping[str, float]


def timed(command: Command, log: Path) -> Timed:
    """Run the command once, with what was written before it safely on the disk.

    Raises FailedError where it fails.
    """
    os.sync()
    began = time.perf_counter()
    with command.running(log) as process:
        code = process.wait()
        seconds = time.perf_counter() - began
    said = log.read_text("utf-8", errors="replace")
    if code:
        raise FailedError(f"{' '.join(command.words)} ended with {code}:\n{said[-2000:]}")
    phases = {name: float(spent) for name, spent in _PHASE.findall(said) if name != "together"}
    return Timed(seconds=seconds, phases=phases)


def peak_of(command: Command, log: Path) -> int:
    """The most bytes that the command and its processes hold at once; 0 where nobody can tell.

    Memory that several of them share is counted once. Looking slows them down, so this run is not
    timed.
    """
    peak = 0
    with command.running(log) as process:
        while process.poll() is None:
            peak = max(peak, sum(map(_memory_of, family(process.pid))))
            time.sleep(_BETWEEN_LOOKS)
    return peak


def family(parent: int) -> list[int]:
    """A process and all that it started, and that these started, as far as they still run."""
    found = [parent]
    for one in found:
        for threads in Path(f"/proc/{one}/task").glob("*/children"):
            try:
                found += map(int, threads.read_text().split())
            except OSError:
                continue
    return found


def _memory_of(process: int) -> int:
    try:
        text = Path(f"/proc/{process}/smaps_rollup").read_text()
    except OSError:
        return 0
    share = _PROPORTIONAL.search(text)
    return int(share[1]) * 1024 if share else 0
