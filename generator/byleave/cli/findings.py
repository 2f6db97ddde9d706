"""Findings as text: grouped where one comes often, the most harmful first, all if asked."""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator

from click import style

from byleave.diagnostics import Diagnostic

COLOURS = {"error": "red", "warning": "yellow"}
_MOST = 3  # of one kind that are told one by one
_MOST_LINES = 20  # on a terminal: what a small window holds, beside the summary


def as_text(
    findings: Iterable[Diagnostic], *, every: bool = False, named: bool = False, short: bool = False
) -> str:
    """The findings as lines.

    Unless `every` one is asked for, those of one kind are told together where they are many.
    `named` says what each is about, as it is written; `short`, that no more than a screen is told.
    """
    found = list(findings)
    if every:
        return "\n".join(_coloured(one, named=named) for one in found)
    told = [_kind(kind, named=named) for kind in _kinds(found)]
    if not short:
        return "\n".join(line for kind in told for line in kind)
    return "\n".join(_one_screen(told, found))


def _kinds(found: list[Diagnostic]) -> list[list[Diagnostic]]:
    """Those that are told together: errors first, and each as it comes in its file."""
    codes = Counter(one.code for one in found)
    dos = Counter((one.code, one.do) for one in found)
    kinds: dict[Hashable, list[Diagnostic]] = defaultdict(list)
    for one in sorted(found, key=lambda one: one.severity):
        many = (one.code, one.do) if dos[one.code, one.do] > _MOST else one.code
        key = one if codes[one.code] <= _MOST else (one.severity, many)
        kinds[key].append(one)
    return list(kinds.values())


def _kind(found: list[Diagnostic], *, named: bool) -> list[str]:
    if len(found) <= _MOST:
        return [_coloured(one, named=named) for one in found]
    first = found[0]
    files = len({one.path for one in found})
    where = "1 file" if files == 1 else f"{files:,} files"
    examples = _examples(found)
    one_do = len({one.do for one in found}) == 1
    return [
        f"{_label(first)}: {len(found):,} times, in {where}",
        *(_example(one, named=named, do=not one_do) for one in examples),
        f"  and {len(found) - len(examples):,} more: --verbose names all",
        *([f"  do: {first.do}"] if one_do else []),
    ]


def _examples(found: list[Diagnostic]) -> list[Diagnostic]:
    """A few of them, those that differ in what they say before those that do not."""
    different = {(one.message, one.do, one.about): one for one in reversed(found)}
    chosen = list(reversed(different.values()))[:_MOST]
    return chosen + [one for one in found if one not in chosen][: _MOST - len(chosen)]


def _example(one: Diagnostic, *, named: bool, do: bool) -> str:
    about = f": {one.about}" if named and one.about else ""
    said = f"  {one.path}:{one.line}:{one.column}: {one.message}{about}"
    return f"{said}\n    do: {one.do}" if do else said


def _one_screen(kinds: list[list[str]], found: list[Diagnostic]) -> Iterator[str]:
    lines = 0
    for number, kind in enumerate(kinds):
        lines += sum(line.count("\n") + 1 for line in kind)
        if number and lines > _MOST_LINES:
            left = len(kinds) - number
            yield f"and {left:,} more like these, of {len(found):,} in all: --verbose names all"
            return
        yield from kind


def _coloured(finding: Diagnostic, *, named: bool) -> str:
    label = f"{finding.severity}[{finding.code}]"
    return finding.as_text(named=named).replace(label, _label(finding), 1)


def _label(finding: Diagnostic) -> str:
    label = f"{finding.severity}[{finding.code}]"
    return style(label, fg=COLOURS[finding.severity], bold=True)
