"""The last result of a function, kept under all that the function was given.

Comparing is quick because values that are the same are one: Python looks at that first.
"""

from collections.abc import Callable, Sequence
from itertools import compress, count
from operator import is_not
from typing import Any, Protocol

_NOTHING: Any = object()


class OfAFile(Protocol):
    """A value that is of one file."""

    @property
    def path(self) -> str:
        """The path of the file."""
        ...


class ForAll:
    """What one function found of all that it was given."""

    def __init__(self) -> None:
        """Nothing is found yet."""
        self._given: object = _NOTHING
        self._result: Any = _NOTHING

    def result(self, make: Callable[..., Any], *given: Any) -> Any:
        """What `make` finds; `given` are its arguments, those that are named by themselves."""
        if self._given is _NOTHING or self._given != given:
            saw, named = given
            self._result = _one(self._result, make(*saw, **named))
            self._given = given
        return self._result


class ForEach:
    """What one function found of each of many values, and beside these was given the same."""

    def __init__(self) -> None:
        """Nothing is found yet."""
        self._beside: object = _NOTHING
        self._values: tuple[Any, ...] = ()
        self._results: tuple[Any, ...] = ()

    def results(
        self, make: Callable[..., Any], values: tuple[Any, ...], *beside: Any
    ) -> tuple[Any, ...]:
        """What `make` finds of each of `values`; `beside` are its other arguments, as above.

        Where it finds the same of all of them, that is the same tuple too.
        """
        saw, named = beside
        is_same = self._beside is not _NOTHING and self._beside == beside
        befores, found, unlike = self._before(values)
        new: dict[int, Any] = {}
        for number in unlike if is_same else range(len(values)):
            if not is_same or values[number] != befores[number]:
                result = _one(found[number], make(values[number], *saw, **named))
                if result is not found[number]:
                    new[number] = result
        if new or found is not self._results:
            results = list(found)
            for number, result in new.items():
                results[number] = result
            self._results = tuple(results)
        self._beside, self._values = beside, values
        return self._results

    def _before(
        self, values: tuple[Any, ...]
    ) -> tuple[Sequence[Any], Sequence[Any], Sequence[int]]:
        """For each of `values` the one of the same file that was there before, and its result.

        The numbers are those of the values that are others.
        """
        every = range(len(values))
        if not self._values:
            nothing = (_NOTHING,) * len(values)
            return nothing, nothing, every
        if len(values) == len(self._values):
            unlike = tuple(compress(count(), map(is_not, values, self._values)))
            if all(values[number].path == self._values[number].path for number in unlike):
                return self._values, self._results, unlike
        places = {one.path: number for number, one in enumerate(self._values)}
        numbers = [places.get(value.path, len(places)) for value in values]
        was, found = (*self._values, _NOTHING), (*self._results, _NOTHING)
        return [was[number] for number in numbers], [found[number] for number in numbers], every


def _one(before: Any, now: Any) -> Any:
    """`now`, as the value that was there before where that is the same."""
    return before if type(before) is type(now) and before == now else now
