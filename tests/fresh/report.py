"""The result as a table in Markdown, and its place in docs/fresh-machines.md."""

from collections.abc import Sequence

from tests.fresh.trials import Trial

BEGIN, END = "<!-- result: made by `make fresh WRITE=yes` -->", "<!-- end of result -->"


def report(trials: Sequence[Trial], release: str, day: str, revision: str) -> str:
    """All of it: a line for each command."""
    lines = [
        f"Tried on {day}, on a bare Debian {release}, at revision `{revision}`.",
        "",
        "| who | command | as it should | took | packages of Debian then | last words |",
        "| --- | --- | --- | ---: | ---: | --- |",
    ]
    lines += [
        f"| {one.who} | `{one.command}` | {'yes' if one.well else '**no**'} | {_time(one.seconds)} "
        f"| {one.packages} | {one.last.strip('= ').replace('|', '/')} |"
        for one in trials
    ]
    return "\n".join(lines)


def _time(seconds: float) -> str:
    return f"{seconds:.0f} s" if seconds < 100 else f"{seconds / 60:.0f} min"


def written_into(page: str, result: str) -> str:
    """The page with this result in place of the last one."""
    before, _, rest = page.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n\n{result}\n\n{END}{after}"
