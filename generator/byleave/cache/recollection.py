"""What was found out of files: remembered by the file, under all that was seen to find it out.

A preview holds it for as long as it runs. A build begins with what an earlier one left on the disk,
and leaves there what it found out of those files alone that may be remembered. What was found out
of all files together stays in memory.
"""

from collections.abc import Callable, Collection, Iterator, Mapping
from pathlib import Path
from typing import Concatenate, ParamSpec, TypeVar

from byleave.cache.code import code_digest
from byleave.cache.digests import Digest
from byleave.cache.memo import Entry, Memo, rows_in
from byleave.cache.results import ForAll, ForEach, OfAFile
from byleave.cache.values import from_bytes, to_bytes

Value = TypeVar("Value")
One = TypeVar("One", bound=OfAFile)
Beside = ParamSpec("Beside")
# The path of a file, what was seen, and what was found out of it.
FoundOut = tuple[str, bytes, object]

_ROW = b"found"  # what the keys of rows begin with, so that they can be had all at once
_CODE = b"code"  # the key of the digest of the code that found it out


class Recollection:
    """What is known of files, one value of each kind for each path: the last that was found out.

    What was found out is another only if something else was seen: `saw` stands for all of that,
    but for the code.
    """

    def __init__(self, stored: Mapping[Digest, bytes] | None = None) -> None:
        """Know what is `stored` in rows, and find out nothing."""
        self._stored = dict(stored or {})
        self._known: dict[Digest, FoundOut] = {}
        self._for_all: dict[object, ForAll] = {}
        self._for_each: dict[object, ForEach] = {}
        self._apart: dict[object, Recollection] = {}
        # The path of each file of which something was found out or recalled, by the key of its row.
        self._new: dict[Digest, str] = {}
        self._recalled: dict[Digest, str] = {}

    def recall(self, kind: type[Value], path: str, saw: bytes) -> Value | None:
        """What was found out of the file at `path` where just this was seen; None otherwise."""
        key = _key(kind, path)
        known = self._known.get(key) or self._unpacked(key, kind, path)
        if known is None or known[1] != saw or not isinstance(known[2], kind):
            return None
        self._recalled[key] = path
        return known[2]

    def has(self, kind: type, path: str) -> bool:
        """Whether anything of this kind is known of the file at `path`, be it out of date."""
        key = _key(kind, path)
        return key in self._known or key in self._stored

    def keep(self, path: str, saw: bytes, value: Value) -> Value:
        """Remember `value` under what was seen, in the place of one of its kind; it comes back."""
        key = _key(type(value), path)
        self._known[key] = path, saw, value
        self._new[key] = path
        return value

    def found_out(self) -> tuple[FoundOut, ...]:
        """Everything that was found out since this began, so that another process can keep it."""
        return tuple(self._known[key] for key in self._new)

    def once(
        self, make: Callable[Beside, Value], *saw: Beside.args, **named: Beside.kwargs
    ) -> Value:
        """What `make` finds of all that it is given: of the same, what it found the last time.

        `make` is a function of a module, and sees nothing else. Where it finds the same of
        something else, that is the same value: so whoever is given that sees nothing new.
        """
        value: Value = self._for_all.setdefault(make, ForAll()).result(make, saw, named)
        return value

    def each(
        self,
        make: Callable[Concatenate[One, Beside], Value],
        values: tuple[One, ...],
        *saw: Beside.args,
        **named: Beside.kwargs,
    ) -> tuple[Value, ...]:
        """What `make` finds of each of `values`, beside all else that it is given; as for `once`.

        Each value is of one file. It is found anew of those that are others than the last time.
        """
        made = self._for_each.setdefault(make, ForEach())
        results: tuple[Value, ...] = made.results(make, values, saw, named)
        return results

    def apart(self, what: object) -> "Recollection":
        """What is known of something else than the files as they are, such as an assumption."""
        return self._apart.setdefault(what, Recollection())

    def beside(self) -> "Recollection":
        """One that begins with what is known of files; what it finds out and forgets is its own."""
        found = Recollection(self._stored)
        found._known = dict(self._known)
        return found

    def keep_only(self, paths: Collection[str]) -> None:
        """Forget the files that are not at `paths` any more."""
        self._known = {key: one for key, one in self._known.items() if one[0] in paths}

    def rows_of(self, memo: Memo, paths: Collection[str]) -> Iterator[Entry]:
        """What is to be remembered in `memo` of the files at `paths`, and nothing of any other.

        In none of them, nor in what they stand on, may anything be withheld. What is there already
        counts as used.
        """
        yield _CODE, code_digest()
        memo.use([key for key, path in self._recalled.items() if path in paths])
        for key, path in self._new.items():
            if path in paths:
                _, saw, value = self._known[key]
                yield key, bytes([len(saw)]) + saw + to_bytes(value)

    def _unpacked(self, key: Digest, kind: type[Value], path: str) -> FoundOut | None:
        row = self._stored.pop(key, None)
        if row is None:
            return None
        end = 1 + row[0]
        try:
            known = path, row[1:end], from_bytes(row[end:], kind)
        except ValueError:
            return None  # cut short, or put there by somebody else
        self._known[key] = known
        return known


def recollection_of(memo: Memo) -> Recollection:
    """What builds with the same code left in `memo`."""
    known = memo.get(_CODE, use=False) == code_digest()
    return Recollection(memo.all_with(_ROW + b" ") if known else None)


def left_in(folder: Path) -> Recollection:
    """The same of what builds left in `folder`, for whoever writes nothing there."""
    rows = rows_in(folder, (_CODE, _ROW + b" "))
    return Recollection(rows if rows.pop(_CODE, b"") == code_digest() else None)


def _key(kind: type, path: str) -> Digest:
    return b"%s %s %s" % (_ROW, kind.__name__.encode(), path.encode())
