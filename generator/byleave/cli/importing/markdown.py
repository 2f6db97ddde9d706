"""`byleave import markdown`: a folder of Hugo's, of Jekyll's, or of any Markdown."""

from datetime import UTC, datetime
from pathlib import Path

import click

from byleave.cli.importing.telling import (
    bring_and_tell,
    check_is_outside,
    chosen_themes,
    default_report,
    nobodys_name,
    report_option,
    themes_options,
    told_of_import,
)
from byleave.cli.options import site_option
from byleave.importing.bringing import Choices
from byleave.importing.folders import markdown_source
from byleave.pipeline.local_time import local_time


@click.command("markdown")
@site_option
@click.argument("folder", type=click.Path(path_type=Path))
@themes_options
@click.option(
    "--also",
    type=click.Choice(("scheduled",)),
    multiple=True,
    help="What was not for everybody yet comes only if you name it.",
)
@report_option
def markdown_(
    site: Path,
    folder: Path,
    themes: Path | None,
    no_themes: bool,
    also: tuple[str, ...],
    report: Path | None,
) -> None:
    """Bring the texts of FOLDER with their pictures: a site of Hugo's or Jekyll's, or any other."""
    with told_of_import():
        check_is_outside(site, folder)
        today = local_time(site, datetime.now(UTC)).date().isoformat()
        source = markdown_source(folder, today, also=also)
        beside = folder.resolve().parent
        chosen = chosen_themes(site, source, beside, themes, none=no_themes)
        choices = Choices(themes=chosen, unnamed=nobodys_name(site))
        report_to = report or default_report(beside, folder.name)
        bring_and_tell(site, source, choices, folder.name, report_to)
