"""Marks that version control leaves in a file where two people changed the same lines.

On both sides of them stands what one of the two has written, so that nothing in the file can be
relied on: neither words nor what is said of somebody's permission.
"""

import re
from collections.abc import Iterator

from byleave.diagnostics import Diagnostic, error
from byleave.positions import Position

# Git, Mercurial and Subversion write seven signs; git can be told to write more.
_OURS = re.compile(r"<{7,}(?:\s|\Z)")
_BASE = re.compile(r"\|{7} [^|]*\Z")
_PARTING = re.compile(r"={7,}\s*\Z")
_THEIRS = re.compile(r">{7,}(?:\s|\Z)")


def merge_faults(text: str, path: str) -> tuple[Diagnostic, ...]:
    """A finding for each place in the file at `path` where a merge was left unfinished."""
    if "<<<<<<<" not in text and ">>>>>>>" not in text and "|||||||" not in text:
        return ()
    message = "marks of an unfinished merge stand here: two people changed the same lines"
    do = (
        "keep the right lines of both, and take out those that begin with <<<<<<<, ======= and "
        ">>>>>>>; where such a line is meant, put a space in front of it"
    )
    return tuple(
        error(path, "unfinished-merge", message, do, Position(line=line, column=1))
        for line in _beginnings(text.split("\n"))
    )


def without_marks(text: str) -> str:
    """What stands in a file with such marks, the lines of all sides one after the other."""
    marks = (_OURS, _BASE, _PARTING, _THEIRS)
    lines = (line for line in text.split("\n") if not any(mark.match(line) for mark in marks))
    return "\n".join(lines)


def _beginnings(lines: list[str]) -> Iterator[int]:
    """The lines, counted from 1, on which a place with marks begins.

    One that somebody has half tidied up begins with its end: but a line of = alone may stand under
    a heading, and > are those of quotations in a quotation, among others of their kind.
    """
    within = parted = False
    for number, line in enumerate(lines, 1):
        if _OURS.match(line) or (_BASE.match(line) and not within):
            if not within:
                yield number
            within, parted = True, False
        elif _PARTING.match(line):
            parted = True
        elif _THEIRS.match(line):
            if not within and (parted or _stands_alone(lines, number - 1)):
                yield number
            within = parted = False


def _stands_alone(lines: list[str], number: int) -> bool:
    beside = lines[max(number - 1, 0) : number] + lines[number + 1 : number + 2]
    return not any(line.startswith(">") for line in beside)
