"""Every code that a finding can have, found in the program's own text."""

import ast
from collections.abc import Iterator
from functools import cache

from tests.architecture.sources import Module, own_modules
from tests.docs.records import RECORDS, needed

# The functions that make a finding or the fault of a value, and where the code stands in a call.
_SECOND = {"error", "warning", "warnings_on", "advice", "advice_on"}
_FIRST = {"_fault", "_parsed", "PydanticCustomError", "fault"}

# Make a line of a table: of what is told of markup, and of advice.
_OF_A_TABLE = {"_Kind": "warning", "Advice": "advice"}
# Codes that a call is handed by the code around it, which is looked at by itself.
HANDED_ON = {"code", "kind", "kind.code"}
# `records.py` makes a code of the name of each key that is needed.
OF_A_KEY = "f'{name}-missing'"


@cache
def codes() -> dict[str, set[str]]:
    """Each code with the severities that it can have."""
    found: dict[str, set[str]] = {}
    for module in own_modules():
        for code, severity in _in_module(module):
            found.setdefault(code, set()).add(severity)
    return found


def _in_module(module: Module) -> Iterator[tuple[str, str]]:
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Call):
            yield from _in_call(node, module)
        elif isinstance(node, ast.Yield) and module.is_in("byleave.check"):
            # A check of structure yields pairs of a code and a message.
            parts = node.value.elts if isinstance(node.value, ast.Tuple) else []
            if len(parts) == 2 and isinstance(parts[0], ast.Constant):
                yield str(parts[0].value), "error"


def _in_call(call: ast.Call, module: Module) -> Iterator[tuple[str, str]]:
    name = _name(call)
    if name == "replace":
        # A finding that stands for others is as bad as they are.
        for keyword in call.keywords:
            if keyword.arg == "code" and isinstance(keyword.value, ast.Constant):
                yield from ((str(keyword.value.value), one) for one in ("error", "warning"))
    if name in _OF_A_TABLE:
        severity = _OF_A_TABLE[name]
        values = (one.value for one in call.keywords if one.arg == "code")
        yield from ((str(one.value), severity) for one in values if isinstance(one, ast.Constant))
    place = 1 if name in _SECOND else 0
    # What a text has that no engine takes has no code of its own.
    first = set() if module.is_in("byleave.render.prose") else _FIRST
    if name not in _SECOND | first or len(call.args) <= place:
        return
    code = call.args[place]
    severity = _severity(name)
    if isinstance(code, ast.Constant) and isinstance(code.value, str):
        yield code.value, severity
    elif ast.unparse(code) == OF_A_KEY:
        for record in RECORDS:
            yield from ((f"{key}-missing", severity) for key in needed(record))
    elif name in _SECOND and ast.unparse(code) not in HANDED_ON:
        raise AssertionError(f"{module.name}:{call.lineno}: what code is {ast.unparse(code)}?")


def _severity(name: str) -> str:
    if name.startswith("advice"):
        return "advice"
    return "error" if name == "error" or name in _FIRST else "warning"


def _name(call: ast.Call) -> str:
    if isinstance(call.func, ast.Name):
        return call.func.id
    return call.func.attr if isinstance(call.func, ast.Attribute) else ""
