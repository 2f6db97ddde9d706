"""`byleave consent letter`: what somebody is told after they took permission back."""

from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

import click

from byleave.cli.consent.papers.making import (
    paper_options,
    prepared,
    told_where,
)
from byleave.cli.consent.typed_stories import chosen_entries
from byleave.cli.endings import told_plainly
from byleave.cli.options import MomentType, site_option
from byleave.model.register import RegisterEntry
from byleave.permission.forms_folder import NAME
from byleave.permission.papers.making import (
    Manner,
    file_name,
    made_letter,
    write_paper,
)
from byleave.pipeline.local_time import local_time


@click.command()
@click.argument("story", required=False)
@site_option
@click.option("--voice", help="Who took it back, where a story is named.")
@click.option("--record", help="The record that was taken back, for every story that carries it.")
@click.option(
    "--output",
    type=click.Path(path_type=Path),
    help=f"The folder to write into, or a file that ends in .html; {NAME}/ in the site folder, "
    "if not given.",
)
@click.option("--discreet", is_flag=True, help="Name no story and no address in it.")
@paper_options
@click.option("--as-of", type=MomentType(), help="The day of the letter; today, if not given.")
def letter(
    story: str | None,
    site: Path,
    voice: str | None,
    record: str | None,
    output: Path | None,
    as_of: datetime | None,
    *,
    discreet: bool,
    easy_read: bool,
    large_print: bool,
    language: str | None,
    pdf: bool,
) -> None:
    """Make the letter to somebody who took permission back, or who said no when they were asked."""
    with told_plainly(), told_where():
        moment = as_of or local_time(site, datetime.now(UTC))
        stopped = _stopped(chosen_entries(site, moment, story, voice, record))
        manner = Manner(language=language, easy_read=easy_read, large_print=large_print)
        html = made_letter(site, moment, stopped, manner, is_discreet=discreet)
        kind = {"easy_read": easy_read, "large_print": large_print}
        about = (stopped[0].record or "",) if discreet else (stopped[0].voice, "letter")
        # Its name is seen where it is sent.
        about_what = "stories/letter.md" if discreet else stopped[0].story
        name = file_name(about_what, *about, language=language, **kind)
        folder = output or site / NAME
        file = folder if folder.suffix == ".html" and not folder.is_dir() else folder / name
        prepared(file.parent, site)
        for written in write_paper(html, file, pdf=pdf):
            click.echo(written)


def _stopped(chosen: Iterable[RegisterEntry]) -> tuple[RegisterEntry, ...]:
    """Those of the entries that were taken back; ends the command where none was."""
    found = tuple(one for one in chosen if one.is_over)
    if not found:
        raise click.UsageError(
            "no such permission was taken back or refused. The letter comes after: byleave consent "
            "withdraw, or byleave consent refuse"
        )
    return found
