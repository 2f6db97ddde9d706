"""Every text anywhere inside a value: of a story, of settings, of a page's view."""

from collections.abc import Iterator, Mapping
from typing import Any

from byleave.model.published import MediaFile
from byleave.values import field_names


def strings_in(value: Any) -> Iterator[str]:
    """Every text anywhere inside `value`, except where files are kept on this machine."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, MediaFile):
        yield value.address
    elif isinstance(value, Mapping):
        for pair in value.items():
            yield from strings_in(pair)
    elif isinstance(value, tuple | list | set | frozenset):
        for one in value:
            yield from strings_in(one)
    else:
        for name in field_names(value):
            yield from strings_in(getattr(value, name))
