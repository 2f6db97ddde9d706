"""Every text anywhere inside a value: of a story, of settings, of a page's view."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from byleave.model.published import MediaFile


def strings_in(value: Any) -> Iterator[str]:
    """Every text anywhere inside `value`, except where files are kept on this machine."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, MediaFile):
        yield value.address
    elif is_dataclass(value):
        for field in fields(value):
            yield from strings_in(getattr(value, field.name))
    elif isinstance(value, Mapping):
        for pair in value.items():
            yield from strings_in(pair)
    elif isinstance(value, tuple | list | set | frozenset):
        for one in value:
            yield from strings_in(one)
