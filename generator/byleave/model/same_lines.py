"""Whether one text is a copy of another, by the lines that both have.

Whoever duplicates a file changes a line of it, or its name; hardly ever most of it.
"""

import re
from collections.abc import Iterable, Set

Lines = frozenset[str]

_ASCII_WORD = re.compile(r"[a-z0-9]+")
_ANY_WORD = re.compile(r"\w+")
# A run of as many words is told from others (law 5); shorter lines stand in many texts.
_TELLING = 8


def lines_of_texts(texts: Iterable[str]) -> Lines:
    """The lines of `texts` that have words, without signs, marks and letters that may get lost."""
    lines = (_plain(line) for text in texts for line in text.splitlines())
    return frozenset(line for line in lines if line)


def _plain(line: str) -> str:
    small = line.casefold()
    return " ".join(_ASCII_WORD.findall(small) or _ANY_WORD.findall(small))


def is_copy(lines: Lines, first: Lines, title: str, *, whole: bool) -> bool:
    """Whether a text of `lines`, called `title`, is a copy of that of which `first` are the lines.

    At least half of the longer text is in the other, and one line of it tells it from others, or is
    its title. Unless `whole`, `first` has what stands beside a text too, and is the longer anyway.
    """
    shared = lines & first
    most = max(len(lines), len(first)) if whole else len(lines)
    return bool(shared) and 2 * len(shared) >= most and _tells(shared, title)


def _tells(shared: Set[str], title: str) -> bool:
    """Whether lines are of no other text."""
    return _plain(title) in shared or any(len(line.split()) >= _TELLING for line in shared)
