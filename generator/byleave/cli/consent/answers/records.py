"""`byleave consent records` and `erased`: the list of records, and what may go from a story."""

import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import click

from byleave.cli.consent.refusals import told_of_files
from byleave.cli.consent.typed_values import one_line
from byleave.cli.endings import told_plainly
from byleave.cli.options import site_option
from byleave.editing.record_list_file import listed, listed_soundly, write_list
from byleave.editing.refusals import RefusedError
from byleave.editing.story_files import story_path
from byleave.model.record_list import RECORDS_FILE
from byleave.model.records import record_key
from byleave.permission.answers.declared import DeclaredVoices, files
from byleave.permission.answers.erasing import Erased, erase, remembered
from byleave.permission.answers.listing_records import changes, lost, up_to_date
from byleave.permission.answers.shared_records import shared
from byleave.pipeline.local_time import local_time

_SEE_TO = 1
_UNION = f"{RECORDS_FILE} merge=union"


@click.command()
@site_option
@click.option("--check", is_flag=True, help="Write nothing; end with 1 if something would change.")
def records(site: Path, *, check: bool) -> None:
    """Bring the list of records up to date with the stories, and show what that changes."""
    with told_plainly(), told_of_files():
        known, before = files(site), listed_soundly(site)
        after = up_to_date(known, before, local_time(site, datetime.now(UTC)).date())
        changed = changes(before, after)
        for one in changed:
            click.echo("\n".join(_difference(one.before, one.after)))
        if changed and not check:
            write_list(site, lambda _: after)
        number = len(after.lines)
        count = f"{number} record{'' if number == 1 else 's'}"
        said = "would be written" if check else "written"
        click.echo(f"{count}; {said if changed else 'nothing has changed'}: {RECORDS_FILE}")
        problems = list(_to_see_to(site, known))
        for line in problems:
            click.echo(line, err=True)
        if not _is_merged_by_union(site):
            click.echo(f"add this line to .gitattributes, so that git joins two lists: {_UNION}")
    raise click.exceptions.Exit(_SEE_TO if problems or (check and changed) else 0)


def _difference(before: str, after: str) -> Iterator[str]:
    if before:
        yield click.style(f"- {before}", fg="red")
    if after:
        yield click.style(f"+ {after}", fg="green")


def _to_see_to(site: Path, known: DeclaredVoices) -> Iterator[str]:
    for path, number in lost(known, listed(site)):
        yield f"error: {path}: record {number} has gone from this file, which is withheld"
        yield f"  do: put the entry back, or run: byleave consent erased {number} {path}"
    for found in shared(known):
        places = ", ".join(f"{one.voice} in {one.path}" for one in found)
        yield f"error: record {found[0].record} is that of two people: {places}"
        yield "  do: give each person a record of their own, so that one can leave alone; for one"
        yield "      person in two stories, write the same `person:` in both"
    for file in known.unread:
        yield f"error: {file.path} cannot be read, so its records are not looked at"
        yield "  do: see byleave check, and mend it"


def _is_merged_by_union(site: Path) -> bool:
    """Whether git is told to join the lists of two people; True where there is no git."""
    folders = [site.resolve(), *site.resolve().parents]
    root = next((one for one in folders if (one / ".git").exists()), None)
    if root is None:
        return True
    texts = (one / ".gitattributes" for one in folders[: folders.index(root) + 1])
    return any(
        "records.tsv" in line and "merge=union" in line
        for file in texts
        if file.is_file()
        for line in file.read_text("utf-8", "replace").splitlines()
    )


@click.command()
@site_option
@click.argument("record", callback=one_line)
@click.argument("story", required=False)
@click.option("--name", callback=one_line, help="What readers called them, where git has no entry.")
@click.option(
    "--words",
    multiple=True,
    help="Words of theirs or of a picture of them, where git has no entry.",
)
def erased(
    site: Path, record: str, story: str | None, name: str | None, words: tuple[str, ...]
) -> None:
    """Say that somebody's words are deleted from STORY, which need not hold RECORD any longer."""
    with told_plainly(), told_of_files():
        known, before = files(site), listed_soundly(site)
        line = before.lines.get(record_key(record))
        named = [one.path for one in line.stories] if line else []
        if line is None or not named:
            message = "the list of records has no story for this record"
            raise RefusedError(message, "see byleave consent records")
        paths = [story_path(site, story)] if story else named
        if unknown := [one for one in paths if one not in named]:
            message = f"{unknown[0]}: the list does not say that this story had the record"
            raise RefusedError(message, f"name one of: {', '.join(named)}")
        for path in paths:
            who = remembered(site, known, path, record) or _told(path, name, words)
            erase(site, known, who, record)
            click.echo(f"{path}: record {line.number} is no longer looked for here")
        click.echo(f"The number stays in the list, and its state too: {line.state}.")
        click.echo("next: byleave build")


def _told(path: str, name: str | None, words: tuple[str, ...]) -> Erased:
    """What somebody remembers of a voice of which neither the file nor git has anything."""
    if name is None and sys.stdin.isatty():
        name = click.prompt(f"What did readers call them in {path}?")
        asked = ("Some words of theirs", "The caption or description of a picture of them")
        words = tuple(
            click.prompt(f"{what}, if you know any", default="", show_default=False)
            for what in asked
        )
    if name is None:
        message = f"{path}: neither the file nor git says who this was"
        do = "say what readers called them, and some words of theirs: --name NAME --words TEXT"
        raise RefusedError(message, do)
    return Erased(story=path, id_="", name=name, words=tuple(filter(None, words)), source="you")
