"""What is wrong with text that is not YAML, in words for somebody who has never heard of YAML."""

import yaml
from msgspec import Struct

from byleave.positions import Position

_QUOTES = "put quotes around the words"


class YamlFault(Struct, frozen=True, kw_only=True):
    """What is wrong, what to do about it, and where."""

    message: str
    do: str
    at: Position


# A part of what libyaml says, to what is meant by it; the first that fits counts.
_NO_ESCAPE = (
    "a backslash between double quotation marks begins a sign of its own, and this is none",
    "write it twice, or put single quotation marks around the words",
)
_PLAINLY = (
    ("tab character", "a tab stands where spaces belong", "put spaces in place of the tab"),
    (
        "mapping values are not allowed",
        "there is a colon where no key can begin",
        'put straight quotes around words with a colon in them, as in title: "One: two"; '
        "begin each key right under the one before it",
    ),
    ("',' or ']'", "a [ opens a list here, and no ] closes it", "put ] after the last item"),
    ("',' or '}'", "a { opens a group here, and no } closes it", "put } after the last key"),
    (
        "unexpected end of stream",
        "a quotation mark opens here, and none closes it",
        "put the same mark after the last word, or take this one out",
    ),
    (
        "expected ':'",
        "this line has no colon between a key and what belongs to it",
        "write it like `title: The shed`, with a space after the colon",
    ),
    (
        "expected key",
        "this does not fit the lines above it",
        f"begin keys that belong together in the same column; {_QUOTES} on this line, "
        "doubling any ' inside '…'",
    ),
    (
        "block sequence entries",
        "a list cannot begin here",
        f"begin it on the line below; or, if the hyphen is part of the words, {_QUOTES}",
    ),
    (
        "invalid Unicode character escape",
        "this is half of a sign, as other programs write emoji",
        "write the sign itself in its place, or in words what it says",
    ),
    ("unknown escape", *_NO_ESCAPE),
    ("hexdecimal", *_NO_ESCAPE),
    ("alphabetic or numeric", "YAML's & and * are not used here", f"{_QUOTES} that begin so"),
    ("comment or line break", "YAML's > and | stand alone on their line", f"{_QUOTES}"),
    ("cannot start any token", "words cannot begin with this character", _QUOTES),
)
_OTHERWISE = (
    "this cannot be understood",
    "look at this line and the one before it: quotes, colons, and the spaces they begin with",
)
# For these the beginning tells more than the place where the search for an end was given up.
_FROM_THE_BEGINNING = ("',' or ']'", "',' or '}'", "unexpected end of stream", "expected ':'")


def yaml_fault(fault: yaml.YAMLError, text: str, first_line: int) -> YamlFault:
    """What `fault` says of `text`, whose first line is line `first_line` of its file."""
    problem = str(getattr(fault, "problem", None) or "")
    known = next((part for part, _, _ in _PLAINLY if part in problem), "")
    mark = getattr(fault, "problem_mark", None)
    if known in _FROM_THE_BEGINNING:
        mark = getattr(fault, "context_mark", None) or mark
    line, column = (mark.line, mark.column) if mark else (0, 0)
    lines = text.split("\n")
    if lines[min(line, len(lines) - 1)][column : column + 1] == "\t":
        known = "tab character"
    message, do = next(((m, d) for part, m, d in _PLAINLY if part == known), _OTHERWISE)
    return YamlFault(message=message, do=do, at=Position(line=line + first_line, column=column + 1))
