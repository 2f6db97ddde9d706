"""`byleave proof`: what would be public of somebody, in one file to send, without questions."""

from datetime import UTC, datetime
from pathlib import Path

import click

from byleave.cli.consent.papers.making import (
    folder_option,
    keep_rounds,
    paper_options,
    prepared,
    told_where,
)
from byleave.cli.consent.refusals import told_of_files
from byleave.cli.consent.typed_stories import entries_of, story_path
from byleave.cli.endings import told_plainly
from byleave.cli.exit_codes import DONE, NOTHING_WRITTEN
from byleave.cli.options import MomentType, site_option
from byleave.permission.forms_folder import NAME
from byleave.permission.papers.making import Manner, file_name, made_proof, write_paper
from byleave.permission.papers.shown_on_forms import is_asked
from byleave.pipeline.local_time import local_time


@click.command()
@click.argument("story")
@site_option
@click.option("--voice", "voices", multiple=True, help="Whose part; that of each, if not given.")
@folder_option
@paper_options
@click.option("--as-of", type=MomentType(), help="The day or moment to show; now, if not given.")
def proof(
    story: str,
    site: Path,
    voices: tuple[str, ...],
    output: Path | None,
    as_of: datetime | None,
    *,
    easy_read: bool,
    large_print: bool,
    language: str | None,
    pdf: bool,
) -> None:
    """Show somebody what would be public of them, in one file, marked as not published."""
    with told_plainly(), told_where(), told_of_files():
        moment = as_of or local_time(site, datetime.now(UTC))
        path = story_path(story, site)
        asked = [one for one in entries_of(site, moment, path, voices) if voices or is_asked(one)]
        kind = {"easy_read": easy_read, "large_print": large_print}
        manner = Manner(language=language, **kind)
        made = {
            file_name(one.story, one.voice, "proof", language=language, **kind): found
            for one in asked
            if (found := made_proof(site, moment, one, manner))
        }
        folder = prepared(output or site / NAME, site) if made else Path()
        for name, (html, shown) in made.items():
            for file in write_paper(html, folder / name, pdf=pdf):
                click.echo(file)
            form = shown.form
            click.echo(f"  code {form.code}; once they have seen it:")
            click.echo(
                f"  byleave consent seen {form.story} --voice {form.voice.id} --code {form.code} "
                "--on …"
            )
        if made:
            keep_rounds(site, (shown.form.round for _, shown in made.values()))
    if not made:
        click.echo("nothing would be public of it: see byleave build --verbose", err=True)
    raise click.exceptions.Exit(DONE if made else NOTHING_WRITTEN)
