"""Front matter as it was probably meant: whatever else is wrong with it can be told at once.

Nothing of it is published. Somebody who guesses at keys should not have to build once for each
layer of mistakes, so what lies below a mistake is looked at as if it were mended.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from byleave.model.source import FrontMatter
from byleave.positions import KeyPath, Positions
from byleave.read.front_matter.look_alikes import as_typed
from byleave.read.front_matter.moved_in import EVENT_KEYS, answer_of_texts, same_key
from byleave.read.front_matter.splitting import FileParts
from byleave.read.front_matter.unknown_keys import group_of, known_keys, meant_key
from byleave.read.front_matter.yaml_text import read_yaml
from byleave.values import replace

_MOST_MENDS = 20  # lines of a text: with more it is another thing than front matter
_MOST_KEYS = 100  # in one group: to look for what was meant takes time
_A_KEY = re.compile(r"[\w-]+[ \t]*:(?:\s|$)|[\w-]+:\S")
_TIGHT = re.compile(r"^([ \t]*(?:-[ \t]+)?[\w-]+):(?=[^\s:/])")
_VALUE = re.compile(r"^([ \t]*(?:-[ \t]+)?[^\s:][^:]{0,60}:[ \t]+)(\S.*)$")
_OF_YAML = frozenset({"yaml", "not-keys", "second-document", "yaml-alias", "tag", "key"})


def with_meant_keys(parts: FileParts) -> FileParts:
    """`parts` with each key that is misspelt, or somebody else's, as the key that was meant."""
    below: dict[KeyPath, KeyPath] = {}
    renamed: dict[KeyPath, KeyPath] = {}
    data = _meant(_with_event(parts.data, below), (), (), renamed)
    if not (below or renamed):
        return parts
    places = ((_moved(_moved(path, below), renamed), at) for path, at in parts.positions.all())
    positions = Positions.of({path: (at.line, at.column) for path, at in places})
    return replace(parts, data=data, positions=positions)


def _with_event(data: dict[str, Any], below: dict[KeyPath, KeyPath]) -> dict[str, Any]:
    """`data` with what an event says of itself below `event:`, where it stands beside that."""
    event = data.get("event", {})
    known = known_keys(FrontMatter, ())
    meant = {key: _of_event(key, known) for key in data}
    found = {to: key for key, to in meant.items() if to}
    if not isinstance(event, dict) or not ("event" in data or "starts" in found):
        return data
    moved = {to: key for to, key in found.items() if to not in event}
    below |= {(key,): ("event", to) for to, key in moved.items()}
    kept = {key: value for key, value in data.items() if (key,) not in below}
    return {**kept, "event": {**event, **{to: data[key] for to, key in moved.items()}}}


def _of_event(key: str, known: Collection[str]) -> str | None:
    """The key of an event that `key` is meant for, at the top of a text."""
    if key.casefold() in known or answer_of_texts(key):
        return None
    return key if key in EVENT_KEYS else same_key(key, EVENT_KEYS, "event")


def _meant(
    group: Mapping[str, Any], old: KeyPath, new: KeyPath, renamed: dict[KeyPath, KeyPath]
) -> dict[str, Any]:
    """A group of keys with those that were meant; what changes its place is `renamed`."""
    found: dict[str, Any] = {}
    meant = {key: _key(key, group, new) for key in group}
    for key, value in group.items():
        to = meant[key]
        name = to if to and to not in found else key
        here, there = (*old, key), (*new, name)
        if name != key:
            renamed[here] = there
        found[name] = _inside(value, here, there, renamed)
    return found


def _inside(value: Any, old: KeyPath, new: KeyPath, renamed: dict[KeyPath, KeyPath]) -> Any:
    if isinstance(value, dict):
        return _meant(value, old, new, renamed)
    if isinstance(value, list):
        return [_inside(one, (*old, n), (*new, n), renamed) for n, one in enumerate(value)]
    return value


def _key(key: str, group: Mapping[str, Any], place: KeyPath) -> str | None:
    """The key that is meant by `key` in the group at `place`, if it is another one."""
    name = group_of(FrontMatter, place)
    if name is None or len(group) > _MOST_KEYS:
        return None
    if key in known_keys(FrontMatter, place):
        return None
    meant = meant_key(FrontMatter, (*place, key))
    return meant if meant and meant not in group else None


def _moved(path: KeyPath, renamed: Mapping[KeyPath, KeyPath]) -> KeyPath:
    here: KeyPath = ()
    for length, part in enumerate(path, 1):
        here = renamed.get(path[:length]) or (*here, part)
    return here


def readable(text: str) -> tuple[str, int] | None:
    """The text of a file whose front matter cannot be read, mended so that it can, if that is easy.

    It comes with the number of lines that were put before it; all others keep their places.
    """
    lines = text.split("\n")
    above = 0
    if lines[0].rstrip() != "---":
        if not _A_KEY.match(lines[0]):
            return None
        lines, above = ["---", *lines], 1
    end = next((n for n, line in enumerate(lines[1:], 1) if line.rstrip() == "---"), None)
    blank = next((n for n, line in enumerate(lines[1:], 1) if not line.strip()), len(lines))
    if end is None or (above and blank < end):
        end = blank
        lines[end : end + 1] = ["---"]
    yaml = _mended(lines[1:end])
    return None if yaml is None else ("\n".join([lines[0], *yaml, *lines[end:]]), above)


def _mended(lines: list[str]) -> list[str] | None:
    """Lines of YAML with those mended that cannot be read; None where that does not help."""
    for _ in range(_MOST_MENDS):
        _, _, findings = read_yaml("\n".join(lines), "")
        fault = next((one for one in findings if one.code in _OF_YAML), None)
        if fault is None:
            return lines
        row = min(fault.line, len(lines)) - 1
        mended = next((one for one in _ways(lines[row]) if one != lines[row]), None)
        if mended is None:
            return None
        lines = [*lines[:row], mended, *lines[row + 1 :]]
    return None


def _ways(line: str) -> Iterator[str]:
    """What may have been meant by a line that is no YAML; at last, that it was none."""
    yield as_typed(line).replace("\t", "  ")
    yield _TIGHT.sub(r"\1: ", line)
    yield _VALUE.sub(_quoted, line)
    yield f"#{line}" if line.strip() and line[0] != "#" else line


def _quoted(found: re.Match[str]) -> str:
    words = found[2].strip("\"'").replace("'", "''")
    return f"{found[1]}'{words}'"
