"""Findings as text: grouped where one comes often, the most harmful first, all if asked."""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator

from click import style

from byleave.diagnostics import Diagnostic

COLOURS = {"error": "red", "warning": "yellow", "advice": "cyan"}
_MOST = 3  # of one kind that are told one by one
_MOST_LINES = 20  # on a terminal: what a small window holds, beside the summary
_MOST_KINDS = 8  # that are named where there is no room for them
# Warnings that matter most: what may tell of somebody, and what readers do not see. All others are
# about how it reads.
_OF_SOMEBODY = (
    *("belongs-offline", "telling-link", "telling-setting", "record-lost", "record-left"),
    *("record-nowhere", "record-closed", "record-held", "taken-along", "part-of-a-name"),
    *(
        "role-for-a-name",
        "name-marks",
        "name-braces",
        "relative-not-declared",
        "same-pseudonym",
        "counts-people",
    ),
    *("shows-differ", "review-due", "guard-unread"),
)
_UNSEEN = (
    *("words-lost", "left-out", "heading-alone", "table-cells", "defined-for-nothing"),
    *(
        "shown-from-nowhere",
        "behind-fence",
        "cut-short",
        "media-unused",
        "not-read",
        "not-a-story",
        "name-with-spaces",
    ),
)


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
    kinds = _kinds(found)
    if not short:
        return "\n".join(line for kind in kinds for line in _kind(kind, named=named))
    return "\n".join(_one_screen(kinds, found, named=named))


def _kinds(found: list[Diagnostic]) -> list[list[Diagnostic]]:
    """Those that are told together, the most harmful first."""
    codes = Counter(one.code for one in found)
    dos = Counter((one.code, one.do) for one in found)
    kinds: dict[Hashable, list[Diagnostic]] = defaultdict(list)
    for one in sorted(found, key=lambda one: one.severity):
        many = (one.code, one.do) if dos[one.code, one.do] > _MOST else one.code
        key = one if codes[one.code] <= _MOST else (one.severity, many)
        kinds[key].append(one)
    return sorted(kinds.values(), key=_harm)


def _harm(kind: list[Diagnostic]) -> tuple[str, int, int]:
    """What comes first: errors, and of those what keeps most files away."""
    first = kind[0]
    if first.severity == "error":
        return "error", 0, -len({one.path for one in kind}) if len(kind) > _MOST else 0
    ranks = (number for number, codes in enumerate((_OF_SOMEBODY, _UNSEEN)) if first.code in codes)
    return "warning", next(ranks, 2), 0


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


def _one_screen(
    kinds: list[list[Diagnostic]], found: list[Diagnostic], *, named: bool
) -> Iterator[str]:
    lines = 0
    for number, kind in enumerate(kinds):
        told = _kind(kind, named=named)
        lines += sum(line.count("\n") + 1 for line in told)
        if number and lines > _MOST_LINES:
            yield _named_alone(kinds[number:])
            left = len(kinds) - number
            yield f"and {left:,} more like these, of {len(found):,} in all: --verbose names all"
            return
        yield from told


def _named_alone(kinds: list[list[Diagnostic]]) -> str:
    """How often there are those kinds for which there is no room."""
    counts: Counter[str] = Counter()
    for kind in kinds:
        counts[kind[0].code] += len(kind)
    named = [f"{number:,} × {code}" for code, number in counts.items()]
    more = ", …" if len(named) > _MOST_KINDS else ""
    return f"also: {', '.join(named[:_MOST_KINDS])}{more}"


def _coloured(finding: Diagnostic, *, named: bool) -> str:
    label = f"{finding.severity}[{finding.code}]"
    return finding.as_text(named=named).replace(label, _label(finding), 1)


def _label(finding: Diagnostic) -> str:
    label = f"{finding.severity}[{finding.code}]"
    return style(label, fg=COLOURS[finding.severity], bold=True)
