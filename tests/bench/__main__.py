"""`make bench`: build the same stories at several sizes, and tell what that takes."""

import tempfile
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path

import click

from byleave import __version__
from tests.architecture.sources import REPOSITORY
from tests.bench.entrants import byleave
from tests.bench.machine import TOO_BUSY, facts, load
from tests.bench.measuring import FailedError
from tests.bench.peers import NAMES, NotInstalledError, peer
from tests.bench.report import report, table, written_into
from tests.bench.trials import WrongPagesError, trials

PAGE = REPOSITORY / "docs" / "benchmarks.md"


def _sizes(_context: object, _option: object, value: str) -> list[int]:
    try:
        return sorted({int(size) for size in value.split(",")})
    except ValueError:
        raise click.BadParameter(f"{value!r}: write sizes as 100,1000") from None


def _names(_context: object, _option: object, value: str) -> list[str]:
    names = [name for name in value.split(",") if name]
    for name in names:
        if name not in NAMES:
            raise click.BadParameter(f"{name!r}: choose from {', '.join(NAMES)}")
    return names


def _tell(said: str) -> None:
    """Say on the error stream what goes on: a large size takes an hour."""
    click.echo(said, err=True)


@click.command()
@click.option("--sizes", callback=_sizes, default="100,1000,10000", help="How many stories.")
@click.option("--against", callback=_names, default="", help=f"Peers: {', '.join(NAMES)}.")
@click.option("--rounds", type=click.IntRange(1), default=3, help="How often each is measured.")
@click.option("--write", is_flag=True, help="Put the results into docs/benchmarks.md.")
@click.option(
    "--work",
    type=click.Path(file_okay=False, path_type=Path),
    help="Where everything is built and then removed; a temporary folder, if not given.",
)
def main(
    sizes: list[int], against: list[str], rounds: int, *, write: bool, work: Path | None
) -> None:
    """Measure builds of a generated site, and of the same stories by other generators."""
    busy = load()
    if write and busy > TOO_BUSY:
        raise click.ClickException(
            f"the load average is {busy:.2f}: results are written from a machine that does nothing "
            f"else, at {TOO_BUSY:.0f} or less"
        )
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="bench-", dir=work)))
        try:
            entrants = [byleave(__version__), *(peer(name, folder) for name in against)]
            results = {}
            for size in sizes:
                results[size] = trials(entrants, size, folder, rounds, _tell)
                _tell(table(results[size]))
        except (FailedError, NotInstalledError, WrongPagesError) as fault:
            raise click.ClickException(str(fault)) from None
        day = f"{datetime.now(UTC):%Y-%m-%d}"
        found = report(results, facts(folder), day, busy, rounds)
    click.echo(found)
    if write:
        PAGE.write_text(written_into(PAGE.read_text("utf-8"), found), encoding="utf-8")


if __name__ == "__main__":
    main()
