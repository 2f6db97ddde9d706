"""Where a value stands in its file: one line and column for each key of a record."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import chain

from msgspec import Struct

KeyPath = tuple[str | int, ...]


class Position(Struct, frozen=True, kw_only=True, order=True):
    """A place in a text file; line and column count from 1, as editors show them."""

    line: int
    column: int


START = Position(line=1, column=1)


class _Itself:
    """A tuple that is equal to itself alone, so that nobody compares what is in it."""

    __slots__ = ("paths",)

    def __init__(self, paths: tuple[KeyPath, ...]) -> None:
        self.paths = paths

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Itself) and other.paths is self.paths

    def __hash__(self) -> int:
        return id(self.paths)


@lru_cache(maxsize=4)
def _rows(itself: _Itself) -> Mapping[KeyPath, int]:
    """Where each path stands: a file with a thousand faults is asked for a thousand places."""
    return {path: row for row, path in enumerate(itself.paths)}


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

    def all(self) -> Iterator[tuple[KeyPath, Position]]:
        """Every path with its place."""
        lines, columns = self.numbers[::2], self.numbers[1::2]
        for path, line, column in zip(self.paths, lines, columns, strict=True):
            yield path, Position(line=line, column=column)

    def exactly(self, path: KeyPath) -> Position | None:
        """The place of `path` itself, if it has one."""
        row = _rows(_Itself(self.paths)).get(path)
        if row is None:
            return None
        number = 2 * row
        return Position(line=self.numbers[number], column=self.numbers[number + 1])

    def at(self, *path: str | int) -> Position:
        """The place of `path`, or of the nearest of its parents that has one."""
        ways = (path[:length] for length in range(len(path), -1, -1))
        return next(filter(None, map(self.exactly, ways)), START)
