"""A program that maps slow work over processes, to be interrupted: `interrupted.py FOLDER`."""

import sys
from pathlib import Path

from byleave.executors import Processes
from tests.executors.work import slow


def main(folder: Path) -> None:
    """Print each result, of work that would take minutes."""
    with Processes(2) as executor:
        for result in executor.map_in_order(slow, folder, range(10_000)):
            sys.stdout.write(f"{result}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
