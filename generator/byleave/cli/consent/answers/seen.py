"""`byleave consent seen`: writing down that somebody was shown their part, and how."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import get_args

import click

from byleave.cli.consent.changed_words import place_of
from byleave.cli.consent.lines import width, wrapped
from byleave.cli.consent.refusals import told_of_files
from byleave.cli.consent.typed_values import CodeType, DayType
from byleave.cli.endings import told_plainly
from byleave.cli.options import site_option
from byleave.editing.story_files import story_path
from byleave.model.terms import SeenHow
from byleave.permission.answers.declared import identity_of
from byleave.permission.answers.differences import readable
from byleave.permission.answers.seeing import PreparedSight, Sight, prepare_sight, write_sight
from byleave.pipeline.local_time import local_time

_QUESTION = "Is this what they were shown, word for word?"


@click.command()
@site_option
@click.argument("story")
@click.option("--voice", required=True, help="The id of the voice in the story.")
@click.option("--on", type=DayType(), required=True, help="The day on which they were shown it.")
@click.option(
    "--how",
    type=click.Choice(get_args(SeenHow)),
    default="on-paper",
    show_default=True,
    help="How they were shown it.",
)
@click.option("--code", type=CodeType(), help="The code of the form or proof they saw.")
@click.option("--yes", is_flag=True, help="Show what it is about, and do not ask.")
def seen(
    site: Path, story: str, voice: str, on: date, how: SeenHow, code: str | None, *, yes: bool
) -> None:
    """Record that somebody was shown their part: on a form, on a proof, or in another way."""
    with told_plainly(), told_of_files():
        now = local_time(site, datetime.now(UTC))
        path = story_path(site, story)
        sight = Sight(story=path, voice=voice, on=on, how=how, code=code or "")
        prepared = prepare_sight(site, now, sight)
        click.echo("\n".join(_asked(prepared)))
        if not yes and not code:
            click.confirm(_QUESTION, abort=True)
        written = write_sight(site, prepared)
        click.echo(f"{prepared.voice.path}: {voice} was shown this on {on}, round {written}")


def _asked(prepared: PreparedSight) -> Iterator[str]:
    """Whose it is, and each wording: without a code only somebody who was there can tell."""
    voice, columns = prepared.voice, width()
    yield f"{voice.path}: {voice.voice}"
    yield f"  {voice.name} ({identity_of(voice)})"
    for words in prepared.shown:
        yield f"  {place_of(words)}"
        yield from wrapped(f"“{readable(words.text).strip()}”", columns, 4)
    if not prepared.shown:
        yield "  no words by or about them"
