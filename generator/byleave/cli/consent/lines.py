"""Lines on a terminal: as wide as it is, and no wider than one can read across."""

import shutil
from collections.abc import Iterator
from textwrap import wrap

_WIDEST = 100


def width() -> int:
    """How many columns there are, and no more than one can read across."""
    return min(shutil.get_terminal_size((80, 24)).columns, _WIDEST)


def wrapped(text: str, columns: int, indent: int) -> Iterator[str]:
    """`text` in lines of at most `columns` columns, all of them indented."""
    space = " " * indent
    yield from wrap(
        text,
        max(columns, indent + 20),
        initial_indent=space,
        subsequent_indent=space,
        break_long_words=False,
        break_on_hyphens=False,
    )
