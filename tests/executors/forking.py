"""A program with one thread, which can be forked: it says what its workers share with it."""

import sys
from collections.abc import Callable

from byleave.executors import Processes


class Unsendable:
    """What no process could be sent: it holds a function without a name."""

    def __init__(self) -> None:
        self.times: Callable[[int], int] = lambda item: 2 * item


def start(context: Unsendable) -> Callable[[int], int]:
    """Work for which the context itself is needed."""
    return context.times


def main() -> None:
    """Print whether processes are forked, and the results of work in two of them."""
    with Processes(2) as spread:
        found = list(spread.map_in_order(start, Unsendable(), range(100)))
    sys.stdout.write(f"{spread.shares_memory} {found == [2 * item for item in range(100)]}\n")


if __name__ == "__main__":
    main()
