"""What front matter says, part by part, and the same with other words in its parts.

The table in `model.parts` leads through it, whatever it is: a record, or what YAML holds.
"""

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from operator import is_
from typing import Any, TypeVar

from msgspec import Struct

from byleave.model.captions import read_aloud, read_captions
from byleave.model.parts import CAPTIONS, EACH, PARTS, Part
from byleave.positions import KeyPath
from byleave.values import replace

Value = TypeVar("Value")


class Said(Struct, frozen=True, kw_only=True):
    """What stands at one place of front matter: words, or one of several ids.

    `whole` is the place of the key at the head or beside the text, the voice, the file or the line
    that it belongs to; it is empty for what is the story's.
    """

    part: Part
    place: KeyPath
    whole: KeyPath
    text: str

    @property
    def words(self) -> str:
        """What is read or heard of it: captions have times beside it."""
        is_captions = self.part.path == CAPTIONS
        return read_aloud(read_captions(self.text).cues) if is_captions else self.text


Change = Callable[[Part, str], str]
Leaf = tuple[Part, int]  # a part, and how many keys lead to what it belongs to


class _Keys(Struct, frozen=True, kw_only=True):
    """What may stand below a place: `each` under any name or number, or parts and groups."""

    each: "_Keys | Leaf | None"
    parts: tuple[tuple[str, Leaf], ...]
    groups: tuple[tuple[str, "_Keys"], ...]


@cache
def _keys(*at: str) -> _Keys:
    """The keys that the table has below `at`."""
    below = dict.fromkeys(
        keys[len(at)]
        for part in PARTS
        if (keys := tuple(part.path.split(".")))[: len(at)] == at and len(keys) > len(at)
    )
    parts = {part.path: (part, _depth(part)) for part in PARTS}
    found = {key: parts.get(".".join((*at, key))) or _keys(*at, key) for key in below}
    return _Keys(
        each=found.pop(EACH, None),
        parts=tuple((key, one) for key, one in found.items() if isinstance(one, tuple)),
        groups=tuple((key, one) for key, one in found.items() if isinstance(one, _Keys)),
    )


def _depth(part: Part) -> int:
    if part.of == "story":
        return 0
    return 1 if part.of in ("head", "beside") else part.path.split(".").index(EACH) + 1


def said_in(front: Any, *at: str) -> list[Said]:
    """All that `front` says to readers, and the ids that it uses; a record, or what YAML holds.

    It is what stands at the place `at`, if it is not all front matter.
    """
    found: list[Said] = []
    _gather(front, _keys(*at), at, found)
    return found


def _gather(value: Any, keys: _Keys, place: KeyPath, found: list[Said]) -> None:
    if keys.each is not None:
        for name, one in _each(value):
            if isinstance(keys.each, tuple):
                _say(one, keys.each, (*place, name), found)
            else:
                _gather(one, keys.each, (*place, name), found)
        return
    for key, part in keys.parts:
        one = _at(value, key)
        if one and _is_shown(value, part[0]):
            _say(one, part, (*place, key), found)
    for key, below in keys.groups:
        one = _at(value, key)
        if one:
            _gather(one, below, (*place, key), found)


def _say(value: Any, part: Leaf, place: KeyPath, found: list[Said]) -> None:
    kind, depth = part
    if kind.kind == "ids":
        for n, id_ in _each(value):
            found.append(Said(part=kind, place=(*place, n), whole=place[:depth], text=id_))
    elif isinstance(value, str) and value:
        found.append(Said(part=kind, place=place, whole=place[:depth], text=value))


def _is_shown(beside: Any, part: Part) -> bool:
    return not part.shown_if or _at(beside, part.shown_if) is True


def _at(value: Any, key: str) -> Any:
    return value.get(key) if isinstance(value, dict) else getattr(value, key, None)


def _each(value: Any) -> Iterable[tuple[str | int, Any]]:
    if isinstance(value, tuple | list):
        return enumerate(value)
    return value.items() if isinstance(value, Mapping) else ()


def reworded(record: Value, change: Change, *at: str) -> Value:
    """`record` with other words in its parts; `at` are keys to it, if it is not all front matter.

    The value itself comes back where nothing changes.
    """
    changed: Value = _reworded(record, _keys(*at), change)
    return changed


def _reworded(value: Any, keys: _Keys | Leaf, change: Change) -> Any:
    if isinstance(keys, tuple):
        return change(keys[0], value) if isinstance(value, str) else value
    if keys.each is not None:
        return _each_reworded(value, keys.each, change)
    changes = {}
    below_keys: tuple[tuple[str, _Keys | Leaf], ...] = (*keys.parts, *keys.groups)
    for key, below in below_keys:
        old = getattr(value, key)
        if old:
            new = _reworded(old, below, change)
            if new is not old:
                changes[key] = new
    return replace(value, **changes) if changes else value


def _each_reworded(value: Any, keys: _Keys | Leaf, change: Change) -> Any:
    names, values = zip(*_each(value), strict=True)
    changed = tuple(_reworded(one, keys, change) for one in values)
    if all(map(is_, changed, values)):
        return value
    return dict(zip(names, changed, strict=True)) if isinstance(value, Mapping) else changed
