"""What passes from phase to phase: values that nobody can change, told apart by their fields.

Most are structs of msgspec, made in a tenth of the time that a frozen dataclass takes. What an
editor writes down is checked by pydantic, which knows dataclasses: those are records.
"""

import dataclasses
from typing import Any, TypeVar

from msgspec import Struct, structs

Value = TypeVar("Value")


def replace(value: Value, /, **changes: Any) -> Value:
    """The same value with other fields, as `copy.replace` of Python 3.13 makes it.

    Raises TypeError for a field that it does not have.
    """
    if isinstance(value, Struct):
        return structs.replace(value, **changes)
    changed: Value = dataclasses.replace(value, **changes)  # type: ignore[type-var] # a record
    return changed


def field_names(value: object) -> tuple[str, ...]:
    """The names of the fields of a value, or of its class; none for anything else."""
    if isinstance(value, Struct) or (isinstance(value, type) and issubclass(value, Struct)):
        return value.__struct_fields__
    if dataclasses.is_dataclass(value):
        return tuple(field.name for field in dataclasses.fields(value))
    return ()
