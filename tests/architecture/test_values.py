"""What passes from phase to phase is frozen and keyword-only, and holds no lists.

It is a struct, or, where pydantic checks what somebody wrote, a dataclass with slots.
"""

import dataclasses
import inspect
import sys
import typing
from collections.abc import Iterator
from enum import Enum
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest
from msgspec import Struct

from byleave.values import field_names, replace
from tests.architecture.sources import own_modules, put

# Here, a class of the module's own keeps what is open while it goes through the lines of a text.
_READS = "byleave.model.markdown"

CHANGEABLE = (list, dict, set, bytearray)

IMPORTS = "from dataclasses import dataclass\nfrom msgspec import Struct"
FROZEN = "@dataclass(frozen=True, slots=True, kw_only=True)\nclass V:"
STRUCT = "class V(Struct, frozen=True, kw_only=True):"


def faults_of(module: ModuleType) -> list[str]:
    """What is not a value, of all the classes that a module defines."""
    classes = [
        kind
        for _, kind in inspect.getmembers(module, inspect.isclass)
        if kind.__module__ == module.__name__
        and not issubclass(kind, Enum)
        and not (kind.__name__.startswith("_") and module.__name__.startswith(_READS))
    ]
    return [f"{kind.__name__} {fault}" for kind in classes for fault in faults_in(kind)]


def faults_in(kind: type) -> Iterator[str]:
    """Why a class is not a value."""
    if issubclass(kind, Struct):
        is_frozen, in_order = kind.__struct_config__.frozen, positional(kind)
    elif dataclasses.is_dataclass(kind):
        is_frozen = kind.__dataclass_params__.frozen  # type: ignore[attr-defined] # not in the stub
        in_order = [field.name for field in dataclasses.fields(kind) if not field.kw_only]
    else:
        yield "is neither a struct nor a dataclass"
        return
    if not is_frozen:
        yield "is not frozen"
    if "__slots__" not in vars(kind) and not issubclass(kind, Struct):
        yield "has no slots"
    yield from (f"takes {name} by position" for name in in_order)
    hints = typing.get_type_hints(kind)
    for name in field_names(kind):
        if any(part in CHANGEABLE for part in parts_of(hints[name])):
            yield f"can be changed through {name}"


def positional(kind: type) -> list[str]:
    """The fields of a struct that are taken by position."""
    parameters = inspect.signature(kind).parameters.values()
    return [one.name for one in parameters if one.kind is not inspect.Parameter.KEYWORD_ONLY]


def parts_of(annotation: object) -> Iterator[object]:
    """An annotation and all that it is made of."""
    yield typing.get_origin(annotation) or annotation
    for argument in typing.get_args(annotation):
        yield from parts_of(argument)


# Rules hold no values for the next phase; those about names remember what they found out of a sign.
RULES = "byleave.model.names"
MODEL = [
    module.name
    for module in own_modules()
    if module.is_in("byleave.model") and not module.is_in(RULES)
]


@pytest.mark.parametrize("name", MODEL)
def test_values_cannot_be_changed(name: str) -> None:
    """No phase can alter what another one was given."""
    assert faults_of(import_module(name)) == []


def test_there_are_values_to_look_at() -> None:
    """The test above looks at the model itself, and not past it."""
    assert {"byleave.model.source", "byleave.model.published"} <= set(MODEL)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("class V: pass", "V is neither a struct nor a dataclass"),
        ("class V(Struct, kw_only=True):\n    a: int", "V is not frozen"),
        ("class V(Struct, frozen=True):\n    a: int", "V takes a by position"),
        (f"{STRUCT}\n    a: list[int]", "V can be changed through a"),
        (f"{STRUCT}\n    a: tuple[int, ...]", None),
        ("@dataclass(slots=True, kw_only=True)\nclass V: pass", "V is not frozen"),
        ("@dataclass(frozen=True, kw_only=True)\nclass V:\n    a: int", "V has no slots"),
        ("@dataclass(frozen=True, slots=True)\nclass V:\n    a: int", "V takes a by position"),
        (f"{FROZEN}\n    a: list[int]", "V can be changed through a"),
        (f"{FROZEN}\n    a: 'tuple[dict[str, int], ...]'", "V can be changed through a"),
        (f"{FROZEN}\n    a: int | set[int] | None", "V can be changed through a"),
        (f"{FROZEN}\n    a: tuple[int, ...]", None),
    ],
)
def test_what_is_no_value_is_noticed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, fault: str | None
) -> None:
    """Each way of not being a value is told from the others."""
    put(tmp_path, {"shown_here.py": f"{IMPORTS}\n{text}\n"})
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delitem(sys.modules, "shown_here", raising=False)
    assert faults_of(import_module("shown_here")) == ([fault] if fault else [])


class Shown(Struct, frozen=True, kw_only=True):
    """A value."""

    title: str
    lines: tuple[str, ...] = ()


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A record."""

    title: str
    lines: tuple[str, ...] = ()


@pytest.mark.parametrize("kind", [Shown, Written])
def test_values_and_records_are_treated_alike(kind: type[Shown | Written]) -> None:
    """Whoever changes a field need not know which of the two it is."""
    one = kind(title="A shed", lines=("a",))
    assert field_names(one) == field_names(kind) == ("title", "lines")
    assert replace(one, title="A well") == kind(title="A well", lines=("a",))
    assert one.title == "A shed"
    with pytest.raises(TypeError, match="titel"):
        replace(one, titel="A well")


@pytest.mark.parametrize("other", ["text", None, 1, ("a",), str])
def test_nothing_else_has_fields(other: object) -> None:
    """A text is a text, and not a value with parts."""
    assert field_names(other) == ()
