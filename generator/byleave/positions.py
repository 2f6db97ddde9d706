"""Where a value stands in its file: one line and column for each key of a record."""

from collections.abc import Mapping
from itertools import chain

from msgspec import Struct

KeyPath = tuple[str | int, ...]


class Position(Struct, frozen=True, kw_only=True, order=True):
    """A place in a text file; line and column count from 1, as editors show them."""

    line: int
    column: int


START = Position(line=1, column=1)


class Positions(Struct, frozen=True, kw_only=True):
    """The place of every key and item of a record, by its path from the root.

    The place of each of `paths` has its line and its column in a row in `numbers`. A mapping would
    take three times the memory, for what hardly anybody ever asks.
    """

    paths: tuple[KeyPath, ...] = ()
    numbers: tuple[int, ...] = ()

    @classmethod
    def of(cls, places: Mapping[KeyPath, tuple[int, int]]) -> "Positions":
        """The positions that are found at `places`, each a line and a column."""
        return cls(paths=tuple(places), numbers=tuple(chain.from_iterable(places.values())))

    def exactly(self, path: KeyPath) -> Position | None:
        """The place of `path` itself, if it has one."""
        if path not in self.paths:
            return None
        number = 2 * self.paths.index(path)
        return Position(line=self.numbers[number], column=self.numbers[number + 1])

    def at(self, *path: str | int) -> Position:
        """The place of `path`, or of the nearest of its parents that has one."""
        ways = (path[:length] for length in range(len(path), -1, -1))
        return next(filter(None, map(self.exactly, ways)), START)
