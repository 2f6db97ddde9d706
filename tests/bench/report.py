"""The results as tables in Markdown, and their place in docs/benchmarks.md."""

import re
from collections.abc import Callable, Mapping, Sequence
from itertools import zip_longest
from math import inf
from statistics import median

from byleave.observing import PHASES
from tests.bench.live import FOR_ONE, TEXT, TITLE
from tests.bench.trials import ALL, COLD, EDIT, Trial

BEGIN, END = "<!-- results: made by `make bench WRITE=yes` -->", "<!-- end of results -->"
TEN_MINUTES = 600

Results = Mapping[int, Sequence[Trial]]


def report(results: Results, facts: Mapping[str, str], day: str, load: float, rounds: int) -> str:
    """All of it, beginning with the machine."""
    machine = "\n".join(f"| {name} | {value} |" for name, value in facts.items())
    parts = [
        f"Measured on {day}; median of {rounds} rounds; load average at the start {load:.2f}.",
        f"| machine | |\n| --- | --- |\n{machine}",
    ]
    for count, trials in results.items():
        parts += [f"### {count:,} stories", table(trials), _phases(trials)]
    parts.append(outlook(results))
    return "\n\n".join(part for part in parts if part)


def table(trials: Sequence[Trial]) -> str:
    """One row for each kind of build, one column for each entrant, and ratios to the peers."""
    ours, *peers = trials
    heads = [f"{trial.entrant.name} {trial.entrant.version}" for trial in trials]
    heads += [f"{ours.entrant.name} : {peer.entrant.name}" for peer in peers]
    rows = [_line(["what", *heads]), _line(["---"] * (len(heads) + 1))]
    whole = [_seconds_of(one, EDIT) for one in trials]
    rows += [
        _line([what, *_values([_seconds_of(one, what) for one in trials], _seconds, whole=whole)])
        for what in ALL
    ]
    for what in (TEXT, TITLE):
        waits = [one.live and one.live[what] for one in trials]
        usual = [one.median if one else None for one in waits]
        most = [one.most if one else None for one in waits]
        rows.append(_line([f"preview, {what}", *_values(usual, _seconds, "not there")]))
        rows.append(_line([f"preview, {what}: 95 of 100", *_values(most, _seconds, "not there")]))
    peaks = [float(one.peak) if one.peak else None for one in trials]
    rows.append(_line(["peak memory, all processes", *_values(peaks, _megabytes)]))
    return "\n".join(rows)


def _values(
    values: Sequence[float | None],
    form: Callable[[float], str],
    none: str = "–",
    whole: Sequence[float | None] = (),
) -> list[str]:
    """Each value in its form, and then our own divided by each of the others.

    `whole` is what others take for an edit: they build everything again whatever was edited, so it
    stands for what was not measured of them.
    """
    ours, *others = values
    against = [one or other for one, other in zip_longest(others, whole[1:])]
    ratios = [f"{ours / other:.2f}" if ours and other and other < inf else "–" for other in against]
    return [*(none if value is None else form(value) for value in values), *ratios]


def _seconds_of(trial: Trial, what: str) -> float | None:
    runs = trial.runs.get(what)
    return median(run.seconds for run in runs) if runs else None


def _seconds(value: float) -> str:
    if value == inf:
        return f"more than {FOR_ONE} s"
    return f"{value:.2f} s" if value >= 1 else f"{value * 1000:.0f} ms"


def _megabytes(value: float) -> str:
    return f"{value / 1e6:.0f} MB"


def _phases(trials: Sequence[Trial]) -> str:
    """Where the time of our own builds goes, in seconds; "" where nobody told."""
    runs = trials[0].runs
    kinds = [what for what in ALL if what in runs]
    if not all(run.phases for run in runs[COLD]):
        return ""
    rows = [_line(["phase", *kinds]), _line(["---"] * (len(kinds) + 1))]
    for phase in PHASES:
        spent = [median(run.phases.get(phase, 0.0) for run in runs[what]) for what in kinds]
        rows.append(_line([phase, *map(_seconds, spent)]))
    return "\n".join(rows)


def outlook(results: Results) -> str:
    """At how many stories a cold build would take ten minutes; "" with fewer than two sizes."""
    sizes = sorted(results)[-2:]
    if len(sizes) < 2:
        return ""
    low, high = (_seconds_of(results[size][0], COLD) or 0.0 for size in sizes)
    each = (high - low) / (sizes[1] - sizes[0])
    if each <= 0:
        return ""
    stories = round((TEN_MINUTES - low) / each + sizes[0], -3)
    return (
        f"From {sizes[0]:,} to {sizes[1]:,} stories, each more costs {each * 1000:.2f} ms of a "
        f"cold build. If that goes on in a straight line, this machine needs ten minutes for about "
        f"**{stories:,.0f} stories**."
    )


def written_into(page: str, results: str) -> str:
    """The page with these results in place of the earlier ones; raises ValueError without place."""
    pattern = re.compile(f"{re.escape(BEGIN)}.*{re.escape(END)}", re.DOTALL)
    if not pattern.search(page):
        raise ValueError(f"the page has no place for results: {BEGIN} and {END}")
    return pattern.sub(lambda _: f"{BEGIN}\n\n{results}\n\n{END}", page)


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"
