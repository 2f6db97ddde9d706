"""Advice as text: told by kind, so that many places of one kind are one thing to read."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from click import style

from byleave.cli.findings import COLOURS
from byleave.diagnostics import Diagnostic
from byleave.wording.kinds import ADVICE

_MOST_FILES = 3
_MOST_LINES = 6
_LINES = " (line"


def as_advice(found: Iterable[Diagnostic], *, every: bool = False) -> str:
    """All that was `found`, kind by kind; of each a few files, unless `every` one is asked for."""
    kinds: defaultdict[tuple[str, str, str], list[Diagnostic]] = defaultdict(list)
    for one in found:
        kinds[one.code, one.message.partition(_LINES)[0], one.do].append(one)
    order = sorted(kinds.items(), key=lambda kind: (-len(kind[1]), kind[0]))
    return "\n".join(line for kind, ones in order for line in _kind(*kind, ones, every=every))


def _kind(code: str, said: str, do: str, found: list[Diagnostic], *, every: bool) -> Iterator[str]:
    label = style(f"advice[{code}]", fg=COLOURS["advice"], bold=True)
    asked = ADVICE[code].criterion if code in ADVICE else ""
    yield f"{label}: {said}{f' (WCAG {asked})' if asked else ''}"
    shown = found if every else found[:_MOST_FILES]
    for one in shown:
        beside = one.message.partition(_LINES)[2].partition(")")[2]
        yield f"  {one.path}:{_lines(one)}{beside}"
    if more := len(found) - len(shown):
        yield f"  and {more:,} more: --verbose names all"
    yield f"  do: {do}"


def _lines(one: Diagnostic) -> str:
    lines = one.lines or (one.line,)
    shown = ", ".join(map(str, lines[:_MOST_LINES]))
    return f"{shown}, …" if len(lines) > _MOST_LINES else shown
