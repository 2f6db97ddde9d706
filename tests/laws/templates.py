"""Compiles each template once for all the sites that tests build, which are thousands.

What Jinja compiles depends on the template's text alone; compiled anew for every site, the
templates would take nine tenths of the time.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from unittest.mock import patch

from jinja2 import Environment

import byleave

OURS = str(Path(byleave.__file__).parent)
compiled_anew = Environment.compile
_compiled: dict[tuple[object, ...], Any] = {}


def _compiled_once(self: Environment, source: Any, *rest: Any, **named: Any) -> Any:
    """What `Environment.compile` returns, from memory where the same was asked before."""
    asked = (type(self), source, rest, tuple(sorted(named.items())))
    # What a site brings is no file of ours, and what it is compiled to may hang on the language.
    if not str(rest[-1] if rest else "").startswith(OURS):
        return compiled_anew(self, source, *rest, **named)
    if asked not in _compiled:
        _compiled[asked] = compiled_anew(self, source, *rest, **named)
    return _compiled[asked]


@contextmanager
def compiled_once() -> Iterator[None]:
    """Builds in here share their compiled templates with all others in here."""
    with patch.object(Environment, "compile", _compiled_once):
        yield
