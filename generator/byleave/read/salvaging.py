"""What stands beside single keys of front matter that cannot be read as a whole."""

import re
from collections.abc import Iterator
from typing import Any

import yaml

from byleave.diagnostics import nearest
from byleave.model.source import FrontMatter
from byleave.read.front_matter import Split
from byleave.values import field_names

# Each line that is no further in, and belongs to no list that is not either.
_KEY = re.compile(r"^(?=[^\s#-])", re.M)
_END = re.compile(r"^---[^\S\n]*$", re.M)
_MOST_KEYS = 500
_KEYS = frozenset(field_names(FrontMatter))


def values_of(parts: Split, key: str) -> Iterator[Any]:
    """What may be meant by a top `key`, misspelt ones too: all that stands beside one."""
    yield from (value for written, value in _read(parts) if may_mean(written, key))


def may_mean(written: str, key: str) -> bool:
    """Whether a word is a top `key`, or is like it and like no other key more."""
    return written == key or nearest(written, (*_KEYS, key)) == key


def lines_of(parts: Split, key: str) -> Iterator[str]:
    """The single lines of text that may be meant by a top `key`, which may hold a list of them."""
    for value in values_of(parts, key):
        for one in value if isinstance(value, list) else [value]:
            if isinstance(one, str) and one.strip():
                yield " ".join(one.split())


def _read(parts: Split) -> Iterator[tuple[str, Any]]:
    """Each top key with what belongs to it, by itself where the whole cannot be read."""
    if not parts.findings:
        yield from parts.data.items()
        return
    for written in _KEY.split(_END.sub("", parts.yaml))[:_MOST_KEYS]:
        yield from _group(written).items()


def _group(written: str) -> dict[str, Any]:
    try:
        found = yaml.load(written, Loader=yaml.CBaseLoader)  # noqa: S506 - it makes text alone
    except (yaml.YAMLError, ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) and all(isinstance(key, str) for key in found) else {}
