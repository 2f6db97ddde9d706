"""`byleave consent withdraw` and `hold`: taking somebody's words out, everywhere at once."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import click

from byleave.cli.consent.answers.next_steps import publish_lines, step_lines
from byleave.cli.consent.refusals import told_of_files
from byleave.cli.consent.typed_values import DayType, one_line
from byleave.cli.endings import is_written, told_plainly, wrote
from byleave.cli.exit_codes import NOTHING_WRITTEN, WITH_ERRORS
from byleave.cli.options import site_option
from byleave.cli.private_state import drop_drafts_of_the_desk
from byleave.editing.story_files import story_path
from byleave.model.record_list import RECORDS_FILE
from byleave.permission.afterwards.concerned import changed, concerned
from byleave.permission.afterwards.next_steps import history, what_to_do_next
from byleave.permission.afterwards.publishing import guessed_host, publishing
from byleave.permission.answers.declared import DeclaredVoices, files
from byleave.permission.answers.refusing import has_said_yes
from byleave.permission.answers.refusing import refuse as say_no
from byleave.permission.answers.stopping import (
    Stopped,
    Unwritten,
    WhosePermission,
    elsewhere,
    known_list,
    lift,
    meant,
    stop,
)
from byleave.pipeline.local_time import local_day


def whose(command: Callable[..., None]) -> Callable[..., None]:
    """The arguments that say whose permission is meant."""
    for decorate in (
        site_option,
        click.argument("story", required=False),
        click.option("--voice", help="The id of the voice in STORY."),
        click.option("--record", callback=one_line, help="Whoever has this record, anywhere."),
    ):
        command = decorate(command)
    return command


@click.command()
@whose
@click.option("--only-here", is_flag=True, help="Leave the record's other stories as they are.")
@click.option("--day", type=DayType(), help="When they said so; today, if not given.")
def withdraw(
    site: Path,
    story: str | None,
    voice: str | None,
    record: str | None,
    day: date | None,
    *,
    only_here: bool,
) -> None:
    """Take somebody's permission back, in every story that has their record."""
    with told_plainly(), told_of_files():
        where = place_of(site, story, voice, record, only_here=only_here)
        known = files(site)
        found = meant(known, where, known_list(site))
        unwritten = stop(site, found, "withdrawn", day or _today(site))
        drop_drafts_of_the_desk(site)
        wrote(_places("withdrawn", found, unwritten))
        click.echo("\n".join(_next(site, known, found)))
        _end(found, unwritten, "write `withdrawn:` with the day under its consent by hand")


@click.command()
@site_option
@click.argument("story")
@click.option("--voice", required=True, help="The id of the voice in STORY.")
@click.option("--record", callback=one_line, help="The number of their sheet, if it has one.")
@click.option("--only-here", is_flag=True, help="Leave the record's other stories as they are.")
@click.option("--day", type=DayType(), help="When they said so; today, if not given.")
def refuse(
    site: Path,
    story: str,
    voice: str,
    record: str | None,
    day: date | None,
    *,
    only_here: bool,
) -> None:
    """Record that somebody was asked and said no; no reason is kept."""
    with told_plainly(), told_of_files():
        where = place_of(site, story, voice, None, only_here=only_here)
        when = day or _today(site)
        found, unwritten = say_no(site, where, known_list(site), record, when)
        drop_drafts_of_the_desk(site)
        wrote(_places("refused", found, unwritten))
        if not any(has_said_yes(site, one) for one in found.voices):
            click.echo("Nothing of theirs was public, and nothing of it will be.")
        for one in found.voices:
            click.echo(f"Then thank them: byleave consent letter {one.path} --voice {one.voice}")
        _end(found, unwritten, "write `refused:` with the day under its consent by hand")


