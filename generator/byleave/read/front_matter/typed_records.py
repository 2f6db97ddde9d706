"""Plain values to typed records: every fault of a record at once, each with its place."""

from collections.abc import Collection, Iterable, Mapping
from copy import deepcopy
from functools import cache
from typing import Any, TypeVar, cast

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from byleave.diagnostics import Diagnostic, error
from byleave.positions import KeyPath, Positions
from byleave.read.front_matter.unknown_keys import known_keys, meant_key, unknown_key
from byleave.read.front_matter.what_to_do import how_written, to_add, what_to_do
from byleave.read.too_many_findings import MOST_OF_ONE_FILE

Record = TypeVar("Record")

_GROUP = "a group of keys belongs here"
_UNKNOWN = ("unexpected_keyword_argument", "extra_forbidden")
_MISSING = ("missing", "missing_keyword_only_argument", "missing_argument")

# Of one file, fewer are shown.
_MOST_TOLD = 2 * MOST_OF_ONE_FILE


@cache
def _adapter(record: Any) -> TypeAdapter[Any]:
    return TypeAdapter(record)


def read_record(
    record: type[Record], data: Mapping[str, Any], path: str, positions: Positions
) -> tuple[Record | None, tuple[Diagnostic, ...]]:
    """`data` as a `record`, or None and every fault of it."""
    try:
        return _adapter(cast(Any, record)).validate_python(data), ()
    except ValidationError as faults:
        found = faults.errors(include_url=False, include_context=True, include_input=False)
        if len(found) > _MOST_TOLD:
            found.sort(key=lambda fault: positions.at(*_place(fault)))
        shown = found[:_MOST_TOLD]
        there = _meant_ones(record, shown)
        told = (
            _finding(record, fault, path, positions)
            for fault in shown
            if not (fault["type"] in _MISSING and _place(fault) in there)
        )
        untold = (_untold(fault, path, positions) for fault in found[_MOST_TOLD:])
        return None, (*told, *untold)


def _meant_ones(record: type, faults: Iterable[ErrorDetails]) -> frozenset[KeyPath]:
    """The places of keys that are there under another name: none of them is missing."""
    unknown = (_place(fault) for fault in faults if fault["type"] in _UNKNOWN)
    found = ((place, meant_key(record, place)) for place in unknown)
    return frozenset((*place[:-1], key) for place, key in found if key)


def readable(record: type[Record], data: Mapping[str, Any]) -> Record:
    """`data` as a `record`, without all in it that is faulty.

    Raises ValidationError where a `record` cannot do without that.
    """
    kept: Any = deepcopy(data)
    while True:
        try:
            found: Record = _adapter(cast(Any, record)).validate_python(kept)
        except ValidationError as faults:
            places = {_there(kept, _place(fault)) for fault in faults.errors(include_url=False)}
            if () in places:
                raise
            _take_out(kept, places)
        else:
            return found


def _there(data: Any, place: KeyPath) -> KeyPath:
    """As much of a place as there is; what lacks a key is at fault itself."""
    for depth, key in enumerate(place):
        try:
            data = data[key]
        except (LookupError, TypeError):
            return place[:depth]
    return place


def _take_out(data: Any, places: Collection[KeyPath]) -> None:
    # The last items of a list first, so that the numbers of those before them stay.
    for place in sorted(places, key=_numbers, reverse=True):
        inside = data
        for key in place[:-1]:
            inside = inside[key]
        del inside[place[-1]]


def _numbers(place: KeyPath) -> tuple[int, ...]:
    return tuple(key if isinstance(key, int) else 0 for key in place)


def _place(fault: ErrorDetails) -> KeyPath:
    return tuple(part for part in fault["loc"] if part != "[key]")


def _untold(fault: ErrorDetails, path: str, positions: Positions) -> Diagnostic:
    """A finding that nobody is shown: it is only counted, and what is meant by it not guessed."""
    return error(path, "wrong-type", *_shape(fault["type"]), positions.at(*_place(fault)))


def _finding(record: type, fault: ErrorDetails, path: str, positions: Positions) -> Diagnostic:
    place = _place(fault)
    at = positions.at(*place)
    kind = fault["type"]
    if kind in _UNKNOWN:
        return unknown_key(record, place, path, positions)
    if kind in _MISSING:
        name = str(place[-1])
        return error(path, f"{name}-missing", f"“{name}” is needed here", to_add(name), at)
    if kind == "literal_error":
        expected = str(fault.get("ctx", {}).get("expected", "")).replace("'", "")
        do = what_to_do("choice", place) or f"write {expected}"
        return error(path, "choice", "this is none of the words known here", do, at)
    if known := what_to_do(kind, place):
        return error(path, kind, fault["msg"], known, at)
    message, do = _shape(kind)
    if message == _GROUP:
        keys = ", ".join(sorted(known_keys(record, place)))
        do = how_written(place) or (f"{do}; the keys are {keys}" if keys else do)
    return error(path, "wrong-type", message, do, at)


def _shape(kind: str) -> tuple[str, str]:
    if "tuple" in kind or "set" in kind or "list" in kind:
        return "a list belongs here", what_to_do("not-a-list", ()) or ""
    if "dataclass" in kind or "dict" in kind or "mapping" in kind:
        do = "write its keys on the lines below, each with two more spaces in front"
        return _GROUP, do
    return "this is not what belongs here", "see the reference of front matter and settings"
