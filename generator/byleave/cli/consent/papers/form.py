"""`byleave consent form`: what a storyteller reads before they say yes or no."""

from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from shlex import quote
from typing import get_args

import click

from byleave.cli import chance
from byleave.cli.consent.papers.making import (
    folder_option,
    keep_rounds,
    paper_options,
    prepared,
    told_where,
)
from byleave.cli.consent.typed_stories import entries_of, story_path
from byleave.cli.endings import told_plainly
from byleave.cli.exit_codes import DONE, NOTHING_WRITTEN
from byleave.cli.options import MomentType, site_option
from byleave.editing.whole_files import write_private
from byleave.model.terms import ConsentBy
from byleave.permission.forms_folder import NAME
from byleave.permission.papers.aloud import NoSpeechError, script, speech
from byleave.permission.papers.making import (
    Manner,
    Numbers,
    file_name,
    made_cards,
    made_form,
    write_paper,
)
from byleave.permission.papers.shown_on_forms import is_asked
from byleave.pipeline.local_time import local_time


@click.command()
@click.argument("story")
@site_option
@click.option("--voice", "voices", multiple=True, help="Whom to ask; all voices, if not given.")
@folder_option
@click.option("--renew", is_flag=True, help="Ask anew: without the end of an earlier answer.")
@click.option("--by", type=click.Choice(get_args(ConsentBy)), help="Who answers, if you know it.")
@click.option("--cards", is_flag=True, help="Make picture cards too, on A6, to talk with.")
@click.option("--aloud", is_flag=True, help="Make a script to read out too, and its sound.")
@paper_options
@click.option("--as-of", type=MomentType(), help="The day or moment to show; now, if not given.")
def form(
    story: str,
    site: Path,
    voices: tuple[str, ...],
    output: Path | None,
    by: ConsentBy | None,
    as_of: datetime | None,
    *,
    renew: bool,
    cards: bool,
    aloud: bool,
    easy_read: bool,
    large_print: bool,
    language: str | None,
    pdf: bool,
) -> None:
    """Make the form on which a storyteller sees what would be public, and says yes or no."""
    with told_plainly(), told_where():
        moment = as_of or local_time(site, datetime.now(UTC))
        path = story_path(story, site)
        entries = entries_of(site, moment, path, voices)
        asked = [one for one in entries if voices or is_asked(one)]
        manner = Manner(language=language, easy_read=easy_read, large_print=large_print)
        numbers = Numbers(site, chance.signs)
        named = partial(file_name, easy_read=easy_read, large_print=large_print, language=language)
        made = {
            named(one.story, one.voice): form
            for one in asked
            if (form := made_form(site, moment, one, numbers, manner, renewing=renew, by=by))
        }
        folder = prepared(output or site / NAME, site) if made else Path()
        for name, (html, paper) in made.items():
            for file in write_paper(html, folder / name, pdf=pdf):
                click.echo(file)
            if aloud:
                _read_out(html, folder / name)
            click.echo(f"  code {paper.code}; once they said yes, and to what:")
            click.echo(
                f"  byleave consent agree {paper.story} --voice {paper.voice.id} "
                f"--form {paper.code} --record {quote(paper.record)} --by {by or '…'} --uses …"
            )
        if made:
            papers = [paper for _, paper in made.values()]
            keep_rounds(site, (paper.round for paper in papers))
            if cards:
                name = f"cards.{language}.html" if language else "cards.html"
                html = made_cards(site, moment, papers, manner)
                for file in write_paper(html, folder / name, pdf=pdf):
                    click.echo(file)
    _end(len(made), not_asked=len(entries) - len(asked), not_public=len(asked) - len(made))


def _read_out(html: str, form: Path) -> None:
    """Write the script of a form beside it, and its sound where something here can speak."""
    text = script(html)
    language = html.partition('<html lang="')[2].partition('"')[0]
    files = {form.with_suffix(".txt"): text.encode()}
    try:
        files[form.with_suffix(".wav")] = speech(text, language)
    except NoSpeechError as fault:
        click.echo(fault, err=True)
    for file, content in files.items():
        write_private(file, content)
        click.echo(file)


def _end(made: int, *, not_asked: int, not_public: int) -> None:
    """Say what was not made, and end."""
    if not_asked:
        click.echo(
            f"{not_asked} not asked: no to it, taken back, or held. Name one with --voice", err=True
        )
    if not_public:
        click.echo(
            f"{not_public} not made: nothing of it would be public even with a yes, because "
            "something else is withheld. See: byleave build --verbose",
            err=True,
        )
    click.echo(f"{made} form{'' if made == 1 else 's'} made" if made else "nothing was written")
    raise click.exceptions.Exit(DONE if made else NOTHING_WRITTEN)
