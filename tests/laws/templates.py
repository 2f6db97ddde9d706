"""Compiles each template once for a whole run of the laws, which build thousands of sites.

What Jinja compiles depends on the template's text alone; compiled anew for every site, the
templates would take nine tenths of the time.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch

from jinja2 import Environment

_compile = Environment.compile
_compiled: dict[tuple[object, ...], Any] = {}


def _compiled_once(self: Environment, source: Any, *rest: Any, **named: Any) -> Any:
    """What `Environment.compile` returns, from memory where the same was asked before."""
    asked = (type(self), source, rest, tuple(sorted(named.items())))
    if asked not in _compiled:
        _compiled[asked] = _compile(self, source, *rest, **named)
    return _compiled[asked]


@contextmanager
def compiled_once() -> Iterator[None]:
    """Builds in here share their compiled templates with all others in here."""
    with patch.object(Environment, "compile", _compiled_once):
        yield
