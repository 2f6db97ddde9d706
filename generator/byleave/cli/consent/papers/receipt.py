"""`byleave consent receipt`: what somebody has in hand of the yes that was recorded."""

from datetime import UTC, datetime
from pathlib import Path

import click

from byleave.cli.consent.papers.making import (
    folder_option,
    paper_options,
    prepared,
    told_where,
)
from byleave.cli.consent.refusals import told_of_files
from byleave.cli.consent.typed_stories import chosen_entries
from byleave.cli.endings import told_plainly
from byleave.cli.options import MomentType, site_option
from byleave.editing.whole_files import write_private
from byleave.model.register import RegisterEntry
from byleave.permission.forms_folder import NAME
from byleave.permission.papers.making import Manner, file_name, made_receipt, write_paper
from byleave.pipeline.local_time import local_time


@click.command()
@click.argument("story", required=False)
@site_option
@click.option("--voice", help="Whose receipt, where a story is named.")
@click.option("--record", help="The record, for every story that carries it.")
@folder_option
@click.option(
    "--format",
    "form",
    type=click.Choice(["html", "json-ld"]),
    default="html",
    help="For a person, or for programs that keep receipts.",
)
@paper_options
@click.option("--as-of", type=MomentType(), help="The day of the receipt; today, if not given.")
def receipt(
    story: str | None,
    site: Path,
    voice: str | None,
    record: str | None,
    output: Path | None,
    as_of: datetime | None,
    *,
    form: str,
    easy_read: bool,
    large_print: bool,
    language: str | None,
    pdf: bool,
) -> None:
    """Make the receipt of what somebody said yes to, from what was recorded."""
    with told_plainly(), told_where(), told_of_files():
        moment = as_of or local_time(site, datetime.now(UTC))
        kind = {"easy_read": easy_read, "large_print": large_print}
        manner = Manner(language=language, **kind)
        for_programs = form == "json-ld"
        made: dict[str, str] = {}
        for entry in _found(chosen_entries(site, moment, story, voice, record)):
            about = (entry.voice, "receipt")
            name = file_name(entry.story, *about, language=language, **kind)
            if for_programs:
                name = f"{name.removesuffix('.html')}.jsonld"
            made[name] = made_receipt(site, moment, entry, manner, for_programs=for_programs)
        folder = prepared(output or site / NAME, site)
        for name, text in made.items():
            for file in _written(text, folder / name, pdf=pdf):
                click.echo(file)


def _written(text: str, path: Path, *, pdf: bool) -> tuple[Path, ...]:
    if path.suffix == ".html":
        return write_paper(text, path, pdf=pdf)
    write_private(path, text.encode())
    return (path,)


def _found(entries: tuple[RegisterEntry, ...]) -> tuple[RegisterEntry, ...]:
    if not entries:
        raise click.UsageError("no story has this record; see byleave consent list")
    return entries
