"""Where lines break on a terminal: between words, and never within a command to be copied.

A terminal breaks a line where it is full, in the middle of a word. What programs read, and what
holds tabs or moves the cursor, stays as it is.
"""

import re
from unicodedata import combining, east_asian_width

_NARROWEST = 20  # columns, below which nothing can be set in lines
_INDENT = 4  # of what goes on, beyond the indent of its line; "do: " fills it
_STYLE = re.compile(r"\x1b\[[0-9;]*m")
_QUOTED = r"\"[^\"]*\"|'[^']*'"
# A command goes on to the end of what it is part of, so that half of it is never run: words that
# follow it are a little less than well set, which does no harm. `…` holds what is typed, too.
_PIECE = re.compile(rf"`[^`\n]*`\S*|byleave(?: (?:{_QUOTED}|[^\s,;]+(?![^\s,;])))*\S*|\S+")
_TYPED = ("git ", "cd ")  # a line that begins so is a command from its first word to its last
_CONTROL = re.compile(r"[\r\t\b]|\x1b(?!\[[0-9;]*m)")


def broken(text: str, columns: int) -> str:
    """`text` with line breaks where a line would be wider than `columns`."""
    if columns < _NARROWEST or _CONTROL.search(text):
        return text
    return "\n".join(_line(line, columns) for line in text.split("\n"))


def _line(line: str, columns: int) -> str:
    bare = line.lstrip(" ")
    if _width(line) <= columns or bare.startswith(_TYPED):
        return line
    indent = len(line) - len(bare)
    lines, filled, end = [" " * indent], indent, 0
    for piece in _PIECE.finditer(bare):
        space, width = bare[end : piece.start()], _width(piece[0])
        if filled + len(space) + width > columns and filled > indent + _INDENT:
            lines.append(" " * (indent + _INDENT))
            filled, space = indent + _INDENT, ""
        lines[-1] += space + piece[0]
        filled += len(space) + width
        end = piece.end()
    return "\n".join(lines) + bare[end:]


def _width(text: str) -> int:
    plain = _STYLE.sub("", text)
    if plain.isascii():
        return len(plain)
    return sum(0 if combining(one) else 1 + (east_asian_width(one) in "WF") for one in plain)
