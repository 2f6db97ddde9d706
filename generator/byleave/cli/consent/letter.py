"""`byleave consent letter`: what somebody is told after they took permission back."""

from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

import click

from byleave.build.permission import local_time, on_paper, read_register, would_be_public
from byleave.cli.consent.paper import (
    file_name,
    language_of,
    paper_options,
    prepared,
    told_where,
    write_paper,
)
from byleave.cli.consent.stories import entries_of, story_path
from byleave.cli.endings import told_plainly
from byleave.cli.options import Moment, site_option
from byleave.model.register import RegisterEntry
from byleave.permission.papers.folder import NAME
from byleave.permission.papers.letters import withdrawal_letter


@click.command()
@click.argument("story", required=False)
@site_option
@click.option("--voice", help="Who took it back, where a story is named.")
@click.option("--record", help="The record that was taken back, for every story that carries it.")
@click.option(
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    help=f"The file to write; one in {NAME}/ in the site folder, if not given.",
)
@paper_options
@click.option("--as-of", type=Moment(), help="The day of the letter; today, if not given.")
def letter(
    story: str | None,
    site: Path,
    voice: str | None,
    record: str | None,
    output: Path | None,
    as_of: datetime | None,
    *,
    easy_read: bool,
    language: str | None,
    pdf: bool,
) -> None:
    """Make the letter to somebody who took permission back: what goes, and what may remain."""
    with told_plainly(), told_where():
        moment = as_of or local_time(site, datetime.now(UTC))
        stopped = _stopped(_chosen(site, moment, story, voice, record))
        shown = [
            would_be_public(site, moment, story=one.story, asking=[one.voice]) for one in stopped
        ]
        parts = zip(stopped, shown, strict=True)
        paper = withdrawal_letter(
            [(entry, found, plan) for entry, (found, plan) in parts], moment.date()
        )
        plan = shown[0][1]
        tongue = language_of(language, plan.settings.language)
        html = on_paper(paper, plan, language=tongue, easy_read=easy_read)
        about = (stopped[0].voice, "letter")
        name = file_name(stopped[0].story, *about, easy_read=easy_read, language=language)
        file = output or site / NAME / name
        prepared(file.parent, site)
        for written in write_paper(html, file, pdf=pdf):
            click.echo(written)


def _chosen(
    site: Path, moment: datetime, story: str | None, voice: str | None, record: str | None
) -> tuple[RegisterEntry, ...]:
    """The entries that the letter is about: one voice of a story, or all of a record."""
    if record and not story and not voice:
        found = read_register(site, moment).entries
        return tuple(one for one in found if one.record == record)
    if story and voice and not record:
        return entries_of(site, moment, story_path(story, site), [voice])
    raise click.UsageError("name a story and --voice, or --record alone")


def _stopped(chosen: Iterable[RegisterEntry]) -> tuple[RegisterEntry, ...]:
    """Those of the entries that were taken back; ends the command where none was."""
    found = tuple(one for one in chosen if one.is_over and not one.refused)
    if not found:
        raise click.UsageError(
            "no such permission was taken back. The letter comes after: byleave consent withdraw"
        )
    return found
