"""`byleave consent list`, `due` and `calendar`: who has said what, and what has to be done."""

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, get_args

import click

from byleave.cli.consent.lines import width
from byleave.cli.consent.overview.columns import due_lines, list_lines
from byleave.cli.consent.refusals import told_of_files
from byleave.cli.consent.typed_values import known_uses
from byleave.cli.endings import told_plainly
from byleave.cli.exit_codes import WITH_ERRORS
from byleave.cli.options import format_option, site_option
from byleave.cli.reporting import as_json
from byleave.cli.streams import tell_programs
from byleave.editing.story_files import FilesError, reason, story_path
from byleave.editing.whole_files import write_private
from byleave.model.register import RegisterEntry, VoiceState
from byleave.permission.forms_folder import published_or_read
from byleave.permission.overview.calendar import calendar as calendar_of
from byleave.permission.overview.choosing import WantedVoices, chosen
from byleave.permission.overview.dues import DUE_DAYS, dues
from byleave.permission.overview.saying import as_facts, sayings
from byleave.permission.overview.sheets import in_numbers, printed
from byleave.pipeline.for_permission_tools import (
    SiteRegister,
    read_register,
    read_settings,
)
from byleave.pipeline.local_time import local_time

# What is published, or committed to a repository that many can see.

_NOBODY = "nobody, as far as is asked for"


@click.command("list")
@site_option
@format_option
@click.option("--story", default="", help="Only those of this story.")
@click.option("--person", default="", help="Only this one: a `person:`, or a public name.")
@click.option("--use", help="Only those who say yes to this use.")
@click.option(
    "--state",
    type=click.Choice(get_args(VoiceState)),
    metavar="STATE",
    help=f"Only those in this state: {', '.join(get_args(VoiceState))}.",
)
@click.option("--numbers-only", is_flag=True, help="As CSV: records and answers, without names.")
@click.option(
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write it as a page to print; with --numbers-only, as a table.",
)
def list_(
    site: Path,
    form: str,
    story: str,
    person: str,
    use: str | None,
    state: VoiceState | None,
    output: Path | None,
    *,
    numbers_only: bool,
) -> None:
    """Say who has said what, and show whose words have changed since."""
    with told_plainly(), told_of_files():
        now = local_time(site, datetime.now(UTC))
        register = read_register(site, now)
        known_uses(site, [use] if use else [], "--use")
        path = story_path(site, story) if story else ""
        wanted = WantedVoices(story=path, person=person, use=use or "", state=state)
        found = tuple(chosen(register.entries, wanted))
        if numbers_only:
            _give(site, output, in_numbers(found).encode())
        else:
            _list(site, found, form, output, now.date())
        _tell_of_errors(register)


def _list(
    site: Path, entries: tuple[RegisterEntry, ...], form: str, output: Path | None, today: date
) -> None:
    """Print who said what, for people or for programs, or write it as a page."""
    said = sayings(site, entries)
    if output is not None:
        html = printed(said, read_settings(site).name, today)
        write_private_file(site, output, html.encode())
    elif form == "json":
        tell_programs(_json([as_facts(one) for one in said]))
    else:
        click.echo("\n".join(list_lines(said, width())).rstrip() or _NOBODY)


@click.command()
@site_option
@click.option(
    "--days",
    type=click.IntRange(min=0),
    default=DUE_DAYS,
    show_default=True,
    help="How far to look ahead.",
)
@format_option
def due(site: Path, days: int, form: str) -> None:
    """Say whom to ring first, to ask again, or to remind, and whose permission ends."""
    with told_plainly(), told_of_files():
        now = local_time(site, datetime.now(UTC))
        register = read_register(site, now)
        found = dues(register.entries, now.date(), days)
        if form == "json":
            facts = [{"kind": one.kind, "day": one.day, **_reference(one.entry)} for one in found]
            tell_programs(_json(facts))
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
        now = datetime.now(UTC).replace(microsecond=0)
        register = read_register(site, local_time(site, now))
        _give(site, output, calendar_of(register.entries, now))
        _tell_of_errors(register)


def _give(site: Path, output: Path | None, content: bytes) -> None:
    """Write `content` into a file that nobody else may read, or print it as it is."""
    if output is None:
        click.echo(content, nl=False)  # it is UTF-8, whatever the terminal is
    else:
        write_private_file(site, output, content)


def write_private_file(site: Path, output: Path, content: bytes) -> None:
    """Write `content` where neither the site nor its repository has it, and say so.

    Raises FilesError, and BadParameter for a place that is published or shared.
    """
    _refuse_to_show(site, output)
    try:
        write_private(output, content)
    except OSError as fault:
        raise FilesError(f"{output}: {reason(fault)}; nothing was written") from None
    click.echo(f"written: {output}. Keep it out of the repository.", err=True)


def _refuse_to_show(site: Path, output: Path) -> None:
    if folder := published_or_read(output, site):
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
