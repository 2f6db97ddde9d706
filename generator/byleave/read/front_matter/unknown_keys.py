"""Keys that nothing here knows: what is meant by them, and what is told of them."""

import re
import types
import typing
from dataclasses import is_dataclass
from typing import Any

from byleave.diagnostics import Diagnostic, error
from byleave.positions import KeyPath, Positions
from byleave.read.front_matter.moved_in import EVENT_KEYS, answer_to, same_key
from byleave.suggestions import nearest
from byleave.values import field_names

# Keys in which editors of voices have kept what belongs offline: English and Welsh.
_OFFLINE = re.compile(
    r"(?:real|legal|full|birth|maiden)[\W_]*name|enw[\W_]*(?:iawn|llawn)|d\.?o\.?b|birth|born|age\Z"
    r"|date[\W_]*of[\W_]*birth|dyddiad[\W_]*geni|oed\Z|e-?mail|e-?bost|(?:tele)?phone|mobile|ff[oô]n"
    r"|contact|cyswllt|address|cyfeiriad|postcode|capacity|diagnosis|condition|parent|mother|father"
    r"|guardian|next[\W_]*of[\W_]*kin|reason|rheswm|signature|llofnod",
    re.I,
)


def meant_key(record: type, place: KeyPath) -> str | None:
    """The key that is meant by the unknown one at `place`, if its value belongs there."""
    known, key, group = known_keys(record, place[:-1]), str(place[-1]), group_of(record, place[:-1])
    if key.casefold() in known:
        return key.casefold()
    if group is not None and answer_to(key, known, group):
        return same_key(key, known, group)
    return nearest(key, known)


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
