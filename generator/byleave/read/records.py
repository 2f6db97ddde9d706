"""Plain values to typed records: every fault of a record at once, each with its place."""

import re
import types
import typing
from collections.abc import Collection, Mapping
from copy import deepcopy
from dataclasses import is_dataclass
from functools import cache
from typing import Any, TypeVar, cast

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from byleave.diagnostics import Diagnostic, error, nearest
from byleave.positions import KeyPath, Positions
from byleave.read.findings import MOST_OF_ONE_FILE
from byleave.read.moved_in import answer_to
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
_DO = {
    "not-text": "write one line of text; put quotes around it if it holds a colon",
    "empty": "write it, or take the key out",
    "date": "write it like 2026-03-31",
    "year": "correct the year",
    "date-time": "write it like 2026-03-31 or 2026-03-31 14:00",
    "time": 'write it like "09:30"',
    "yes-no": "write yes or no",
    "voice-id": "write it like sam or sams-mother",
    "language": "write it like en-GB, cy or ar",
    "web-address": "write it like https://example.org/",
    "site-path": "write it like /old/address/",
    "time-zone": "write it like Europe/London",
    "not-a-list": "put it between [ and ], or write each on a line that begins with -",
    "use-known": "choose another name for it; those of Byleave are listed in the reference",
    "permission-way": "add at least one way to reach this person",
}

# Whoever is told how to say that nobody speaks may say it of people whom an editor took out.
_NO_VOICES = (
    "write each voice on a line of its own, its keys below it; or take the file as git has it"
)


_GROUP = "a group of keys belongs here"

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
        told = (_finding(record, fault, path, positions) for fault in found[:_MOST_TOLD])
        untold = (_untold(fault, path, positions) for fault in found[_MOST_TOLD:])
        return None, (*told, *untold)


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
    if kind in ("unexpected_keyword_argument", "extra_forbidden"):
        return unknown_key(record, place, path, positions)
    if kind in ("missing", "missing_keyword_only_argument", "missing_argument"):
        name = place[-1]
        return error(path, f"{name}-missing", f"“{name}” is needed here", f"add `{name}:`", at)
    if kind == "literal_error":
        expected = str(fault.get("ctx", {}).get("expected", "")).replace("'", "")
        return error(
            path, "choice", "this is none of the words known here", f"write {expected}", at
        )
    if kind in _DO:
        return error(path, kind, fault["msg"], _DO[kind], at)
    message, do = _shape(kind)
    if place == ("voices",):
        do = _NO_VOICES
    elif message == _GROUP and (known := _known_keys(record, place)):
        do = f"{do}; the keys are {', '.join(sorted(known))}"
    return error(path, "wrong-type", message, do, at)


def _shape(kind: str) -> tuple[str, str]:
    if "tuple" in kind or "set" in kind or "list" in kind:
        return "a list belongs here", _DO["not-a-list"]
    if "dataclass" in kind or "dict" in kind or "mapping" in kind:
        do = "write its keys on the lines below, each with two more spaces in front; {} is none"
        return _GROUP, do
    return "this is not what belongs here", "see the reference of front matter and settings"


def unknown_key(record: type, place: KeyPath, path: str, positions: Positions) -> Diagnostic:
    """The finding for a key at `place` that no record inside `record` knows."""
    if place[0] == "voices" and _OFFLINE.match(str(place[-1])):
        message = "what this key says must never be in the repository"
        do = "take it out, here and in the history, and keep it with the permission form"
        return error(path, "unknown-key", message, do, positions.at(*place))
    known = _known_keys(record, place[:-1])
    key = str(place[-1])
    if len(place) == 1 and (answer := answer_to(key, known)):
        message = f"“{key}” is a key of other programs"
        return error(path, "key-of-others", message, answer, positions.at(*place))
    meant = nearest(key, known)
    do = f"did you mean “{meant}”?" if meant else f"write one of: {', '.join(sorted(known))}"
    # What is nothing like a key may be somebody's words, and is not repeated.
    said = f"“{key[:60]}”" if meant else "this"
    message = f"{said} is not a key that is known here"
    about = "" if meant else key
    return error(path, "unknown-key", message, do, positions.at(*place), about=about)


def _known_keys(record: Any, place: KeyPath) -> frozenset[str]:
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
