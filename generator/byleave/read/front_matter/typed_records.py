"""Plain values to typed records: every fault of a record at once, each with its place."""

import re
import types
import typing
from collections.abc import Collection, Iterable, Mapping
from copy import deepcopy
from dataclasses import is_dataclass
from functools import cache
from typing import Any, TypeVar, cast

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from byleave.diagnostics import Diagnostic, error
from byleave.positions import KeyPath, Positions
from byleave.read.front_matter.moved_in import EVENT_KEYS, answer_to, same_key
from byleave.read.front_matter.what_to_do import how_written, to_add, what_to_do
from byleave.read.too_many_findings import MOST_OF_ONE_FILE
from byleave.suggestions import nearest
from byleave.values import field_names

Record = TypeVar("Record")

# Keys in which editors of voices have kept what belongs offline: English and Welsh.
_OFFLINE = re.compile(
    r"(?:real|legal|full|birth|maiden)[\W_]*name|enw[\W_]*(?:iawn|llawn)|d\.?o\.?b|birth|born|age\Z"
    r"|date[\W_]*of[\W_]*birth|dyddiad[\W_]*geni|oed\Z|e-?mail|e-?bost|(?:tele)?phone|mobile|ff[oô]n"
    r"|contact|cyswllt|address|cyfeiriad|postcode|capacity|diagnosis|condition|parent|mother|father"
    r"|guardian|next[\W_]*of[\W_]*kin|reason|rheswm|signature|llofnod",
    re.I,
)
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


def meant_key(record: type, place: KeyPath) -> str | None:
    """The key that is meant by the unknown one at `place`, if its value belongs there."""
    known, key, group = known_keys(record, place[:-1]), str(place[-1]), group_of(record, place[:-1])
    if key.casefold() in known:
        return key.casefold()
    if group is not None and answer_to(key, known, group):
        return same_key(key, known, group)
    return nearest(key, known)


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


def unknown_key(record: type, place: KeyPath, path: str, positions: Positions) -> Diagnostic:
    """The finding for a key at `place` that no record inside `record` knows."""
    if place[0] == "voices" and _OFFLINE.match(str(place[-1])):
        message = "what this key says must never be in the repository"
        do = "take it out, here and in the history, and keep it with the permission form"
        return error(path, "unknown-key", message, do, positions.at(*place))
    known = known_keys(record, place[:-1])
    key = str(place[-1])
    group = group_of(record, place[:-1])
    in_capitals = key.casefold() in known
    if group is not None and not in_capitals and (answer := answer_to(key, known, group)):
        message = f"“{key}” is a key of other programs"
        if key in EVENT_KEYS:
            message = f"“{key}” is a key of events, and stands below `event:`"
        return error(path, "key-of-others", message, answer, positions.at(*place))
    meant = nearest(key, known)
    do = f"did you mean “{meant}”?" if meant else f"write one of: {', '.join(sorted(known))}"
    # What is nothing like a key may be somebody's words, and is not repeated.
    said = f"“{key[:60]}”" if meant else "this"
    message = f"{said} is not a key that is known here"
    about = "" if meant else key
    return error(path, "unknown-key", message, do, positions.at(*place), about=about)


def group_of(record: type, place: KeyPath) -> str | None:
    """What the group of keys at `place` inside `record` is called where others' keys are answered.

    None where nobody brings keys from elsewhere; "" at the top of a text.
    """
    match place:
        case ():
            return "" if "permission" not in field_names(record) else "settings"
        case ("event",) as one:
            return str(one[0])
        case ("voices" | "media" as above, _):
            return str(above)
        case ("voices", _, "consent"):
            return "consent"
        case ("event", "programme", int()):
            return "programme"
        case ("navigation", int()):
            return "navigation"
    return None


def known_keys(record: Any, place: KeyPath) -> frozenset[str]:
    """The keys of the record that stands at `place` inside `record`."""
    kind: Any = record
    for part in place:
        kind = _inside(kind, part)
    kind = _bare(kind)
    return frozenset(field_names(kind))


def _inside(kind: Any, part: str | int) -> Any:
    kind = _bare(kind)
    if is_dataclass(kind):
        return typing.get_type_hints(kind).get(str(part))
    arguments = typing.get_args(kind)
    if not arguments:
        return None
    return arguments[0] if isinstance(part, int) else arguments[-1]


def _bare(kind: Any) -> Any:
    """`kind` without Annotated and without None."""
    while True:
        if typing.get_origin(kind) is typing.Annotated:
            kind = typing.get_args(kind)[0]
        elif isinstance(kind, types.UnionType) or typing.get_origin(kind) is typing.Union:
            kind = next(one for one in typing.get_args(kind) if one is not type(None))
        else:
            return kind
