"""Where a value stands in its file: one line and column for each key of a record."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import chain

from msgspec import Struct, msgpack

KeyPath = tuple[str | int, ...]


class Position(Struct, frozen=True, kw_only=True, order=True):
    """A place in a text file; line and column count from 1, as editors show them."""

    line: int
    column: int


START = Position(line=1, column=1)


_Places = tuple[tuple[KeyPath, ...], tuple[int, ...]]
_UNPACK = msgpack.Decoder(_Places).decode


@lru_cache(maxsize=4)
def _places(packed: bytes) -> _Places:
    return _UNPACK(packed) if packed else ((), ())


@lru_cache(maxsize=4)
def _rows(packed: bytes) -> Mapping[KeyPath, int]:
    """Where each path stands: a file with a thousand faults is asked for a thousand places."""
    return {path: row for row, path in enumerate(_places(packed)[0])}


class Positions(Struct, frozen=True, kw_only=True):
    """The place of every key and item of a record, by its path from the root.

    They are `packed`, as hardly anybody ever asks: to unpack them took half of the time in which a
    build gets back what it remembers of a story.
    """

    packed: bytes = b""

    @classmethod
    def of(cls, places: Mapping[KeyPath, tuple[int, int]]) -> "Positions":
        """The positions that are found at `places`, each a line and a column."""
        if not places:
            return cls()
        numbers = tuple(chain.from_iterable(places.values()))
        return cls(packed=msgpack.encode((tuple(places), numbers)))

    @property
    def paths(self) -> tuple[KeyPath, ...]:
        """Every path that has a place."""
        return _places(self.packed)[0]

    def all(self) -> Iterator[tuple[KeyPath, Position]]:
        """Every path with its place."""
        paths, numbers = _places(self.packed)
        for path, line, column in zip(paths, numbers[::2], numbers[1::2], strict=True):
            yield path, Position(line=line, column=column)

    def exactly(self, path: KeyPath) -> Position | None:
        """The place of `path` itself, if it has one."""
        row = _rows(self.packed).get(path)
        if row is None:
            return None
        number = 2 * row
        numbers = _places(self.packed)[1]
        return Position(line=numbers[number], column=numbers[number + 1])

    def at(self, *path: str | int) -> Position:
        """The place of `path`, or of the nearest of its parents that has one."""
        ways = (path[:length] for length in range(len(path), -1, -1))
        return next(filter(None, map(self.exactly, ways)), START)
