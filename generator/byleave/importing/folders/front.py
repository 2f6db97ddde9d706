"""Front matter of other programs: YAML, TOML or JSON, each value as the text that it was."""

import json
import re
import tomllib
from collections.abc import Iterator, Mapping
from datetime import date, datetime, time
from typing import Any

import yaml

from byleave.beginning.front_matter import one_line

Data = Mapping[str, Any]
_YAML = re.compile(r"\A---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.S | re.M)
_TOML = re.compile(r"\A\+\+\+[ \t]*\n(.*?)^\+\+\+[ \t]*(?:\n|\Z)", re.S | re.M)
_DEEPEST = 8


class UnreadableFrontError(Exception):
    """Front matter cannot be read."""


def split_front(text: str) -> tuple[Data, str]:
    """The keys at the top of a file, in small letters, and the text below; raises."""
    if found := _YAML.match(text):
        return _keys(of_yaml(found[1])), text[found.end() :]
    if found := _TOML.match(text):
        return _keys(of_toml(found[1])), text[found.end() :]
    if text.startswith(("{\n", '{"')):
        try:
            data, end = json.JSONDecoder().raw_decode(text)
        except (ValueError, RecursionError):
            raise UnreadableFrontError from None
        return _keys(_as_text(data)), text[end:]
    return {}, text


def of_yaml(text: str) -> Any:
    """What YAML says, as text; without its references, by which a line can mean a million."""
    try:
        if any(
            isinstance(one, yaml.AliasEvent) for one in yaml.parse(text, Loader=yaml.CBaseLoader)
        ):
            raise UnreadableFrontError
        return yaml.load(text, Loader=yaml.CBaseLoader)  # noqa: S506 - it makes text alone
    except (yaml.YAMLError, ValueError, RecursionError):
        raise UnreadableFrontError from None


def of_toml(text: str) -> Any:
    """What TOML says, as text."""
    try:
        return _as_text(tomllib.loads(text))
    except (tomllib.TOMLDecodeError, ValueError, RecursionError):
        raise UnreadableFrontError from None


def _as_text(value: Any, depth: int = 0) -> Any:
    if depth > _DEEPEST:
        return ""
    if isinstance(value, dict):
        return {str(key): _as_text(one, depth + 1) for key, one in value.items()}
    if isinstance(value, list):
        return [_as_text(one, depth + 1) for one in value]
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime):
        return value.isoformat(sep=" ")
    if isinstance(value, date | time):
        return value.isoformat()
    return "" if value is None else str(value)


def _keys(data: Any) -> Data:
    return {str(key).casefold(): one for key, one in data.items()} if isinstance(data, dict) else {}


def line(data: Data, *names: str) -> str:
    """The first of the keys `names` that has a text, in one line."""
    for name in names:
        value = data.get(name)
        if isinstance(value, str) and value.strip():
            return one_line(value)
    return ""


def several(data: Data, *names: str, spaces: bool = False) -> Iterator[str]:
    """The texts of the keys `names`: lists, or one line with commas (or with `spaces`) in it."""
    for name in names:
        value = data.get(name)
        if isinstance(value, str):
            value = value.split(",") if "," in value or not spaces else value.split()
        for one in value if isinstance(value, list) else ():
            if isinstance(one, str) and one.strip():
                yield one_line(one)


def says_yes(data: Data, *names: str) -> bool:
    """Whether one of the keys `names` says yes."""
    return line(data, *names).casefold() in ("true", "yes", "1", "on")
