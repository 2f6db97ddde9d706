"""`byleave consent audit`: whether anything withheld is in what was published."""

from datetime import UTC, datetime
from pathlib import Path

import click
from msgspec import to_builtins

from byleave.cli.consent.typed_values import one_line
from byleave.cli.endings import told_plainly
from byleave.cli.exit_codes import DONE, WITH_ERRORS
from byleave.cli.options import MomentType, format_option, site_option
from byleave.cli.reporting import as_json
from byleave.cli.streams import tell_programs
from byleave.editing.whole_files import write_private
from byleave.model.withheld import Withheld, of_record
from byleave.permission.audit.page import audit_page, audit_text, told_traces
from byleave.permission.audit.search import audit as look_through
from byleave.pipeline.for_permission_tools import (
    read_settings,
    read_withheld,
)
from byleave.pipeline.local_time import local_time


@click.command()
@site_option
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--record", callback=one_line, help="Look for what is withheld by it alone.")
@click.option(
    "--output",
    "paper",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write a page to print, sign and give to a storyteller.",
)
@click.option(
    "--as-of", type=MomentType(), help="The day or moment to look for; now, if not given."
)
@format_option
@click.option("--verbose", is_flag=True, help="Quote what was found, and show whole paths.")
def audit(
    site: Path,
    folder: Path,
    record: str | None,
    paper: Path | None,
    as_of: datetime | None,
    form: str,
    *,
    verbose: bool,
) -> None:
    """Look whether anything that is withheld today is in FOLDER, by whatever it was made.

    FOLDER is a built site, or a site that was fetched. Ends with 1 where something is found.
    """
    with told_plainly(form):
        moment = as_of or local_time(site, datetime.now(UTC))
        done = look_through(folder, _sought(read_withheld(site, moment), record))
        if paper is not None:
            title = read_settings(site).name
            html = audit_page(done, title, moment.date(), verbose=verbose)
            write_private(paper, html.encode())
        if form == "json":
            said = to_builtins(done) | {"traces": told_traces(done, verbose=verbose)}
            tell_programs(as_json(said))
        else:
            click.echo(audit_text(done, verbose=verbose))
        if paper is not None:
            click.echo(f"{paper}: read it, print it and sign it", err=form != "text")
    raise click.exceptions.Exit(WITH_ERRORS if done.traces else DONE)


def _sought(withheld: Withheld, record: str | None) -> Withheld:
    """All that is withheld, or one person's alone, whose paper has nobody else's number."""
    if record is None:
        return withheld
    found = of_record(withheld, record)
    if not found.records:
        message = "nothing is withheld by this record; look for it with: byleave consent list"
        raise click.BadParameter(message, param_hint="--record")
    return found
