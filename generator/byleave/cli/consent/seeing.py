"""`byleave consent list`, `due` and `calendar`: who has said what, and what has to be done."""

import os
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import click

from byleave.build.permission import SiteRegister, local_time, read_register
from byleave.cli.codes import WITH_ERRORS
from byleave.cli.consent.choices import known_uses
from byleave.cli.consent.columns import due_lines, list_lines, width
from byleave.cli.consent.telling import told_of_files
from byleave.cli.endings import told_plainly
from byleave.cli.options import site_option
from byleave.cli.reporting import as_json
from byleave.model.terms import LAPSING_DAYS
from byleave.permission.files.story_files import FilesError, reason
from byleave.permission.files.whole_files import write_private
from byleave.permission.overview.calendar import calendar as calendar_of
from byleave.permission.overview.dues import dues
from byleave.permission.overview.saying import as_facts, sayings

# What is published, or committed to a repository that many can see.
_NOT_PRIVATE = ("public", "site_src", "stories", "themes")

_format = click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")


@click.command("list")
@site_option
@_format
@click.option("--use", help="Only those who say yes to this use.")
def list_(site: Path, form: str, use: str | None) -> None:
    """Say who has said what, and show whose words have changed since."""
    with told_plainly(), told_of_files():
        register = read_register(site, local_time(site, datetime.now(UTC)))
        wanted = known_uses(site, [use] if use else [], "--use")
        said = sayings(site, (one for one in register.entries if wanted <= one.uses))
        if form == "json":
            click.echo(_json([as_facts(one) for one in said]))
        else:
            click.echo("\n".join(list_lines(said, width())).rstrip() or "no voices yet")
        _tell_of_errors(register)


@click.command()
@site_option
@click.option(
    "--days",
    type=click.IntRange(min=0),
    default=LAPSING_DAYS,
    show_default=True,
    help="How far to look ahead.",
)
@_format
def due(site: Path, days: int, form: str) -> None:
    """Say whom to ask again, whose permission ends, and who has not answered."""
    with told_plainly(), told_of_files():
        now = local_time(site, datetime.now(UTC))
        register = read_register(site, now)
        found = dues(register.entries, now.date(), days)
        if form == "json":
            facts = [{"kind": one.kind, "day": one.day, **_reference(one.entry)} for one in found]
            click.echo(_json(facts))
        else:
            click.echo("\n".join(due_lines(found, width())).rstrip() or "nothing is due")
        _tell_of_errors(register)


@click.command()
@site_option
@click.option(
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    help="The file to write; it is printed, if not given.",
)
def calendar(site: Path, output: Path | None) -> None:
    """Make a private calendar of when to ask again and of what ends, by records alone."""
    with told_plainly(), told_of_files():
        if output is not None:
            _refuse_to_show(site, output)
        now = datetime.now(UTC).replace(microsecond=0)
        register = read_register(site, local_time(site, now))
        content = calendar_of(register.entries, now)
        if output is None:
            click.echo(content, nl=False)  # a calendar is UTF-8, whatever the terminal is
        else:
            _write(output, content)
            click.echo(f"written: {output}. Keep it out of the repository.", err=True)
        _tell_of_errors(register)


def _write(output: Path, content: bytes) -> None:
    try:
        write_private(output, content)
    except OSError as fault:
        raise FilesError(f"{output}: {reason(fault)}; nothing was written") from None


def _refuse_to_show(site: Path, output: Path) -> None:
    real = Path(os.path.realpath(output))
    for folder in _NOT_PRIVATE:
        if real.is_relative_to(os.path.realpath(site / folder)):
            message = f"{folder}/ is published or shared: name a file outside of the site folder"
            raise click.BadParameter(message, param_hint="--output")


def _reference(entry: Any) -> dict[str, Any]:
    return {
        "record": entry.record,
        "story": entry.story,
        "voice": entry.voice,
        "line": entry.line,
    }


def _json(facts: list[dict[str, Any]]) -> str:
    return as_json(facts, default=date.isoformat)


def _tell_of_errors(register: SiteRegister) -> None:
    """Files with errors are in no list; ends with 1 where there are any."""
    paths = {one.path for one in register.findings if one.severity == "error"}
    if paths:
        for path in sorted(paths):
            click.echo(f"{path}: not in this list, because it has an error", err=True)
        click.echo("  do: byleave check", err=True)
        raise click.exceptions.Exit(WITH_ERRORS)
