"""What stands beside single keys of front matter that cannot be read as a whole."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from byleave.model.source import FrontMatter
from byleave.read.front_matter.splitting import FileParts
from byleave.read.front_matter.yaml_text import read_yaml
from byleave.suggestions import nearest
from byleave.values import field_names

# Each line that is no further in, and belongs to no list that is not either.
_KEY = re.compile(r"^(?=[^\s#-])", re.M)
_END = re.compile(r"^---[^\S\n]*$", re.M)
_MOST_KEYS = 500
_KEYS = frozenset(field_names(FrontMatter))
_LINES = frozenset(("title", "summary"))


def values_of(parts: FileParts, key: str) -> Iterator[Any]:
    """What may be meant by a top `key`, misspelt ones too: all that stands beside one."""
    yield from (value for written, value in _read(parts) if may_mean(written, key))


def may_mean(written: str, key: str) -> bool:
    """Whether a word is a top `key`, or is like it and like no other key more."""
    if written == key or written in _KEYS:  # what is known is like nothing else more
        return written == key
    return nearest(written, (*_KEYS, key)) == key


def lines_of(parts: FileParts, key: str) -> Iterator[str]:
    """The single lines of text that may be meant by a top `key`, which may hold a list of them."""
    for value in values_of(parts, key):
        for one in value if isinstance(value, list) else [value]:
            if isinstance(one, str) and one.strip():
                yield " ".join(one.split())


def values_by_key(parts: FileParts) -> Mapping[str, list[Any]]:
    """All that may be meant by each top key, in the order in which it stands there.

    Of a title or a summary that YAML cannot read, the words are taken as they stand.
    """
    found: dict[str, list[Any]] = defaultdict(list)
    for written, value in _read(parts):
        key = written if written in _KEYS else nearest(written, _KEYS)
        if key:
            found[key].append(_in_one(value) if key in _LINES else value)
    for key in _LINES - found.keys():
        if said := re.search(rf"^[ \t]*{key}[ \t]*:?[ \t]*(\S.*)", parts.yaml, re.M):
            found[key].append(said[1].strip(" \t\"'[]{}"))
    return found


def _in_one(value: Any) -> Any:
    """The words of a line, also where they are written as a list or a group."""
    if isinstance(value, dict):
        value = list(value.values())
    return " ".join(map(str, value)) if isinstance(value, list) else value


def _read(parts: FileParts) -> Iterator[tuple[str, Any]]:
    """Each top key with what belongs to it, by itself where the whole cannot be read."""
    if not parts.findings:
        yield from parts.data.items()
        return
    yield from _one_by_one(parts.yaml)


@lru_cache(maxsize=1)
def _one_by_one(yaml: str) -> tuple[tuple[str, Any], ...]:
    """The top keys of `yaml`, each read by itself; several are asked for in a row."""
    groups = _KEY.split(_END.sub("", yaml))[:_MOST_KEYS]
    # With the bounds that all front matter has: what is too deep for YAML's own reader ends us.
    return tuple(one for written in groups for one in read_yaml(written, "")[0].items())
