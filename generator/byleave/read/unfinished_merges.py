"""Marks that version control leaves in a file where two people changed the same lines.

On both sides of them stands what one of the two has written, so that nothing in the file can be
relied on: neither words nor what is said of somebody's permission.
"""

from collections.abc import Iterator

from byleave.diagnostics import Diagnostic, error
from byleave.model.merge_marks import BASE, OF_OTHERS, OURS, PARTING, SIGNS, THEIRS
from byleave.positions import Position


def merge_faults(text: str, path: str) -> tuple[Diagnostic, ...]:
    """A finding for each place in the file at `path` where a merge was left unfinished."""
    if not any(sign in text for sign in SIGNS):
        return ()
    message = "marks of an unfinished merge stand here: two people changed the same lines"
    do = (
        "keep the right lines of both, and take out those that begin with marks such as <<<<<<<, "
        "======= and >>>>>>>; where such a line is meant, put a space in front of it"
    )
    return tuple(
        error(path, "unfinished-merge", message, do, Position(line=line, column=1))
        for line in _beginnings(text.split("\n"))
    )


def sides(text: str) -> tuple[str, ...]:
    """The file as each of the two has it, where such marks stand in it; else `text` alone."""
    if not merge_faults(text, ""):
        return (text,)
    ours: list[str] = []
    theirs: list[str] = []
    here = [ours, theirs]
    for line in text.split("\n"):
        if OURS.match(line):
            here = [ours]
        elif BASE.match(line) and len(here) < 2:
            here = []
        elif PARTING.match(line) and len(here) < 2:
            here = [theirs]
        elif THEIRS.match(line):
            here = [ours, theirs]
        else:
            for side in here:
                side.append(line)
    return ("\n".join(ours), "\n".join(theirs))


def _beginnings(lines: list[str]) -> Iterator[int]:
    """The lines, counted from 1, on which a place with marks begins.

    One that somebody has half tidied up begins with its end: but a line of = alone may stand under
    a heading, and > are those of quotations in a quotation, among others of their kind.
    """
    within = parted = False
    for number, line in enumerate(lines, 1):
        if OURS.match(line) or (BASE.match(line) and not within):
            if not within:
                yield number
            within, parted = True, False
        elif PARTING.match(line):
            parted = True
        elif THEIRS.match(line):
            if not within and (parted or _stands_alone(lines, number - 1)):
                yield number
            within = parted = False
        elif OF_OTHERS.match(line):
            yield number


def _stands_alone(lines: list[str], number: int) -> bool:
    beside = lines[max(number - 1, 0) : number] + lines[number + 1 : number + 2]
    return not any(line.startswith(">") for line in beside)
