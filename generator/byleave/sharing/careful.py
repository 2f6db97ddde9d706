"""Two people's answers about one permission: where both changed it, the more careful one holds."""

from collections.abc import Iterator, Mapping

from byleave.editing.front_matter import Data, Edit, Value, edited_at, record_of, value_at
from byleave.model.records import record_key

# Of two days, the earlier; of two lists, what is in both.
_EARLIER, _IN_BOTH = ("until", "review"), ("uses", "words")
_SAID_YES = "given"


def with_careful_permissions(path: str, text: str, base: str, yours: str, theirs: str) -> str:
    """`text`, in which each voice's permission is what both made of that in `base`.

    What only one of them changed is theirs. Raises CannotEditError where a file cannot be read.
    """
    was, mine, other = (record_of(one) if one else "" for one in (base, yours, theirs))
    edits = list(_edits(record_of(text), was, mine, other))
    return edited_at(path, text, edits)


def _edits(record: Data, was: Data, mine: Data, other: Data) -> Iterator[Edit]:
    voices = value_at(record, "voices")
    for id_ in voices if isinstance(voices, Mapping) else ():
        place = ("voices", id_, "consent")
        merged = _merged(*(_consent(value_at(one, *place)) for one in (was, mine, other)))
        if merged != _consent(value_at(record, *place)):
            yield Edit(path=place, value=merged)


def _consent(said: Data | None) -> dict[str, Value]:
    """What a consent says, the last of a key that is there twice."""
    if not isinstance(said, Mapping):
        return {}
    return {key: as_value(values[-1]) for key, values in said.items()}


def as_value(said: Data) -> Value:
    """What was read, to be written; the last of a key that is there twice."""
    if isinstance(said, str):
        return said
    if isinstance(said, tuple):
        return tuple(map(as_value, said))
    return {key: as_value(values[-1]) for key, values in said.items()}


def _merged(
    was: dict[str, Value], mine: dict[str, Value], other: dict[str, Value]
) -> dict[str, Value]:
    if mine in (was, other):
        return other
    if other == was:
        return mine
    return _more_careful(mine, other)


def _more_careful(mine: dict[str, Value], other: dict[str, Value]) -> dict[str, Value]:
    # Whatever stops a permission stays, whoever wrote it.
    found = {**mine, **other}
    is_yes_to_both = _SAID_YES in mine and _SAID_YES in other and _is_one_record(mine, other)
    if not is_yes_to_both:
        found.pop(_SAID_YES, None)
    for key in _EARLIER:
        days = [one[key] for one in (mine, other) if isinstance(one.get(key), str)]
        if days:
            found[key] = min(map(str, days))
    for key in _IN_BOTH:
        if key in mine or key in other:
            found[key] = _in_both(mine.get(key, ()), other.get(key, ()))
    return found


def _is_one_record(mine: dict[str, Value], other: dict[str, Value]) -> bool:
    return record_key(str(mine.get("record"))) == record_key(str(other.get("record")))


def _in_both(mine: Value, other: Value) -> Value:
    there = other if isinstance(other, tuple) else ()
    return tuple(one for one in mine if one in there) if isinstance(mine, tuple) else ()
