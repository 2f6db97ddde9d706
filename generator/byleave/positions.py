"""Where a value stands in its file: one line and column for each key of a record."""

from collections.abc import Mapping
from dataclasses import dataclass, field

KeyPath = tuple[str | int, ...]


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Position:
    """A place in a text file; line and column count from 1, as editors show them."""

    line: int
    column: int


START = Position(line=1, column=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Positions:
    """The place of every key and item of a record, by its path from the root.

    `places` has pairs of line and column: hardly any of them is ever asked for.
    """

    places: Mapping[KeyPath, tuple[int, int]] = field(default_factory=dict)

    def at(self, *path: str | int) -> Position:
        """The place of `path`, or of the nearest of its parents that has one."""
        for length in range(len(path), -1, -1):
            place = self.places.get(path[:length])
            if place is not None:
                return Position(line=place[0], column=place[1])
        return START
