"""The command line: what people type, and what they are told."""

import os
import re
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import urlsplit

import click

from byleave import __version__
from byleave.build import (
    BuildOptions,
    BuildResult,
    ForeignOutputError,
    WriteError,
    build_site,
    local_time,
)
from byleave.cli.reporting import FORMATS, summary, told, written
from byleave.diagnostics import SiteError
from byleave.executors import executor

PUBLIC = "public"
NOTHING_WRITTEN = 3
_MOMENT = re.compile(r"\d{4}-\d\d-\d\d([ T]\d\d:\d\d)?\Z")

Command = TypeVar("Command", bound=Callable[..., None])


class Moment(click.ParamType[datetime]):
    """A day or a moment in the site's time zone."""

    name = "when"

    def convert(self, value: Any, param: Any, ctx: Any) -> datetime:
        """The moment that `value` says, naive: it is one in the site's time zone."""
        if _MOMENT.match(value):
            try:
                return datetime.fromisoformat(value)
            except ValueError:
                pass
        return self.fail(f"{value!r}: write 2026-03-31 or '2026-03-31 14:00'", param, ctx)


class Spread(click.ParamType[str]):
    """How the work is spread over processes."""

    name = "executor"

    def convert(self, value: Any, param: Any, ctx: Any) -> str:
        """`value`, if it is one that is known."""
        try:
            executor(value, 0)
        except ValueError as fault:
            self.fail(str(fault), param, ctx)
        return str(value)


class SiteAddress(click.ParamType[str]):
    """The address at which a site is published."""

    name = "url"

    def convert(self, value: Any, param: Any, ctx: Any) -> str:
        """`value`, if it is a whole address."""
        try:
            parts = urlsplit(value)
        except ValueError:
            parts = urlsplit("")
        if parts.scheme not in ("http", "https") or not parts.netloc:
            self.fail(f"{value!r}: write it like https://example.org/", param, ctx)
        return str(value)


def _site_option(command: Command) -> Command:
    return click.option(
        "--site",
        type=click.Path(file_okay=False, path_type=Path),
        default=Path(),
        help="The site folder; the folder you are in, if not given.",
    )(command)


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 96})
@click.version_option(__version__, prog_name="byleave")
@click.pass_context
def main(context: click.Context) -> None:
    """Turn consented stories and events into an accessible website."""
    if os.environ.get("NO_COLOR"):  # https://no-color.org
        context.color = False


@main.command()
@_site_option
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
@click.option(
    "--executor",
    "spread",
    type=Spread(),
    help="serial, processes or processes:N; chosen by size, if not given.",
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
    spread: str | None,
) -> None:
    """Build the public site."""
    folder = output or site / PUBLIC
    options = BuildOptions(base_url=base_url, relative=relative, strict=strict, executor=spread)
    with _told_plainly():
        now = local_time(site, datetime.now(UTC))
        public = site / PUBLIC
        is_public = Path(os.path.realpath(folder)).is_relative_to(os.path.realpath(public))
        if is_public and as_of and as_of.date() < now.date():
            message = "public/ is never built for a day that is past: name another --output"
            raise click.BadParameter(message, param_hint="--as-of")
        result = build_site(site, output=folder, as_of=as_of or now, options=options)
        _tell(result, "text", verbose=verbose)
        if result.written is None:
            click.echo("nothing was written: --strict, and there are errors", err=True)
        else:
            click.echo(f"{written(result)}, in {folder}")
    raise click.exceptions.Exit(result.exit_code)


@main.command()
@_site_option
@click.option("--as-of", type=Moment(), help="The day or moment to check for; now, if not given.")
@click.option("--format", "form", type=click.Choice(list(FORMATS)), default="text")
@click.option("--verbose", is_flag=True, help="Name what is withheld.")
def check(site: Path, as_of: datetime | None, form: str, *, verbose: bool) -> None:
    """Say everything that can be said about the content, and write nothing."""
    with _told_plainly(form):
        moment = as_of or local_time(site, datetime.now(UTC))
        options = BuildOptions(dry=True)
        result = build_site(site, output=site / PUBLIC, as_of=moment, options=options)
        _tell(result, form, verbose=verbose)
    raise click.exceptions.Exit(1 if result.errors else 0)


def _tell(result: BuildResult, form: str, *, verbose: bool) -> None:
    findings = told(result.diagnostics, form, verbose=verbose)
    if form != "text":
        click.echo(findings)
        return
    if findings:
        click.echo(findings, err=True)
    if verbose and result.details:
        click.echo("\n".join(result.details), err=True)
    click.echo(summary(result))


@contextmanager
def _told_plainly(form: str = "text") -> Iterator[None]:
    """What is wrong with a site or a folder, without a traceback; a fault of ours keeps its own."""
    try:
        yield
    except SiteError as fault:
        click.echo(told(fault.findings, form), err=form == "text")
        click.echo("nothing was written", err=True)
    except (ForeignOutputError, WriteError) as fault:
        click.echo(f"error: {fault}", err=True)
    except (click.ClickException, click.exceptions.Exit):
        raise
    except Exception:  # noqa: BLE001 - a fault of ours: whoever mends it needs to see where
        traceback.print_exc()
    else:
        return
    raise click.exceptions.Exit(NOTHING_WRITTEN)
