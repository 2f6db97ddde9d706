"""A program that spreads slow work, to be interrupted: `interrupted.py FOLDER SPEC`."""

import signal
import sys
from pathlib import Path

from byleave.executors import executor
from tests.executors.work import slow


def main(folder: Path, spec: str) -> None:
    """Print each result, of work that would take minutes.

    Ctrl-C counts, also where the tests were started in the background, in which it is ignored.
    """
    signal.signal(signal.SIGINT, signal.default_int_handler)
    with executor(spec, 10_000) as spread:
        for result in spread.map_in_order(slow, folder, range(10_000)):
            sys.stdout.write(f"{result}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
