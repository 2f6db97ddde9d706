"""What else is wrong with front matter of which some keys already are: all of it at once."""

from collections.abc import Iterator
from typing import Any

from byleave.diagnostics import Diagnostic, nearest
from byleave.model.source import FrontMatter
from byleave.positions import KeyPath, Position
from byleave.read.front_matter import Split
from byleave.read.records import read_record
from byleave.read.story_rules import faults


def rest_of_faults(parts: Split, known: tuple[Diagnostic, ...], path: str) -> Iterator[Diagnostic]:
    """The faults of the rules within a story that can be told without the keys that are faulty.

    A key is not said to be missing because it was left out here, or is there misspelt.
    """
    places = {Position(line=one.line, column=one.column) for one in known}
    sound, left_out = _without(parts.data, places, parts)
    front, _ = read_record(FrontMatter, sound, path, parts.positions)
    if front is None:
        return
    for fault in faults(front, path, parts.positions):
        key, _, what = fault.code.rpartition("-")
        if what != "missing" or not any(nearest(one, [key]) for one in left_out):
            yield fault


def _without(
    data: dict[str, Any], places: set[Position], parts: Split
) -> tuple[dict[str, Any], set[str]]:
    """`data` without the keys that stand at `places`, and the names of those keys."""
    left_out: set[str] = set()

    def sound(value: Any, here: KeyPath) -> Any:
        if isinstance(value, list):
            return [sound(one, (*here, n)) for n, one in enumerate(value) if kept((*here, n))]
        if isinstance(value, dict):
            return {
                key: sound(one, (*here, key)) for key, one in value.items() if kept((*here, key))
            }
        return value

    def kept(here: KeyPath) -> bool:
        if parts.positions.exactly(here) not in places:
            return True
        left_out.add(str(here[-1]))
        return False

    return sound(data, ()), left_out
