"""Signs that look like others, named where they may be what is wrong with front matter.

A word processor, a phone and a web page put them in place of a space, a hyphen or a quotation
mark; nobody can see the difference, and YAML and dates know only the plain one.
"""

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

from byleave.diagnostics import Diagnostic, warnings_on
from byleave.read.front_matter.yaml_text import read_yaml
from byleave.text_in_files.plain_spaces import odd_lines
from byleave.values import replace

_SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_BEFORE = r"(?:^[ \t]*(?:-[ \t]+)?|[:,\[{][ \t]*)"
_SPACE, _HYPHEN, _QUOTE = "a space", "a hyphen", "a straight quotation mark"
# Where one can be at fault, and what belongs there; in a sentence beside a key none is.
_STAND_FOR = (
    (re.compile(rf"(?:^[ \t]*|[:,\[{{-][ \t]*)([{_SPACES}])"), _SPACE),
    (re.compile(rf"([{_SPACES}])[ \t]*[:#]"), _SPACE),
    (re.compile(rf"\d([{_SPACES}])\d\d[:.]"), _SPACE),
    (re.compile(rf"{_BEFORE}([“”„‟«»‘’‚‹›＂＇])"), _QUOTE),
    (re.compile(r"\d([‐‑‒–—−﹣－])\d"), _HYPHEN),
    (re.compile(r"^[ \t]*([•·‣◦▪‐‑‒–—−\ue000-\uf8ff])[ \t\u00a0]"), _HYPHEN),
    (re.compile(r"^[ \t]*(?:-[ \t]+)?[\w-]+[ \t]*([：﹕∶꞉])"), "a colon"),
    (re.compile(r"\[[^\]]*?([，、،])"), "a comma"),
    (re.compile("([\u2028\u2029])"), "the end of a line"),
    (re.compile("([\u00ad\u200b-\u200f\u2060\ufeff])"), "nothing"),
)
_NAMES = {
    "\u00a0": "a no-break space",
    "\u202f": "a narrow no-break space",
    "\u2028": "the sign U+2028",
    "\u2029": "the sign U+2029",
    _SPACE: "a wide or narrow space",
    _HYPHEN: "a dash or bullet",
    _QUOTE: "a curly quotation mark",
    "a colon": "a colon of another script",
    "a comma": "a comma of another script",
    "nothing": "a sign that nobody sees",
}
# What such a sign can be the cause of; of the first of them, on another line too.
_OF_YAML = frozenset(("yaml", "not-keys", "key"))
_CAUSED = _OF_YAML | frozenset(
    "unknown-key wrong-type not-text not-a-list choice date year date-time time yes-no voice-id "
    "language web-address site-path".split()
)


_TYPED = {
    _SPACE: " ",
    _HYPHEN: "-",
    _QUOTE: '"',
    "a colon": ":",
    "a comma": ",",
    "the end of a line": " ",
    "nothing": "",
}


class _Sign(Struct, frozen=True, kw_only=True):
    """A sign at `line` and `column` of a file, both from 1, and what belongs in its place."""

    line: int
    column: int
    name: str
    stands_for: str


def as_typed(line: str) -> str:
    """`line` with what belongs in the place of signs that look like it."""
    for pattern, meant in _STAND_FOR if not line.isascii() else ():
        for found in reversed(list(pattern.finditer(line))):
            line = f"{line[: found.start(1)]}{_TYPED[meant]}{line[found.end(1) :]}"
    return line


def with_signs_named(
    findings: Iterable[Diagnostic], yaml: str, first_line: int
) -> tuple[Diagnostic, ...]:
    """`findings` about `yaml`, whose first line is `first_line`: each with the sign that it is for.

    What cannot be for such a sign stays as it is.
    """
    found = tuple(findings)
    if yaml.isascii() or not any(one.code in _CAUSED for one in found):
        return found
    lines = yaml.split("\n")
    return tuple(_named(one, lines, first_line) for one in found)


def _named(finding: Diagnostic, lines: list[str], first_line: int) -> Diagnostic:
    row = finding.line - first_line
    if finding.code not in _CAUSED or row < 0:
        return finding
    sign = next(_signs(lines, range(row, min(row + 1, len(lines)))), None)
    if sign is None and finding.code in _OF_YAML:
        sign = next(_signs(lines, range(len(lines))), None)
    if sign is None or (finding.code in _OF_YAML and not _helps(lines, sign.line)):
        return finding
    return replace(
        finding,
        line=sign.line + first_line,
        column=sign.column,
        about="",
        message=f"{sign.name} stands here, where {sign.stands_for} belongs: they look alike",
        do=f"delete it and type {sign.stands_for} in its place"
        if sign.stands_for != "nothing"
        else "delete it; it is between the letters beside this place",
    )


def odd_spaces(yaml: str, path: str, first_line: int) -> Iterator[Diagnostic]:
    """A warning where signs that look like a space count as one: no other program takes them so."""
    message = "a no-break space, or another that only looks like a space, counts as a space here"
    do = "type a plain space in its place, so that other programs can read this file too"
    lines = (number + first_line - 1 for number in odd_lines(yaml))
    yield from warnings_on(path, "odd-space", message, do, lines)


def _helps(lines: list[str], row: int) -> bool:
    """Whether YAML can be read further with what belongs in the place of the signs in a row."""
    typed = "\n".join([*lines[:row], as_typed(lines[row]), *lines[row + 1 :]])
    before, after = (_fault_of(text) for text in ("\n".join(lines), typed))
    return after is None or (before is not None and after > before)


def _fault_of(text: str) -> int | None:
    """The line of what keeps `text` from being read."""
    return next((one.line for one in read_yaml(text, "")[2] if one.code in _OF_YAML), None)


def _signs(lines: list[str], rows: Iterable[int]) -> Iterator[_Sign]:
    for row in rows:
        for pattern, meant in _STAND_FOR:
            if found := pattern.search(lines[row]):
                name = _NAMES.get(found[1], _NAMES.get(meant, ""))
                column = found.start(1) + 1
                yield _Sign(line=row, column=column, name=name, stands_for=meant)
