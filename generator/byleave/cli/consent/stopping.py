"""`byleave consent withdraw` and `hold`: taking somebody's words out, everywhere at once."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import click

from byleave.build.permission import local_time
from byleave.cli.codes import WITH_ERRORS
from byleave.cli.consent.choices import Day, one_line
from byleave.cli.consent.columns import width, wrapped
from byleave.cli.consent.telling import told_of_files
from byleave.cli.endings import told_plainly, wrote
from byleave.cli.options import site_option
from byleave.permission.afterwards.concerned import concerned
from byleave.permission.afterwards.hosts import guessed_host
from byleave.permission.afterwards.next_steps import what_to_do_next
from byleave.permission.answers.declared import Declared, Files, files
from byleave.permission.answers.stopping import StopKey, Stopped, Where, elsewhere, meant, set_key
from byleave.permission.files.story_files import story_path


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
@click.option("--day", type=Day(), help="When they said so; today, if not given.")
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
        found = meant(known, where)
        _write(site, found, "withdrawn", day)
        wrote(_places("withdrawn", found.voices))
        click.echo("\n".join(_next(site, known, found)))
        _end(found, "write `withdrawn:` with the day under its consent by hand")


@click.command()
@whose
@click.option("--only-here", is_flag=True, help="Leave the record's other stories as they are.")
@click.option("--day", type=Day(), help="From which day; today, if not given.")
@click.option("--lift", is_flag=True, help="Publish again what may be published.")
def hold(
    site: Path,
    story: str | None,
    voice: str | None,
    record: str | None,
    day: date | None,
    *,
    only_here: bool,
    lift: bool,
) -> None:
    """Keep somebody's words back for a while, whatever they said; no reason is kept."""
    with told_plainly(), told_of_files():
        where = place_of(site, story, voice, record, only_here=only_here)
        found = meant(files(site), where)
        if lift:
            set_key(site, found.voices, "held", None)
        else:
            _write(site, found, "held", day)
        wrote(_places("no longer held" if lift else "held", found.voices))
        click.echo("next: byleave build, and publish it now")
        by_hand = "take `held:` out of" if lift else "write `held:` with the day under"
        _end(found, f"{by_hand} its consent by hand")


def place_of(
    site: Path, story: str | None, voice: str | None, record: str | None, *, only_here: bool = False
) -> Where:
    """Whose permission is meant; raises UsageError where it is not said in one of the two ways."""
    if (story is None) == (record is None) or (story is None) != (voice is None):
        raise click.UsageError("write STORY --voice ID, or --record REF")
    if only_here and story is None:
        raise click.UsageError("--only-here needs STORY --voice ID")
    path = story_path(site, story) if story else None
    return Where(story=path, voice=voice, record=record, only_here=only_here)


def _write(site: Path, found: Stopped, key: StopKey, day: date | None) -> None:
    today = local_time(site, datetime.now(UTC)).date()
    set_key(site, found.voices, key, day or today)


def _places(what: str, voices: tuple[Declared, ...]) -> Iterator[str]:
    for one in voices:
        yield f"{one.path}: {one.voice} is {what}"


def _next(site: Path, known: Files, found: Stopped) -> Iterator[str]:
    for one in elsewhere(known, found.voices):
        yield f"{one.path}: {one.voice} is the same person, under another record: ask them"
    columns = width()
    yield ""
    yield "It is still public until you publish. What to do next:"
    host = guessed_host(site)
    steps = what_to_do_next(host, concerned(site, known, found.voices))
    for number, (heading, lines) in enumerate(steps, 1):
        yield ""
        yield click.style(f"{number}. {heading}", bold=True)
        for line in lines:
            # A command is copied as it stands.
            yield from [f"   {line}"] if line.startswith("git ") else wrapped(line, columns, 3)
    yield ""
    yield from _letter(found)


def _letter(found: Stopped) -> Iterator[str]:
    """Where the letter to the person is written: what went, when, and what may remain."""
    for record in dict.fromkeys(one.record for one in found.voices if one.record):
        yield f"Then tell them, in writing: byleave consent letter --record {record}"


def _end(found: Stopped, do: str) -> None:
    """Files that cannot be read may have this record too: they are named, and not passed over."""
    for path in found.unread:
        click.echo(f"error: {path} cannot be read, and this record stands in it", err=True)
        click.echo(f"  do: {do}", err=True)
    if found.unread:
        raise click.exceptions.Exit(WITH_ERRORS)
