"""Values as YAML writes them: with quotes where YAML, or another program, needs them."""

import re
from collections.abc import Mapping, Sequence
from typing import Any, Union

import yaml
from yaml.nodes import ScalarNode
from yaml.resolver import Resolver

# Text, a list, or keys and values.
Value = Union[str, tuple["Value", ...], Mapping[str, "Value"]]  # noqa: UP007 - a name in quotes takes no |

# Words, numbers and dates need no quotes anywhere in YAML; all else gets them.
_PLAIN = re.compile(r"[^\W_](?:[\w ./()'’+-]*[\w./()'’+-])?")
# What other programs take for something else than text, though Byleave does not.
_NOT_TEXT = re.compile(r"tag:yaml\.org,2002:(?:bool|null|int|float|merge|value)")
_WIDEST = 1_000_000


def in_one_line(value: Value) -> str:
    """`value` as it may stand after a key, between braces too."""
    if isinstance(value, str):
        return _scalar(value)
    if isinstance(value, Mapping):
        pairs = (f"{_scalar(key)}: {in_one_line(one)}" for key, one in value.items())
        return f"{{{', '.join(pairs)}}}"
    return f"[{', '.join(map(in_one_line, value))}]"


def block_items(values: Sequence[Value], between: str) -> str:
    """`values` as a list of lines that begin with a hyphen; `between` is a break and an indent."""
    return between.join(f"- {in_one_line(value)}" for value in values) or "[]"


def _scalar(value: str) -> str:
    if _PLAIN.fullmatch(value) and not _NOT_TEXT.match(_tag(value)):
        return value
    dumped = yaml.safe_dump(value, default_style='"', allow_unicode=True, width=_WIDEST)
    return str(dumped).strip()


def _tag(value: str) -> str:
    resolver: Any = Resolver()
    return str(resolver.resolve(ScalarNode, value, (True, False)))
