"""Changes to the front matter of a story file that leave every other byte as it is.

Each change is made in the text itself and then read again: if the file does not say exactly what
it said before and the change, there is no change at all.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from byleave.editing.yaml_values import Value, block_items, in_one_line
from byleave.text_in_files.front_matter import Data, data_of, record_of, value_at
from byleave.text_in_files.yaml_places import (
    CannotEditError,
    Node,
    YamlEntry,
    YamlList,
    YamlMapping,
    front_matter,
    line_of,
)

__all__ = [
    "CannotEditError",
    "Data",
    "Edit",
    "Value",
    "edited",
    "edited_at",
    "record_of",
    "value_at",
]

_BREAK = re.compile(r"\r\n|\r|\n|\Z")


class Edit(Struct, frozen=True, kw_only=True):
    """One key to be written, or to be taken out where `value` is None.

    `path` leads to the key from the root; the groups above it have to be there.
    """

    path: tuple[str, ...]
    value: Value | None


def edited(text: str, edits: Sequence[Edit]) -> str:
    """The whole `text` of a story file with `edits` made in its front matter, in their order.

    Comments, order, quotes, indentation, line ends and a byte order mark stay. Raises
    CannotEditError where an edit cannot be made so that only it changes what the file says.
    """
    for edit in edits:
        text = _with_edit(text, edit)
    return text


def edited_at(path: str, text: str, edits: Sequence[Edit]) -> str:
    """`edited`, for the file at `path`: a CannotEditError says where it is."""
    try:
        return edited(text, edits)
    except CannotEditError as fault:
        fault.path = path
        raise


def _with_edit(text: str, edit: Edit) -> str:
    matter = front_matter(text)
    before = data_of(matter.root)
    group = _group_of(text, matter.root, edit.path)
    wanted = _changed(before, edit.path, edit.value)
    if wanted == before:
        return text
    body = text[matter.end :]
    for candidate in _candidates(text, group, edit):
        if _reads_as(candidate, wanted, body):
            return candidate
    message = "this key cannot be changed without a risk to the others"
    raise CannotEditError(message, line=line_of(text, group.start))


def _reads_as(text: str, wanted: Data, body: str) -> bool:
    try:
        matter = front_matter(text)
    except CannotEditError:
        return False
    return data_of(matter.root) == wanted and text[matter.end :] == body


def _changed(data: Data, path: tuple[str, ...], value: Value | None) -> Data:
    assert isinstance(data, Mapping)  # noqa: S101 - `_group_of` has been there
    name, *rest = path
    if rest:
        return {**data, name: (_changed(data[name][-1], tuple(rest), value),)}
    others = {key: values for key, values in data.items() if key != name}
    return others if value is None else {**others, name: (_said(value),)}


def _said(value: Value) -> Data:
    if isinstance(value, Mapping):
        return {key: (_said(one),) for key, one in value.items()}
    return value if isinstance(value, str) else tuple(map(_said, value))


def _group_of(text: str, root: YamlMapping, path: tuple[str, ...]) -> YamlMapping:
    """The group in which the last key of `path` stands or is to stand, each key there once."""
    node: Node = root
    for name in path[:-1]:
        found = _entry(text, node, name)
        if found is None:
            message = "the keys under which this belongs are not there"
            raise CannotEditError(message, line=line_of(text, node.start))
        node = found.value
    if not isinstance(node, YamlMapping):
        message = "there are no keys here, where some belong"
        raise CannotEditError(message, line=line_of(text, node.start))
    _entry(text, node, path[-1])
    return node


def _entry(text: str, node: Node, name: str) -> YamlEntry | None:
    entries = node.entries if isinstance(node, YamlMapping) else ()
    found = [one for one in entries if one.key.value == name]
    if len(found) > 1:
        line = line_of(text, found[1].key.start)
        raise CannotEditError("a key is here twice", line=line, do="keep one of them")
    return found[0] if found else None


def _candidates(text: str, group: YamlMapping, edit: Edit) -> Iterator[str]:
    """Ways to make the edit, the most natural one first."""
    entry = _entry(text, group, edit.path[-1])
    if edit.value is None:
        assert entry is not None  # noqa: S101 - otherwise nothing is to be changed
        yield from _without(text, group, entry)
    elif entry is None:
        yield from _with_new(text, group, edit.path[-1], edit.value)
    else:
        yield from _with_other(text, entry.value, edit.value)


def _with_other(text: str, old: Node, value: Value) -> Iterator[str]:
    if isinstance(old, YamlList) and isinstance(value, tuple):
        yield from _with_items(text, old, value)
    for gap in ("", " "):
        yield text[: old.start] + gap + in_one_line(value) + text[old.end :]


def _with_items(text: str, old: YamlList, value: tuple[Value, ...]) -> Iterator[str]:
    """Another list in the place of `old`; what was only added is set below what is there."""
    there = tuple(map(data_of, old.items))
    added = value[len(there) :] if there == tuple(map(_said, value))[: len(there)] else ()
    if old.flow:
        if there and added:
            more = "".join(f", {in_one_line(one)}" for one in added)
            at = old.items[-1].end
            yield text[:at] + more + text[at:]
        return
    indent = " " * (old.start - _line_start(text, old.start))
    between = f"{_break_after(text, old.start)}{indent}"
    if added:
        at = _line_end(text, old.items[-1].end)
        yield text[:at] + between + block_items(added, between) + text[at:]
    yield text[: old.start] + block_items(value, between) + text[old.end :]


def _with_new(text: str, group: YamlMapping, name: str, value: Value) -> Iterator[str]:
    said = f"{name}: {in_one_line(value)}"
    if not group.entries:
        yield text[: group.start] + "{" + said + "}" + text[group.end :]
    elif group.flow:
        for entry in reversed(group.entries):
            yield f"{text[: entry.value.end]}, {said}{text[entry.value.end :]}"
        yield f"{text[: group.entries[0].key.start]}{said}, {text[group.entries[0].key.start :]}"
    else:
        start = group.entries[0].key.start
        indent = " " * (start - _line_start(text, start))
        for entry in reversed(group.entries):
            at = _line_end(text, entry.value.end)
            yield f"{text[:at]}{_break_after(text, at)}{indent}{said}{text[at:]}"


def _without(text: str, group: YamlMapping, entry: YamlEntry) -> Iterator[str]:
    place = group.entries.index(entry)
    if len(group.entries) == 1:
        yield text[: group.start] + "{}" + text[group.end :]
    elif not group.flow:
        end = _line_end(text, entry.value.end)
        yield (
            text[: _line_start(text, entry.key.start)] + text[end + len(_break_after(text, end)) :]
        )
    elif place + 1 < len(group.entries):
        yield text[: entry.key.start] + text[group.entries[place + 1].key.start :]
    else:
        yield text[: group.entries[place - 1].value.end] + text[entry.value.end :]


def _line_start(text: str, offset: int) -> int:
    return max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset)) + 1


def _line_end(text: str, offset: int) -> int:
    """The offset of the line break at or after `offset`."""
    found = _BREAK.search(text, offset)
    return found.start() if found else len(text)


def _break_after(text: str, offset: int) -> str:
    """The line break at or after `offset`, which new lines nearby take too."""
    found = _BREAK.search(text, offset)
    return found[0] if found else ""
