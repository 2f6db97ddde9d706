"""The last result of a function, kept under all that the function was given.

Comparing is quick because values that are the same are one: Python looks at that first.
"""

from collections.abc import Callable
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
        """What `make` finds of each of `values`; `beside` are its other arguments, as above."""
        is_same = self._beside is not _NOTHING and self._beside == beside
        if not (is_same and self._values == values):
            saw, named = beside
            befores = self._before(values)
            self._results = tuple(
                result if is_same and was is value else _one(result, make(value, *saw, **named))
                for value, (was, result) in zip(values, befores, strict=True)
            )
            self._beside, self._values = beside, values
        return self._results

    def _before(self, values: tuple[Any, ...]) -> Any:
        """Of which value of the same file what was found, for each of `values`."""
        before = zip(self._values, self._results, strict=True)
        if len(values) == len(self._values) and all(
            value.path == was.path
            for value, was in zip(values, self._values, strict=True)
            if value is not was
        ):
            return before
        by_path = {was.path: (was, result) for was, result in before}
        return [by_path.get(value.path, (_NOTHING, _NOTHING)) for value in values]


def _one(before: Any, now: Any) -> Any:
    """`now`, as the value that was there before where that is the same."""
    return before if type(before) is type(now) and before == now else now
