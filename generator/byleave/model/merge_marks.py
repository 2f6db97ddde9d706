"""The marks that version control leaves in a file where two people changed the same lines."""

import re

# Git, Mercurial and Subversion write seven signs; git can be told to write more.
OURS = re.compile(r"<{7,}(?:\s|\Z)")
BASE = re.compile(r"\|{7} [^|]*\Z")
PARTING = re.compile(r"={7,}\s*\Z")
THEIRS = re.compile(r">{7,}(?:\s|\Z)")


def is_mark(line: str) -> bool:
    """Whether `line` is one that version control wrote between the lines of two people."""
    return any(mark.match(line) for mark in (OURS, BASE, PARTING, THEIRS))


def without_marks(text: str) -> str:
    """What stands in a file with such marks, the lines of all sides one after the other."""
    return "\n".join(line for line in text.split("\n") if not is_mark(line))
