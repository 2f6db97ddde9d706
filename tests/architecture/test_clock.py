"""The program has no clock of its own: the day is an argument, and the gate alone judges by it."""

from pathlib import Path

import pytest

from tests.architecture.sources import Module, calls, modules_in, own_modules, put

# Those who may ask what time it is: the command line, which passes the answer on, and the gate.
ALLOWED = ("byleave.cli", "byleave.gate")

# Methods of dates and times, by their last name; and functions of `time`, by any way of calling
# them. What measures how long something takes tells no day, and is not among them.
METHODS = {"now", "utcnow", "today"}
FUNCTIONS = {"time", "time_ns", "localtime", "gmtime", "ctime", "asctime", "clock_gettime"}


def clocks_in(modules: list[Module]) -> list[str]:
    """Where a clock is read by somebody who may not."""
    found = []
    for module in modules:
        from_time = {f"time.{function}" for function in FUNCTIONS} & module.imports
        for call, line in calls(module.tree):
            origin, _, name = call.rpartition(".")
            read = name in METHODS if origin else f"time.{name}" in from_time
            if (read or (origin == "time" and name in FUNCTIONS)) and not module.is_in(*ALLOWED):
                found.append(f"{module.name}:{line} {call}")
    return found


@pytest.mark.slow
def test_nobody_else_reads_a_clock() -> None:
    """The same site built for the same moment is the same, whenever it is built."""
    assert clocks_in(own_modules()) == []


@pytest.mark.parametrize(
    "text",
    [
        "import datetime\ndatetime.datetime.now()",
        "from datetime import datetime\ndatetime.now(tz=zone)",
        "from datetime import date\ndate.today()",
        "from datetime import datetime\ndatetime.utcnow()",
        "import time\ntime.time()",
        "from time import time\ntime()",
        "def f():\n    from time import localtime\n    return localtime()",
    ],
)
def test_a_clock_is_noticed(tmp_path: Path, text: str) -> None:
    """Whichever clock it is, and however it is called."""
    put(tmp_path, {"byleave/render/a.py": text, "byleave/gate/a.py": text, "byleave/cli.py": text})
    assert [line.split(":")[0] for line in clocks_in(modules_in(tmp_path))] == ["byleave.render.a"]


@pytest.mark.parametrize(
    "text",
    [
        "import time\ntime.monotonic()",
        "from datetime import time\ntime(12, 30)",
        "moment.time()",
        "def today(): ...\ntoday()",
    ],
)
def test_what_is_no_clock_is_let_be(tmp_path: Path, text: str) -> None:
    """A duration, a time of day that an editor wrote, and our own names are no clocks."""
    assert clocks_in(modules_in(put(tmp_path, {"byleave/render/a.py": text}))) == []
