"""`make fresh`: try the two commands of the README on a bare Debian, as root.

It takes some minutes for the bare machine, and then as long as the commands take, for each user.
"""

import os
import shutil
import subprocess
import tempfile
from datetime import UTC, datetime
from pathlib import Path

import click

from tests.architecture.sources import REPOSITORY
from tests.fresh.machine import HOMES, bare
from tests.fresh.registries import NoSourcesError, registries, sources
from tests.fresh.report import report, written_into
from tests.fresh.trials import Trial, named_packages, snapshot, trials

PAGE = REPOSITORY / "docs" / "fresh-machines.md"
TOOLS = ("debootstrap", "unshare", "chroot", "apt-get", "git")


def _tell(said: str) -> None:
    click.echo(said, err=True)


@click.command()
@click.option("--release", help="The release of Debian, such as trixie; this machine's own if not.")
@click.option("--quick", is_flag=True, help="Give make test-fast in place of make test.")
@click.option("--who", type=click.Choice(list(HOMES)), multiple=True, help="As whom; all if not.")
@click.option("--write", is_flag=True, help="Put the result into docs/fresh-machines.md.")
@click.option(
    "--work",
    type=click.Path(file_okay=False, exists=True, path_type=Path),
    default="/var/tmp",  # noqa: S108 - a new folder of our own is made in it
    help="Where the machines are made; 4 GB of a disk that /tmp in memory may not have.",
)
def main(
    release: str | None, *, quick: bool, who: tuple[str, ...], write: bool, work: Path
) -> None:
    """Make a bare Debian with what the README names, and give its two commands there.

    What is committed is tried. What was said is kept beside the machines where a command failed.
    """
    missing = [tool for tool in TOOLS if shutil.which(tool) is None]
    if os.geteuid() != 0 or missing:
        raise click.ClickException(f"run this as root, on a Debian with {', '.join(TOOLS)}")
    commands = ["make site", "make test-fast" if quick else "make test"]
    folder = Path(tempfile.mkdtemp(prefix="fresh-", dir=work))
    revision = _revision()  # before anybody commits more
    try:
        release = release or sources()[0].suite
        found = _tried(folder, release, who or tuple(HOMES), commands)
    except NoSourcesError as fault:
        raise click.ClickException(str(fault)) from None
    except subprocess.CalledProcessError as fault:
        raise click.ClickException(f"{fault}\n{fault.stdout}{fault.stderr}") from None
    text = report(found, release, f"{datetime.now(UTC):%Y-%m-%d}", revision)
    click.echo(text)
    if not all(one.well for one in found):
        raise click.ClickException(f"not all went as it should: see {folder / 'logs'}")
    shutil.rmtree(folder)
    if write:
        PAGE.write_text(written_into(PAGE.read_text("utf-8"), text), encoding="utf-8")


def _tried(folder: Path, release: str, users: tuple[str, ...], commands: list[str]) -> list[Trial]:
    logs = folder / "logs"
    logs.mkdir()
    packages = named_packages((REPOSITORY / "README.md").read_text("utf-8"))
    _tell(f"a bare {release} with {', '.join(packages)}")
    first = bare(folder / "bare", release, packages, registries(release))
    shutil.copyfile(snapshot(REPOSITORY, folder), first.folder / "byleave.bundle")
    return [
        trial
        for who in users
        for trial in trials(first.copy(folder / who), who, commands, logs, _tell)
    ]


def _revision() -> str:
    told = subprocess.run(
        ["git", "-C", str(REPOSITORY), "rev-parse", "--short=12", "HEAD"],
        capture_output=True,
        text=True,
        check=True,
    )
    return told.stdout.strip()


if __name__ == "__main__":
    main()
