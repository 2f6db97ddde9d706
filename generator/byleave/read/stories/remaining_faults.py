"""What else is wrong with front matter of which some keys already are: all of it at once."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection
from typing import Any

from msgspec import Struct
from pydantic import ValidationError

from byleave.diagnostics import Diagnostic
from byleave.model.source import FrontMatter
from byleave.positions import KeyPath, Position, Positions
from byleave.read.front_matter.as_meant import with_meant_keys
from byleave.read.front_matter.splitting import FileParts
from byleave.read.front_matter.typed_records import read_record, readable
from byleave.read.stories.story_rules import faults
from byleave.suggestions import nearest

_IN_ANSWERS = frozenset({"date", "date-time", "time", "not-a-list"})
_OF_GROUPS = frozenset({"voices", "media", "event"})


class Sound(Struct, frozen=True, kw_only=True):
    """What is left of faulty front matter, as it was probably meant, and all that is wrong with it.

    `front` is None where nothing is left. Of the top keys `left_out`, something was left out.
    """

    findings: tuple[Diagnostic, ...]
    front: FrontMatter | None
    positions: Positions
    left_out: frozenset[str] = frozenset()


def all_faults(parts: FileParts, known: tuple[Diagnostic, ...], path: str) -> Sound:
    """Everything that can be told at once of front matter of which some faults are `known`.

    A key is not said to be missing because it was left out here, or is there misspelt.
    """
    meant = with_meant_keys(parts)
    faulty = known
    if meant is not parts:
        _, faulty = read_record(FrontMatter, meant.data, path, meant.positions)
        told = {(one.line, one.column) for one in known if one.code == "key-of-others"}
        kept = (one for one in known if not one.code.endswith("-missing"))
        others = (one for one in faulty if not _is_in_answer(one, told))
        known = tuple(dict.fromkeys((*kept, *others)))
    places = {Position(line=one.line, column=one.column) for one in faulty}
    sound, left_out = _without(meant.data, places, meant)
    positions = _moved_up(meant.positions, left_out)
    front, more = read_record(FrontMatter, sound, path, positions)
    names = {str(place[-1]) for place in left_out}
    touched = frozenset(str(place[0]) for place in left_out)
    if front is None:
        front, touched = _rest(sound), touched | _OF_GROUPS
    found = [*known, *(one for one in more if _is_told(one, names))]
    if front is not None:
        found += (one for one in faults(front, path, positions) if _is_told(one, names))
    findings = tuple(dict.fromkeys(found))
    return Sound(findings=findings, front=front, positions=positions, left_out=touched)


def _is_in_answer(fault: Diagnostic, answered: Collection[tuple[int, int]]) -> bool:
    """Whether what to do about a key says already how what stands beside it is written."""
    return fault.code in _IN_ANSWERS and (fault.line, fault.column) in answered


def _rest(data: dict[str, Any]) -> FrontMatter | None:
    """What is left of `data` without groups that lack what they cannot do without."""
    try:
        return readable(FrontMatter, data)
    except ValidationError:
        return None


def _is_told(fault: Diagnostic, left_out: Collection[str]) -> bool:
    key, _, what = fault.code.rpartition("-")
    return what != "missing" or not any(nearest(one, [key]) for one in left_out)


def _without(
    data: dict[str, Any], places: set[Position], parts: FileParts
) -> tuple[dict[str, Any], set[KeyPath]]:
    """`data` without what stands at `places`, and the path of all that was left out."""
    left_out: set[KeyPath] = set()
    faulty = {path for path, place in parts.positions.all() if place in places}

    def sound(value: Any, here: KeyPath) -> Any:
        if isinstance(value, list):
            return [sound(one, (*here, n)) for n, one in enumerate(value) if kept((*here, n))]
        if isinstance(value, dict):
            return {
                key: sound(one, (*here, key)) for key, one in value.items() if kept((*here, key))
            }
        return value

    def kept(here: KeyPath) -> bool:
        if here not in faulty:
            return True
        left_out.add(here)
        return False

    return sound(data, ()), left_out


def _moved_up(positions: Positions, left_out: set[KeyPath]) -> Positions:
    """`positions` of what is left: what stands below an item of a list that went is one higher."""
    gone: dict[KeyPath, list[int]] = defaultdict(list)
    for place in sorted(left_out, key=str):
        if isinstance(place[-1], int):
            gone[place[:-1]].append(place[-1])
    if not gone:
        return positions
    lists = {above: sorted(numbers) for above, numbers in gone.items()}

    def moved(path: KeyPath) -> KeyPath:
        parts = enumerate(path)
        return tuple(
            part - bisect_left(lists.get(path[:n], []), part) if isinstance(part, int) else part
            for n, part in parts
        )

    kept = (one for one in positions.all() if one[0] not in left_out)
    return Positions.of({moved(path): (at.line, at.column) for path, at in kept})
