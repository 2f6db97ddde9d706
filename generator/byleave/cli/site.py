"""The commands that make a site: build and check."""

import os
from contextlib import nullcontext
from datetime import UTC, datetime
from pathlib import Path

import click

from byleave.build.options import BuildOptions, BuildResult
from byleave.build.site import build_site
from byleave.cli.codes import DONE, WITH_ERRORS
from byleave.cli.endings import told_plainly
from byleave.cli.keys import guard_key
from byleave.cli.options import Moment, SiteAddress, Spread, site_option
from byleave.cli.reporting import FORMATS, git_takes_in, lapsing, of_records, summary, told, written
from byleave.cli.timings import Stopwatch
from byleave.git import taken_in
from byleave.model.output import MARKER
from byleave.observing import NOBODY

PUBLIC = "public"


@click.command()
@site_option
@click.option(
    "--output",
    type=click.Path(path_type=Path),
    help="The folder to build; public/ in the site folder, if not given.",
)
@click.option("--as-of", type=Moment(), help="The day or moment to build for; now, if not given.")
@click.option(
    "--base-url", type=SiteAddress(), help="The address of the site, in place of site.yaml's."
)
@click.option("--strict", is_flag=True, help="Write nothing if there is any error.")
@click.option("--relative", is_flag=True, help="Make links that also work without a server.")
@click.option("--verbose", is_flag=True, help="Name what is withheld.")
@click.option("--timings", is_flag=True, help="Tell how long each phase took, and its work.")
@click.option(
    "--executor",
    "spread",
    type=Spread(),
    help="serial, processes, processes:N or dask://HOST:PORT; chosen by size, if not given.",
)
def build(
    site: Path,
    output: Path | None,
    as_of: datetime | None,
    base_url: str | None,
    *,
    strict: bool,
    relative: bool,
    verbose: bool,
    timings: bool,
    spread: str | None,
) -> None:
    """Build the public site."""
    folder = output or site / PUBLIC
    with told_plainly():
        options = BuildOptions(
            base_url=base_url,
            relative=relative,
            strict=strict,
            executor=spread,
            guard_key=guard_key(site),
            thorough=verbose,
        )
        if as_of is not None and _is_public(site, folder):
            _refuse_past(site, as_of)
        moment = as_of or _now()
        watch = Stopwatch(site, folder) if timings else None
        with watch.listening() if watch else nullcontext():
            result = build_site(
                site, output=folder, as_of=moment, options=options, observer=watch or NOBODY
            )
        _tell(result, "text", verbose=verbose)
        if result.written is None:
            click.echo("nothing was written: --strict, and there are errors", err=True)
        else:
            click.echo(f"{written(result)}, in {folder}")
            _tell_git(folder)
        if watch:
            watch.ends(result)
            click.echo(watch.table(), err=True)
    raise click.exceptions.Exit(result.exit_code)


def _tell_git(folder: Path) -> None:
    """What git takes in stays in it, whoever withdraws later."""
    if found := taken_in(folder, (MARKER, "index.html")):
        click.echo(git_takes_in(found), err=True)


def _now() -> datetime:
    return datetime.now(UTC)


def _is_public(site: Path, folder: Path) -> bool:
    return Path(os.path.realpath(folder)).is_relative_to(os.path.realpath(site / PUBLIC))


def _refuse_past(site: Path, as_of: datetime) -> None:
    """What was public on a day that is past may have been taken back since."""
    from byleave.build.permission import local_time  # loads the phases, which a build may not need

    if as_of.date() < local_time(site, _now()).date():
        message = "public/ is never built for a day that is past: name another --output"
        raise click.BadParameter(message, param_hint="--as-of")


@click.command()
@site_option
@click.option("--as-of", type=Moment(), help="The day or moment to check for; now, if not given.")
@click.option("--format", "form", type=click.Choice(list(FORMATS)), default="text")
@click.option("--verbose", is_flag=True, help="Name what is withheld.")
def check(site: Path, as_of: datetime | None, form: str, *, verbose: bool) -> None:
    """Say everything that can be said about the content, and write nothing."""
    with told_plainly(form):
        moment = as_of or _now()
        options = BuildOptions(dry=True, guard_key=guard_key(site))
        result = build_site(site, output=site / PUBLIC, as_of=moment, options=options)
        _tell(result, form, verbose=verbose)
    raise click.exceptions.Exit(WITH_ERRORS if result.errors else DONE)


def _tell(result: BuildResult, form: str, *, verbose: bool) -> None:
    findings = told(result.diagnostics, form, verbose=verbose)
    if form != "text":
        click.echo(findings)
        return
    if findings:
        click.echo(findings, err=True)
    if soon := lapsing(result, verbose=verbose):
        click.echo(soon, err=True)
    if records := of_records(result):
        click.echo(records, err=True)
    if verbose and result.details:
        click.echo("\n".join(result.details), err=True)
    click.echo(summary(result))
