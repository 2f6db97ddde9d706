"""`byleave consent correct` and `change`: spelling, and agreeing to less."""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import get_args

import click

from byleave.cli.consent.answers.next_steps import publish_lines
from byleave.cli.consent.answers.stopping import place_of, whose
from byleave.cli.consent.changed_words import change_lines
from byleave.cli.consent.lines import width
from byleave.cli.consent.refusals import told_of_files
from byleave.cli.consent.typed_values import DayType, known_uses, one_line
from byleave.cli.endings import told_plainly
from byleave.cli.exit_codes import WITH_ERRORS
from byleave.cli.options import site_option
from byleave.editing.refusals import RefusedError
from byleave.editing.story_files import story_path
from byleave.model.terms import Identity, Use
from byleave.permission.afterwards.concerned import changed
from byleave.permission.answers.correcting import Correction, corrections
from byleave.permission.answers.correcting import correct as take_over
from byleave.permission.answers.declared import Declared, DeclaredVoices, files, identity_of
from byleave.permission.answers.mentions import LineThatNames, plain_mentions
from byleave.permission.answers.narrowing import Narrowing, narrow, told_in
from byleave.permission.answers.stopping import meant
from byleave.pipeline.local_time import local_time


@click.command()
@site_option
@click.argument("story")
@click.option("--voice", help="The id of one voice; all of them, if not given.")
@click.option("--told", type=DayType(), help="The day on which they were told of the correction.")
@click.option("--yes", is_flag=True, help="Do not ask; needs --told.")
def correct(site: Path, story: str, voice: str | None, told: date | None, *, yes: bool) -> None:
    """Take over corrections of spelling, once the person was told."""
    if yes and told is None:
        raise click.UsageError("--yes needs --told: they have to know of it first")
    with told_plainly(), told_of_files():
        now = local_time(site, datetime.now(UTC))
        found = corrections(site, now, story_path(site, story), voice)
        click.echo("\n".join(_shown(found)))
        day = told or _asked_day(found)
        if day > now.date():
            raise click.BadParameter("this day is still to come", param_hint="--told")
        if not yes:
            click.confirm("Is it the same but for the spelling, and do they know?", abort=True)
        take_over(site, found, day)
        for one in found:
            click.echo(f"{one.entry.story}: {one.entry.voice} was told on {day}; taken over")
        click.echo("next: byleave build")


def _shown(found: Iterable[Correction]) -> Iterator[str]:
    for one in found:
        yield f"{one.entry.story}: {one.entry.voice}"
        for change in one.changes:
            yield from change_lines(change, width())


def _asked_day(found: tuple[Correction, ...]) -> date:
    who = ", ".join(one.entry.voice for one in found)
    day: date = click.prompt(f"When were they told ({who})? Write 2026-03-31", type=DayType())
    return day


@click.command()
@whose
@click.option("--drop-use", "uses", multiple=True, help="A use to end.")
@click.option("--drop-picture", "pictures", multiple=True, help="A picture to take out.")
@click.option("--name", callback=one_line, help="Their public name from now on.")
@click.option("--identity", type=click.Choice(get_args(Identity)), help="What kind of name it is.")
@click.option("--mentions-seen", is_flag=True, help="Change the name though it stands in texts.")
def change(
    site: Path,
    story: str | None,
    voice: str | None,
    record: str | None,
    uses: tuple[Use, ...],
    pictures: tuple[str, ...],
    name: str | None,
    identity: Identity | None,
    *,
    mentions_seen: bool,
) -> None:
    """Let somebody agree to less, in every story that has their record."""
    _check(uses, pictures, name, identity)
    with told_plainly(), told_of_files():
        where = place_of(site, story, voice, record)
        known = files(site)
        found = meant(known, where)
        less = Narrowing(
            uses=known_uses(site, uses, "--drop-use"),
            pictures=pictures,
            name=name,
            identity=identity,
        )
        if name and not mentions_seen:
            _refuse_mentions(site, known, found.voices)
        paths = tuple(narrow(site, known, found.voices, less))
        for path in paths:
            click.echo(f"{path}: changed")
        for path in found.unread:
            click.echo(f"error: {path} cannot be read, and this record stands in it", err=True)
        for picture in pictures:
            click.echo(f"If nothing else uses {picture}, delete the file too.")
        for line in publish_lines(site, changed(site, known, found.voices, paths)):
            click.echo(line)
        if found.unread:
            raise click.exceptions.Exit(WITH_ERRORS)


def _check(
    uses: tuple[Use, ...], pictures: tuple[str, ...], name: str | None, identity: Identity | None
) -> None:
    if "web" in uses:
        raise click.UsageError("without web nothing is left: use byleave consent withdraw")
    if identity and not name:
        raise click.UsageError("--identity needs --name: the old name would stay on the page")
    if not (uses or pictures or name):
        raise click.UsageError("write what they agreed to less of, such as --drop-use search")


def _refuse_mentions(site: Path, known: DeclaredVoices, voices: Iterable[Declared]) -> None:
    """A name that stands in a text protects it only while it is the voice's own."""
    mentions = [
        _place(found)
        for one in voices
        if identity_of(one) != "anonymous"  # “participant” is a word as well
        for found in plain_mentions(site, one.name, told_in(known, one.path))
    ]
    if mentions:
        places = "\n  ".join(dict.fromkeys(mentions))
        message = f"their name of today stands here:\n  {places}\nnothing was written"
        do = (
            "write {id} in its place, so that the text follows the name; or change the words, and "
            "then give the command again. With --mentions-seen they stay as they are, and are no "
            "longer taken out when this voice leaves"
        )
        raise RefusedError(message, do)


def _place(mention: LineThatNames) -> str:
    where = f":{mention.line}" if mention.line else ": the name of the file"
    return f"{mention.path}{where}"
