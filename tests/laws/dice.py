"""Choices made from a run of random bytes, which are all that a site is made of."""

from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")

SECTION = 224
SECTIONS = 16


class Dice:
    """Choices; past the end of the bytes they are the first, the fewest and "no".

    The bytes are in sections, so that a choice in one of them does not shift the others.
    """

    def __init__(self, bytes_: bytes) -> None:
        self._bytes = bytes_
        self._position = 0
        self._end = SECTION

    def turn_to(self, section: int) -> None:
        """Go on with the bytes of another section."""
        self._position = section * SECTION
        self._end = self._position + SECTION

    def _byte(self) -> int:
        if self._position >= self._end:
            return 0
        self._position += 1
        return self._bytes[self._position - 1]

    def between(self, least: int, most: int) -> int:
        """A number between two others, both included, at most 255 apart."""
        return least if least >= most else least + self._byte() % (most - least + 1)

    def chance(self, percent: int) -> bool:
        """Yes, in so many cases of a hundred."""
        return self._byte() * 100 >= (100 - percent) * 256

    def pick(self, choices: Sequence[T]) -> T:
        """One of several; there has to be one."""
        return choices[self.between(0, len(choices) - 1)]

    def some(self, choices: Sequence[T], most: int) -> tuple[T, ...]:
        """Different ones of several, in their order, and perhaps none."""
        wanted = self.between(0, min(most, len(choices)))
        left = list(range(len(choices)))
        chosen = [left.pop(self.between(0, len(left) - 1)) for _ in range(wanted)]
        return tuple(choices[number] for number in sorted(chosen))
