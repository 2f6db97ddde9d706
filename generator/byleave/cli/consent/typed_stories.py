"""What people type for a story and for voices, to what the register has of them."""

import os
from collections.abc import Collection
from datetime import datetime
from pathlib import Path

import click

from byleave.cli.exit_codes import NOTHING_WRITTEN
from byleave.cli.reporting import told
from byleave.editing.story_files import did_you_mean
from byleave.model.records import record_key
from byleave.model.register import RegisterEntry
from byleave.pipeline.for_permission_tools import read_register


def story_path(typed: str, site: Path) -> str:
    """The path of a story as the site knows it, below `site` and with "/".

    A path may be from the folder that one is in or from the site folder; a folder stands for its
    index.md. Raises click.BadParameter where no file is there.
    """
    for place in (Path(typed), site / typed):
        file = place / "index.md" if place.is_dir() else place
        found, top = Path(os.path.realpath(file)), Path(os.path.realpath(site))
        if file.is_file() and found.is_relative_to(top):
            return found.relative_to(top).as_posix()
    message = f"{typed}: there is no such story in this site{did_you_mean(site, typed)}"
    raise click.BadParameter(message, param_hint="STORY")


def entries_of(
    site: Path, moment: datetime, path: str, voices: Collection[str]
) -> tuple[RegisterEntry, ...]:
    """The entries of the story at `path`: those of `voices`, or all where none is named.

    Ends the command where the story has an error or declares no such voice.
    """
    register = read_register(site, moment)
    faults = [one for one in register.findings if one.path == path and one.severity == "error"]
    if faults:
        click.echo(told(faults), err=True)
        raise click.exceptions.Exit(NOTHING_WRITTEN)
    found = tuple(one for one in register.entries if one.story == path)
    unknown = sorted(set(voices) - {one.voice for one in found})
    if unknown:
        message = f"{path} declares no voice with the id {unknown[0]}"
        raise click.BadParameter(message, param_hint="--voice")
    return tuple(one for one in found if not voices or one.voice in voices)


def chosen_entries(
    site: Path, moment: datetime, story: str | None, voice: str | None, record: str | None
) -> tuple[RegisterEntry, ...]:
    """The entries that a letter or a receipt is about: one voice of a story, or all of a record."""
    if record and not story and not voice:
        found = read_register(site, moment).entries
        return tuple(one for one in found if record_key(one.record or "") == record_key(record))
    if story and voice and not record:
        return entries_of(site, moment, story_path(story, site), [voice])
    raise click.UsageError("name a story and --voice, or --record alone")
