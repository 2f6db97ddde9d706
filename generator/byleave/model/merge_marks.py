"""The marks that version control leaves in a file where two people changed the same lines."""

import re

# Git, Mercurial and Subversion write seven signs; git can be told to write more. Editors on the web
# put a backslash before each of them, or write it as HTML does.
OURS = re.compile(r"(?:\\?<|&lt;){7,}")
BASE = re.compile(r"(?:\\?\|){7} [^|]*\Z")
PARTING = re.compile(r"(?:\\?=){7,}\s*\Z")
THEIRS = re.compile(r"(?:\\?>|&gt;){7,}(?!>)")
# Perforce and Darcs: how a place begins with them, and what else they write.
OF_OTHERS = re.compile(r">>>> ORIGINAL \S|(?:v ){6}v\s*\Z")
_WITHIN_OTHERS = re.compile(r"==== (?:THEIRS|YOURS|BOTH)\b|<<<<\s*\Z|\*{13}\s*\Z|(?:\^ ){6}\^\s*\Z")
_MARKS = (OURS, BASE, PARTING, THEIRS, OF_OTHERS, _WITHIN_OTHERS)
# What is in every text with such marks: to look for it takes no time.
SIGNS = ("<<<<<<<", ">>>>>>>", "|||||||", "\\<\\<", "&lt;&lt;", ">>>> ORIGINAL ", "v v v v v v v")


def is_mark(line: str) -> bool:
    """Whether `line` is one that version control wrote between the lines of two people."""
    return any(mark.match(line) for mark in _MARKS)


def without_marks(text: str) -> str:
    """What stands in a file with such marks, the lines of all sides one after the other."""
    return "\n".join(line for line in text.split("\n") if not is_mark(line))
