"""What the front matter of a file says, whatever is wrong with it; a key may be there twice."""

from collections.abc import Mapping
from typing import Union

from byleave.text_in_files.yaml_places import Node, YamlList, YamlScalar, front_matter

# What a file says, without places: text, a list, or for each key what is said under it. More than
# once is an error of the file, which must not keep anybody from being taken out of it.
Data = Union[str, tuple["Data", ...], Mapping[str, tuple["Data", ...]]]  # noqa: UP007 - a name in quotes takes no |


def record_of(text: str) -> Data:
    """What the front matter of a story file says; raises CannotEditError."""
    return data_of(front_matter(text).root)


def value_at(record: Data | None, *path: str) -> Data | None:
    """What stands at `path` in what `record_of` gave, or None; the last of it, if it is twice."""
    for name in path:
        if not isinstance(record, Mapping) or name not in record:
            return None
        record = record[name][-1]
    return record


def data_of(node: Node) -> Data:
    """What `node` says, without places."""
    if isinstance(node, YamlScalar):
        return node.value
    if isinstance(node, YamlList):
        return tuple(map(data_of, node.items))
    found: dict[str, tuple[Data, ...]] = {}
    for entry in node.entries:
        name = entry.key.value
        found[name] = (*found.get(name, ()), data_of(entry.value))
    return found
