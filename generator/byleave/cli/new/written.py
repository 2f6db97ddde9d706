"""What was written, what is wrong with it, what to type next; or why nothing was written."""

from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from shlex import quote

import click

from byleave.beginning.naming import file_name
from byleave.beginning.stories import NewStory, NewVoice, write_story
from byleave.beginning.writing import TakenError
from byleave.cli import chance
from byleave.cli.endings import told_plainly
from byleave.cli.exit_codes import NOTHING_WRITTEN, WITH_ERRORS
from byleave.cli.reporting import told
from byleave.editing.story_files import reason
from byleave.pipeline.for_beginning import findings_of

_SIGNS = 4


def write(site: Path, folder: str, story: NewStory, taken: Collection[str]) -> str:
    """Write `story` below `folder`, under a name that none of those `taken` is; its path."""
    name = file_name(story.title, taken, lambda: chance.signs(_SIGNS).lower())
    return write_story(site, folder, name, story)


def tell_story(site: Path, path: str, what: str, story: NewStory) -> None:
    """Say what is there now; ends with 1 where something is wrong with it."""
    click.echo(f"{path}: a new {what}")
    if not story.text:
        click.echo("  open it, and write below the second ---")
    if not story.date:
        click.echo("  it is a draft: it has no date")
    tell_findings(site, [path])
    tell_asking(path, story.voices)


def tell_asking(path: str, voices: Sequence[NewVoice]) -> None:
    """Say who has to be asked, and how."""
    if voices:
        click.echo(f"  not asked yet: {', '.join(f'{one.name} ({one.id})' for one in voices)}")
        click.echo("next, once you have written it:")
        click.echo(f"  byleave consent form {quote(path)}")
    else:
        click.echo("next:")
        click.echo("  byleave build")


def tell_findings(site: Path, paths: Collection[str]) -> None:
    """Say what is wrong with the files at `paths`; ends the command with 1 if there is an error."""
    found = findings_of(site, paths)
    if found:
        click.echo(told(found), err=True)
    if any(one.severity == "error" for one in found):
        raise click.exceptions.Exit(WITH_ERRORS)


@contextmanager
def told_of_new_files() -> Iterator[None]:
    """End a command that cannot write with why, and with nothing written."""
    with told_plainly():
        try:
            yield
        except TakenError as fault:
            click.echo(f"error: {fault}; nothing was written", err=True)
            raise click.exceptions.Exit(NOTHING_WRITTEN) from None
        except OSError as fault:
            click.echo(f"error: {fault.filename}: {reason(fault)}; nothing was written", err=True)
            raise click.exceptions.Exit(NOTHING_WRITTEN) from None
