"""What `byleave build --timings` tells: how long each phase took, and how much work was done."""

import os
import stat
import sys
import threading
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from multiprocessing import Lock, RawArray
from pathlib import Path
from time import perf_counter
from typing import Any

from byleave.observing import PHASES
from byleave.pipeline.options import BuildResult

# What is counted, with what each counts in.
_WORK = (
    ("read from the site", "files"),
    ("read back to compare", "files"),
    ("rendered", "pages"),
    ("written", "files"),
)

# Python has one place to hear of files that are opened, and nobody can take back what listens
# there. So one function listens for good, and passes on to whoever is interested just now.
_INTERESTED: list[Callable[[Any, int], None]] = []


@cache
def _listen() -> None:
    """Begin to listen, the first time that it is called."""
    sys.addaudithook(_hear)


def _hear(event: str, about: tuple[Any, ...]) -> None:
    if event == "open" and _INTERESTED:
        path, _, flags = about
        for told in _INTERESTED:
            told(path, flags)


class Stopwatch:
    """Measures the phases of one build, and counts its work: an `Observer`.

    Which files are read is heard from Python itself and not told by the code that reads them, so no
    reading can be forgotten. Processes that are forked meanwhile count with this one; what others
    and SQLite read is not heard.
    """

    def __init__(self, site: Path, output: Path, clock: Callable[[], float] = perf_counter) -> None:
        """A watch for building the folder `output` of the folder `site`; `clock` gives seconds."""
        from byleave.executors import can_share  # loaded only where somebody asks for a watch

        self.seconds: defaultdict[str, float] = defaultdict(float)
        self.work: Counter[str] = Counter()
        self._clock = clock
        self._phase = ""
        self._since = 0.0
        self._output = output
        # The output may lie in the site folder, so it is looked for first.
        self._places = (
            ("read back to compare", _names_of(output)),
            ("read from the site", _names_of(site)),
        )
        # Files and bytes for each of these places, in memory that forked processes share.
        self._opened = RawArray("q", 2 * len(self._places))
        self._counting = Lock() if can_share() else threading.Lock()

    def begins(self, phase: str) -> None:
        """End the phase before, if there was one, and measure this one."""
        now = self._clock()
        if self._phase:
            self.seconds[self._phase] += now - self._since
        self._phase, self._since = phase, now

    def did(self, work: str, number: int) -> None:
        """Count the work."""
        self.work[work] += number

    def ends(self, result: BuildResult) -> None:
        """End the last phase, and count what was written."""
        self.begins("")
        done = result.written
        for path in (*done.changed, *done.created) if done else ():
            self.work["written"] += 1
            self.work["written, bytes"] += (self._output / path).stat().st_size

    @contextmanager
    def listening(self) -> Iterator[None]:
        """Count the files that this process opens within the block."""
        _listen()
        _INTERESTED.append(self._hears)
        try:
            yield
        finally:
            _INTERESTED.remove(self._hears)
            for number, (work, _) in enumerate(self._places):
                counted = self._opened[2 * number : 2 * number + 2]
                self.work[work], self.work[f"{work}, bytes"] = counted

    def _hears(self, path: Any, flags: int) -> None:
        """Count a file of the site or of the output that is opened to be read."""
        if isinstance(path, int) or flags & (os.O_WRONLY | os.O_RDWR):
            return
        whole = os.path.abspath(os.fsdecode(path))  # noqa: PTH100 - for each file: the quickest way
        for number, (_, names) in enumerate(self._places):
            if whole.startswith(names):
                try:
                    facts = os.stat(whole)  # noqa: PTH116 - as above
                except OSError:
                    return  # whoever opens it will be told why not
                if stat.S_ISREG(facts.st_mode):
                    with self._counting:
                        self._opened[2 * number] += 1
                        self._opened[2 * number + 1] += facts.st_size
                return

    def table(self) -> str:
        """All of it for a terminal: seconds and shares by phase, and below them the work."""
        total = sum(self.seconds.values())
        lines = ["phase       seconds   share"]
        for phase in PHASES:
            spent = self.seconds[phase]
            lines.append(f"{phase:10}{spent:9.3f}{spent / total if total else 0:8.0%}")
        lines.append(f"{'together':10}{total:9.3f}")
        for work, unit in _WORK:
            size = self.work[f"{work}, bytes"]
            amount = f"{size / 1e6:10.1f} MB" if work != "rendered" else ""
            lines.append(f"{work:22}{self.work[work]:9,} {unit}{amount}")
        return "\n".join(lines)


def _names_of(folder: Path) -> tuple[str, ...]:
    """The paths that files in a folder may begin with: as it is called, and as it really is."""
    return tuple(
        f"{str(name).rstrip(os.sep)}{os.sep}" for name in (folder.absolute(), folder.resolve())
    )
