"""The commands that make a site: build and check."""

import os
import time
from contextlib import nullcontext
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from byleave.cli.endings import told_plainly
from byleave.cli.exit_codes import DONE, WITH_ERRORS
from byleave.cli.keys import guard_key
from byleave.cli.options import ExecutorType, MomentType, SiteAddressType, site_option
from byleave.cli.progress import shown_progress
from byleave.cli.reporting import (
    FORMATS,
    advised,
    git_takes_in,
    lapsing,
    of_records,
    summary,
    taken_away,
    told,
    told_by_kind,
    where_reasons_are,
    written,
)
from byleave.cli.streams import tell_programs
from byleave.delivering.last_build import forget_build, note_build
from byleave.diagnostics import Diagnostic, in_order
from byleave.git import taken_in
from byleave.model.output import MARKER
from byleave.observing import NOBODY
from byleave.pipeline.build_site import build_site
from byleave.pipeline.options import BuildOptions, BuildResult
from byleave.values import replace

if TYPE_CHECKING:
    from byleave.cli.timings import Stopwatch

PUBLIC = "public"


@click.command()
@site_option
@click.option(
    "--output",
    type=click.Path(path_type=Path),
    help="The folder to build; public/ in the site folder, if not given.",
)
@click.option(
    "--as-of", type=MomentType(), help="The day or moment to build for; now, if not given."
)
@click.option(
    "--base-url", type=SiteAddressType(), help="The address of the site, in place of site.yaml's."
)
@click.option("--strict", is_flag=True, help="Write nothing if there is any error.")
@click.option("--relative", is_flag=True, help="Make links that also work without a server.")
@click.option("--verbose", is_flag=True, help="Name what is withheld.")
@click.option("--timings", is_flag=True, help="Tell how long each phase took, and its work.")
@click.option(
    "--executor",
    "spread",
    type=ExecutorType(),
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
    with told_plainly(verbose=verbose):
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
        watch = _stopwatch(site, folder) if timings else None
        began = time.time_ns()
        forget_build(site)
        with (
            watch.listening() if watch else nullcontext(),
            shown_progress(watch or NOBODY) as observer,
        ):
            result = build_site(
                site, output=folder, as_of=moment, options=options, observer=observer
            )
        if result.written is not None:
            note_build(site, folder, moment, result.exit_code, began)
        _tell(result, "text", verbose=verbose)
        if advice := advised(result):
            click.echo(advice)
        if result.written is None:
            click.echo("nothing was written: --strict, and there are errors", err=True)
        else:
            click.echo(f"{written(result)}, in {folder}")
            _tell_git(folder)
            if gone := taken_away(result):
                click.echo(gone, err=True)
        if watch:
            watch.ends(result)
            click.echo(watch.table(), err=True)
    raise click.exceptions.Exit(result.exit_code)


def _stopwatch(site: Path, folder: Path) -> "Stopwatch":
    from byleave.cli.timings import Stopwatch  # it loads what only it needs

    return Stopwatch(site, folder)


def _explained(result: BuildResult) -> str:
    from byleave.cli.explaining import explained  # it looks through the reference

    return explained(one.code for one in result.diagnostics)


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
    from byleave.pipeline.local_time import local_time  # it loads what reads, unlike most builds

    if as_of.date() < local_time(site, _now()).date():
        message = "public/ is never built for a day that is past: name another --output"
        raise click.BadParameter(message, param_hint="--as-of")


@click.command()
@site_option
@click.option(
    "--as-of", type=MomentType(), help="The day or moment to check for; now, if not given."
)
@click.option(
    "--format",
    "form",
    type=click.Choice(list(FORMATS)),
    default="text",
    help="For people, or for programs: json for your own, github and gitlab for their checks, "
    "sarif for editors; text, if not given.",
)
@click.option("--links", is_flag=True, help="Ask other sites whether links still lead somewhere.")
@click.option("--verbose", is_flag=True, help="Name what is withheld.")
def check(site: Path, as_of: datetime | None, form: str, *, links: bool, verbose: bool) -> None:
    """Say everything that can be said about the content, and write nothing."""
    with told_plainly(form, verbose=verbose):
        moment = as_of or _now()
        options = BuildOptions(dry=True, guard_key=guard_key(site))
        with shown_progress() as observer:
            result = build_site(
                site, output=site / PUBLIC, as_of=moment, options=options, observer=observer
            )
        dead, said = _dead_elsewhere(site, moment) if links else ((), "")
        result = replace(result, advice=in_order((*result.advice, *dead)))
        if form == "text" and (advice := told_by_kind(result, verbose=verbose)):
            click.echo(advice, err=True)
        _tell(result, form, verbose=verbose, advice=result.advice)
        if said:
            click.echo(said, err=True)
        if form == "text":
            _tell_what_is_not_told(site)
    raise click.exceptions.Exit(WITH_ERRORS if result.errors else DONE)


def _dead_elsewhere(site: Path, now: datetime) -> tuple[tuple[Diagnostic, ...], str]:
    from byleave.cli.links import dead_elsewhere  # it loads what asks other sites

    return dead_elsewhere(site, now, guard_key(site))


def _tell_what_is_not_told(site: Path) -> None:
    """What people should be told before they say yes, and the settings do not say."""
    # Loads the phases, which a check has done by now.
    from byleave.cli.law import not_told
    from byleave.pipeline.for_permission_tools import read_settings

    if said := not_told(read_settings(site)):
        click.echo(said, err=True)


def _tell(
    result: BuildResult, form: str, *, verbose: bool, advice: tuple[Diagnostic, ...] = ()
) -> None:
    if form != "text":
        found = in_order((*result.diagnostics, *advice))
        tell_programs(told(found, form, verbose=verbose))
        return
    findings = told(result.diagnostics, form, verbose=verbose)
    if findings:
        click.echo(findings, err=True)
    if soon := lapsing(result, verbose=verbose):
        click.echo(soon, err=True)
    if records := of_records(result):
        click.echo(records, err=True)
    if verbose and (meant := _explained(result)):
        click.echo(f"what these mean:\n{meant}", err=True)
    if verbose and result.details:
        click.echo("\n".join(result.details), err=True)
    click.echo(summary(result))
    if reasons := where_reasons_are(result, verbose=verbose):
        click.echo(reasons, err=True)
