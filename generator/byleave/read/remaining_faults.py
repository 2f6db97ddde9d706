"""What else is wrong with front matter of which some keys already are: all of it at once."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from byleave.diagnostics import Diagnostic, nearest
from byleave.model.source import FrontMatter
from byleave.positions import KeyPath, Position, Positions
from byleave.read.front_matter import Split
from byleave.read.records import read_record
from byleave.read.story_rules import faults


def rest_of_faults(parts: Split, known: tuple[Diagnostic, ...], path: str) -> Iterator[Diagnostic]:
    """The faults of the rules within a story that can be told without the keys that are faulty.

    A key is not said to be missing because it was left out here, or is there misspelt.
    """
    places = {Position(line=one.line, column=one.column) for one in known}
    sound, left_out = _without(parts.data, places, parts)
    positions = _moved_up(parts.positions, left_out)
    front, _ = read_record(FrontMatter, sound, path, positions)
    if front is None:
        return
    names = {str(place[-1]) for place in left_out}
    for fault in faults(front, path, positions):
        key, _, what = fault.code.rpartition("-")
        if what != "missing" or not any(nearest(one, [key]) for one in names):
            yield fault


def _without(
    data: dict[str, Any], places: set[Position], parts: Split
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
