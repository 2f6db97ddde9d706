"""How long an editor waits from saving a story until the new words are served, lists included."""

import os
import re
import socket
import statistics
import subprocess
import time
import urllib.request
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from http.client import HTTPException
from math import inf
from pathlib import Path
from urllib.error import HTTPError

from tests.bench.entrants import Entrant, page_of, with_title, with_words
from tests.bench.measuring import Command
from tests.bench.stories import newest

# What is edited, again and again.
TEXT, TITLE = "new words", "a new title"
EDITS = 20
FEWEST = 3
# Seconds: whoever takes longer is edited less often, or is given up.
FOR_ALL_EDITS = 60
FOR_ONE = 120
TO_START = 900
_BETWEEN_LOOKS = 0.002
_WITH_KEY = re.compile(r"http://\S+\?key=\S+")
# After an edit has been served, others may still be at work on it.
_REST = 0.3


class NeverServedError(Exception):
    """What was saved was not served in the time for one edit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Live:
    """Seconds from save to served: the median, and what 95 of 100 edits do not exceed."""

    median: float
    most: float


Lives = Mapping[str, Live]
NEVER: Lives = dict.fromkeys((TEXT, TITLE), Live(median=inf, most=inf))


def live(entrant: Entrant, folder: Path, count: int) -> Lives:
    """Edit the text of the newest story again and again, and then its title, while it is served.

    Words are waited for on the page of the story; a title also on the first page and in the list
    of stories. Raises NeverServedError where something is not served in time.
    """
    port = _free_port()
    serving = entrant.serving(folder, port)
    log = folder.with_suffix(".log")
    with serving.running(log) as process:
        reader = _Reader(process, log)
        return _edited(entrant, folder, count, f"http://127.0.0.1:{port}", reader)


def is_there(command: Command) -> bool:
    """Whether a command can be run at all: whether it can tell how it is used."""
    asked = subprocess.run(
        [*command.words, "--help"],
        cwd=command.folder,
        env=os.environ | command.environment,
        capture_output=True,
        check=False,
    )
    return asked.returncode == 0


def _edited(entrant: Entrant, folder: Path, count: int, base: str, reader: "_Reader") -> Lives:
    story = newest(count)
    page, lists = base + page_of(story), (f"{base}/", base + entrant.listing)
    file = folder / entrant.path_of(story)
    text = file.read_text("utf-8")
    reader.wait_until([page, *lists], story.title, TO_START)

    def waits(edit: Callable[[str, str], str], addresses: Sequence[str]) -> Live:
        return _live(
            _waits(
                lambda words: file.write_text(edit(text, words), encoding="utf-8"),
                lambda words: reader.wait_until(addresses, words, FOR_ONE),
            )
        )

    found = {TEXT: waits(with_words, [page]), TITLE: waits(with_title, [page, *lists])}
    file.write_text(text, encoding="utf-8")
    return found


def _waits(save: Callable[[str], object], wait: Callable[[str], None]) -> list[float]:
    """How long each edit took until the words that it brought were served."""
    spent: list[float] = []
    while len(spent) < EDITS and (len(spent) < FEWEST or sum(spent) < FOR_ALL_EDITS):
        time.sleep(_REST)
        words = f"again {len(spent)} times"
        began = time.perf_counter()
        save(words)
        wait(words)
        spent.append(time.perf_counter() - began)
    return spent


def _live(spent: list[float]) -> Live:
    return Live(median=statistics.median(spent), most=_most(spent))


def _most(spent: list[float]) -> float:
    return sorted(spent)[max(0, -(-len(spent) * 95 // 100) - 1)]


class _Reader:
    """Whoever looks at what a process serves, in a browser of their own; it writes into `log`."""

    def __init__(self, process: "subprocess.Popen[bytes]", log: Path) -> None:
        self._process = process
        self._log = log
        self._browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor())

    def wait_until(self, addresses: Sequence[str], words: str, seconds: float) -> None:
        """Wait until all of these pages hold the words."""
        end = time.perf_counter() + seconds
        for address in addresses:
            while words not in self._got(address):
                if time.perf_counter() > end or self._process.poll() is not None:
                    raise NeverServedError(f"{address} never showed what was saved")
                time.sleep(_BETWEEN_LOOKS)

    def _got(self, address: str) -> str:
        try:
            with self._browser.open(address, timeout=10) as answer:
                return str(answer.read().decode("utf-8", errors="replace"))
        except HTTPError as fault:
            if fault.code == HTTPStatus.FORBIDDEN:
                self._come_in()
            return ""
        except (OSError, HTTPException):
            return ""

    def _come_in(self) -> None:
        """By the address that was printed, where only who has it is answered."""
        if found := _WITH_KEY.search(self._log.read_text("utf-8", "replace")):
            self._browser.open(found[0], timeout=10).close()


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])
