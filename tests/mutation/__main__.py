"""`make mutants`: break one line at a time, and tell what no quick test notices."""

import tempfile
from collections import Counter
from pathlib import Path

import click

from tests.mutation.trying import FOLDERS, Copy, NotGreenError, some_faults


def _packages(_context: object, _option: object, value: str) -> list[str]:
    names = [name for name in value.split(",") if name]
    for name in names:
        if name not in FOLDERS:
            raise click.BadParameter(f"{name!r}: choose from {', '.join(FOLDERS)}")
    return names


@click.command()
@click.option("--count", type=click.IntRange(1), default=60, help="How many faults are tried.")
@click.option("--seed", type=int, default=1, help="Which ones.")
@click.option("--packages", callback=_packages, default=",".join(FOLDERS), help="Where.")
def main(count: int, seed: int, packages: list[str]) -> None:
    """Put small faults into a copy of the code, and run the quick tests that guard it."""
    chosen = some_faults(packages, count, seed)
    tried, passed = Counter[str](), Counter[str]()
    with tempfile.TemporaryDirectory(prefix="mutants-") as folder:
        try:
            here = Copy(Path(folder))
            here.look_at(dict.fromkeys(one for name in packages for one in FOLDERS[name]))
        except NotGreenError as fault:
            raise click.ClickException(str(fault)) from None
        for number, put in enumerate(chosen, 1):
            click.echo(f"{number} of {len(chosen)}", err=True)
            tried[put.package] += 1
            if here.notices(put, FOLDERS[put.package]) is None:
                passed[put.package] += 1
                click.echo(put.told(here.folder))
    for name in tried:
        click.echo(f"{name}: {tried[name]} tried, {passed[name]} not noticed")
    click.echo(f"seed {seed}: {tried.total()} tried, {passed.total()} not noticed")


if __name__ == "__main__":
    main()
