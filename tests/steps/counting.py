"""What somebody did: how many steps, how many signs they typed, how long the machine took."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

# As somebody types who is no typist, and as long as it takes to read where one is.
SIGNS_A_MINUTE = 150
SECONDS_A_STEP = 5


@dataclass(slots=True)
class Count:
    """One task in one way; a step is a command, an answer, a field, a choice or a button."""

    task: str
    way: str
    steps: int = 0
    signs: int = 0
    seconds: float = 0.0

    def step(self, typed: str | None = None) -> None:
        """Count a step in which this was typed, with the key that ends it; None for no typing."""
        self.steps += 1
        self.signs += 0 if typed is None else len(typed) + 1

    @contextmanager
    def machine(self) -> Iterator[None]:
        """Count the time for which somebody waits."""
        began = time.monotonic()
        yield
        self.seconds += time.monotonic() - began

    @property
    def minutes(self) -> float:
        """How long it takes somebody."""
        thinking = self.steps * SECONDS_A_STEP + self.seconds
        return self.signs / SIGNS_A_MINUTE + thinking / 60


def table(counts: list[Count]) -> str:
    """The counts as Markdown."""
    lines = [
        f"At {SIGNS_A_MINUTE} signs a minute, and {SECONDS_A_STEP} seconds for each step.",
        "",
        "| task | way | steps | signs | machine, s | minutes |",
        "| --- | --- | --- | --- | --- | --- |",
    ]
    for one in counts:
        facts = (one.task, one.way, one.steps, one.signs, f"{one.seconds:.1f}")
        lines.append(f"| {' | '.join(map(str, facts))} | {one.minutes:.1f} |")
    return "\n".join(lines)