@click.command()
@whose
@click.option("--only-here", is_flag=True, help="Leave the record's other stories as they are.")
@click.option("--day", type=DayType(), help="From which day; today, if not given.")
@click.option("--lift", "unhold", is_flag=True, help="Publish again what may be published.")
def hold(
    site: Path,
    story: str | None,
    voice: str | None,
    record: str | None,
    day: date | None,
    *,
    only_here: bool,
    unhold: bool,
) -> None:
    """Keep somebody's words back for a while, whatever they said; no reason is kept."""
    with told_plainly(), told_of_files():
        where = place_of(site, story, voice, record, only_here=only_here)
        known = files(site)
        found = meant(known, where, known_list(site))
        unwritten = lift(site, found) if unhold else stop(site, found, "held", day or _today(site))
        drop_drafts_of_the_desk(site)
        wrote(_places("no longer held" if unhold else "held", found, unwritten))
        written = changed(site, known, found.voices, _written(site, found))
        for line in publish_lines(site, written):
            click.echo(line)
        by_hand = "take `held:` out of" if unhold else "write `held:` with the day under"
        _end(found, unwritten, f"{by_hand} its consent by hand")


def place_of(
    site: Path, story: str | None, voice: str | None, record: str | None, *, only_here: bool = False
) -> WhosePermission:
    """Whose permission is meant; raises UsageError where it is not said in one of the two ways."""
    if (story is None) == (record is None) or (story is None) != (voice is None):
        raise click.UsageError(
            "write STORY --voice ID, or --record REF; byleave consent list has all of them"
        )
    if only_here and story is None:
        raise click.UsageError("--only-here needs STORY --voice ID")
    path = story_path(site, story) if story else None
    return WhosePermission(story=path, voice=voice, record=record, only_here=only_here)


def _today(site: Path) -> date:
    return local_day(site, datetime.now(UTC))


def _places(what: str, found: Stopped, unwritten: tuple[Unwritten, ...]) -> Iterator[str]:
    """What was done: each voice that was written, and the record itself."""
    failed = {one.place.rpartition(":")[0] or one.place for one in unwritten}
    failed |= {one.place for one in unwritten}
    for one in found.voices:
        if one.path not in failed:
            here = " in this story" if found.only_here else ""
            yield f"{one.path}: {one.voice} is {what}{here}"
    if found.record and not found.only_here and "list of records" not in failed:
        yield f"record {found.record} is {what}, wherever it stands"


def _next(site: Path, known: DeclaredVoices, found: Stopped) -> Iterator[str]:
    for one in elsewhere(known, found.voices):
        yield f"{one.path}: {one.voice} is the same person, under another record: ask them"
    now = datetime.now(UTC)
    host, written = guessed_host(site), changed(site, known, found.voices, _written(site, found))
    place = concerned(site, known, found.voices, now)
    yield ""
    is_known = found.voices and not found.unread
    if not is_known or any(has_said_yes(site, one) for one in found.voices):
        yield "It is still public until you publish. What to do next:"
        publish, *others = what_to_do_next(host, place, written)
        yield from step_lines((publish, *_letter(found), *others))
    else:
        yield (
            "They had not said yes, so that nothing was public by this record, and nothing has to "
            "be taken off the site. What to do next:"
        )
        keeping = ("Keep it", tuple(publishing(host, written)))
        more = ("The history of the repository", tuple(history(place)))
        yield from step_lines((keeping, *_letter(found), more))


def _written(site: Path, found: Stopped) -> tuple[str, ...]:
    """The files to commit: the list of records, and whatever may have been written."""
    listed = (RECORDS_FILE,) if (site / RECORDS_FILE).is_file() else ()
    return (*listed, *(one.path for one in found.voices))


def _letter(found: Stopped) -> Iterator[tuple[str, tuple[str, ...]]]:
    """How the letter to the person is written: what went, when, and what may remain."""
    records = dict.fromkeys(one.record for one in found.voices if one.record)
    if records:
        lines = (f"byleave consent letter --record {record}" for record in records)
        yield "Tell them, in writing, that it is done", tuple(lines)


def _end(found: Stopped, unwritten: tuple[Unwritten, ...], do: str) -> None:
    """Name what was not written, and the files that may have this record."""
    for one in unwritten:
        click.echo(f"error: {one.place}: {one.message}", err=True)
        click.echo(f"  do: {one.do}", err=True)
    for path in found.unread:
        message = "cannot be read, and this record may stand in it"
        click.echo(f"error: {path} {message}", err=True)
        click.echo(f"  do: {do}", err=True)
    if found.unread or unwritten:
        raise click.exceptions.Exit(WITH_ERRORS if is_written() else NOTHING_WRITTEN)
