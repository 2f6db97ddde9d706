"""`byleave consent form`: what a storyteller reads before they say yes or no."""

from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import click

from byleave.build.permission import local_time, on_paper, would_be_public
from byleave.cli.codes import DONE, NOTHING_WRITTEN
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
from byleave.permission.papers.forms import NothingPublicError, is_asked, permission_form


@click.command()
@click.argument("story")
@site_option
@click.option("--voice", "voices", multiple=True, help="Whom to ask; all voices, if not given.")
@click.option(
    "--output",
    type=click.Path(file_okay=False, path_type=Path),
    help=f"The folder to write into; {NAME}/ in the site folder, if not given.",
)
@click.option("--renew", is_flag=True, help="Ask anew: without the end of an earlier answer.")
@paper_options
@click.option("--as-of", type=Moment(), help="The day or moment to show; now, if not given.")
def form(
    story: str,
    site: Path,
    voices: tuple[str, ...],
    output: Path | None,
    as_of: datetime | None,
    *,
    renew: bool,
    easy_read: bool,
    language: str | None,
    pdf: bool,
) -> None:
    """Make the form on which a storyteller sees what would be public, and says yes or no."""
    with told_plainly(), told_where():
        moment = as_of or local_time(site, datetime.now(UTC))
        path = story_path(story, site)
        entries = entries_of(site, moment, path, voices)
        asked = [one for one in entries if voices or is_asked(one)]
        make = partial(_form, site, moment, language, easy_read=easy_read, renewing=renew)
        made = {
            file_name(one.story, one.voice, easy_read=easy_read, language=language): html
            for one in asked
            if (html := make(one))
        }
        folder = prepared(output or site / NAME, site) if made else Path()
        for name, html in made.items():
            for file in write_paper(html, folder / name, pdf=pdf):
                click.echo(file)
    _end(len(made), not_asked=len(entries) - len(asked), not_public=len(asked) - len(made))


def _form(
    site: Path,
    moment: datetime,
    language: str | None,
    entry: RegisterEntry,
    *,
    easy_read: bool,
    renewing: bool,
) -> str:
    """The form for one voice; empty where nothing would be public whatever they said."""
    found, plan = would_be_public(site, moment, story=entry.story, asking=[entry.voice])
    try:
        paper = permission_form(entry, found, plan, renewing=renewing)
    except NothingPublicError:
        return ""
    tongue = language_of(language, paper.language, plan.settings.language)
    return on_paper(paper, plan, language=tongue, easy_read=easy_read)


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
