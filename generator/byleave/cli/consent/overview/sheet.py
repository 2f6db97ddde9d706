"""`byleave consent sheet`: who of a story answered what, and what is missing."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import click

from byleave.cli.consent.lines import width, wrapped
from byleave.cli.consent.overview.columns import list_lines
from byleave.cli.consent.overview.lists import write_private_file
from byleave.cli.consent.refusals import told_of_files
from byleave.cli.consent.typed_stories import entries_of, story_path
from byleave.cli.endings import told_plainly
from byleave.cli.exit_codes import DONE, WITH_ERRORS
from byleave.cli.options import site_option
from byleave.model.register import RegisterEntry
from byleave.permission.overview.saying import sayings
from byleave.permission.overview.sheets import missing, printed
from byleave.pipeline.for_permission_tools import read_settings
from byleave.pipeline.local_time import local_time


@click.command()
@site_option
@click.argument("story")
@click.option(
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write a page to print, which you alone may read.",
)
def sheet(site: Path, story: str, output: Path | None) -> None:
    """Say who of STORY answered what, and what is missing; ends with 1 where something is."""
    with told_plainly(), told_of_files():
        now = local_time(site, datetime.now(UTC))
        entries = entries_of(site, now, story_path(story, site), [])
        said = sayings(site, entries)
        if output is not None:
            html = printed(said, read_settings(site).name, now.date())
            write_private_file(site, output, html.encode())
        click.echo("\n".join(list_lines(said, width())).rstrip() or "no voices yet")
        lines = list(_missing(entries, now.date()))
        click.echo("\n".join(("", *lines)) if lines else "\nNothing is missing.")
    raise click.exceptions.Exit(WITH_ERRORS if lines else DONE)


def _missing(entries: tuple[RegisterEntry, ...], today: date) -> Iterator[str]:
    for entry in entries:
        if found := list(missing(entry, today)):
            yield from wrapped(f"{entry.voice} ({entry.name}): {'; '.join(found)}", width(), 0)
