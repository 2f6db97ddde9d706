"""`byleave consent split`: one person of a group gets a voice of their own."""

import re
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from byleave.cli.consent.answers.next_steps import publish_lines
from byleave.cli.consent.refusals import told_of_files
from byleave.cli.consent.typed_values import one_line
from byleave.cli.endings import told_plainly
from byleave.cli.options import site_option
from byleave.editing.story_files import story_path
from byleave.permission.afterwards.concerned import changed
from byleave.permission.answers.declared import files
from byleave.permission.answers.splitting import OwnVoice
from byleave.permission.answers.splitting import split as split_off
from byleave.pipeline.local_time import local_time


def _an_id(_context: click.Context, _option: click.Parameter, value: Any) -> str:
    if not re.fullmatch(r"[a-z][a-z0-9-]*", value) or value in ("about", "voice"):
        raise click.BadParameter("a small letter first, then small letters, digits and hyphens")
    return str(value)


@click.command()
@site_option
@click.argument("story")
@click.option("--voice", required=True, help="The id of the group.")
@click.option("--line", type=click.IntRange(min=1), required=True, help="A line of the passage.")
@click.option("--new-id", required=True, callback=_an_id, help="An id that says nothing: t2.")
@click.option(
    "--name",
    default="Participant",
    show_default=True,
    callback=one_line,
    help="What readers call them; not a name of their own.",
)
@click.option("--record", callback=one_line, help="The number of their own form, if there is one.")
def split(
    site: Path, story: str, voice: str, line: int, new_id: str, name: str, record: str | None
) -> None:
    """Give a passage of a group an anonymous voice of its own, which nobody has agreed for yet."""
    with told_plainly(), told_of_files():
        own = OwnVoice(
            story=story_path(site, story),
            voice=voice,
            line=line,
            new_id=new_id,
            name=name,
            record=record,
        )
        day = local_time(site, datetime.now(UTC)).date()
        known = files(site)
        split_off(site, known, own, day)
        click.echo(f"{own.story}: {new_id} has this passage now; nobody has said yes for it")
        click.echo("If they leave for good, or if they say yes, give one of these:")
        click.echo(f"  byleave consent withdraw {own.story} --voice {new_id}")
        click.echo(f"  byleave consent agree {own.story} --voice {new_id} --record …")
        group = [one for one in known.voices if (one.path, one.voice) == (own.story, voice)]
        for told in publish_lines(site, changed(site, known, group, (own.story,))):
            click.echo(told)
