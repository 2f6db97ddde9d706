"""`byleave consent guard`: names that must never appear, and looking for them."""

import sys
from datetime import UTC, datetime
from pathlib import Path

import click
from msgspec import to_builtins

from byleave.cli.endings import told_plainly
from byleave.cli.exit_codes import DONE, WITH_ERRORS
from byleave.cli.groups import Group
from byleave.cli.keys import guard_key, settings_folder
from byleave.cli.options import format_option, site_option
from byleave.cli.reporting import as_json
from byleave.cli.streams import tell_programs
from byleave.diagnostics import SiteError, error
from byleave.editing.whole_files import write_private
from byleave.model.guard import GUARD_FILE, Guard
from byleave.permission.guard.keys import (
    KEY_VARIABLE,
    KeyTextError,
    keep_key,
    key_from_text,
    new_key,
    refuse_inside,
)
from byleave.permission.guard.looking import GuardHit, hits_in_site, hits_in_some, public_names
from byleave.permission.guard.names import (
    NoteError,
    empty_guard,
    in_order,
    with_name,
    without_name,
    without_number,
    write_guard,
)
from byleave.permission.guard.sheet import sheet
from byleave.pipeline.for_permission_tools import (
    read_guard,
    read_register,
    read_settings,
)
from byleave.pipeline.local_time import local_time
from byleave.text_in_files.guarded_names import GuardSearch, key_id

STDIN = "-"


@click.group(cls=Group)
def guard() -> None:
    """Keep names that must never appear, such as the real name behind a pseudonym."""


@guard.command()
@site_option
@click.option("--record", help="The number of the record of whoever the name is to protect.")
@click.option("--story", help="The story that the name belongs to.")
def add(site: Path, record: str | None, story: str | None) -> None:
    """Add names, which you are asked for, or give on standard input, one a line.

    A name is never an argument: a shell remembers its commands, and shows them to others.
    """
    if record is not None and not record.replace("-", "").isalnum():
        raise click.BadParameter("write it in letters, digits and hyphens", param_hint="--record")
    with told_plainly():
        read_settings(site)
        known = read_guard(site)
        key = new_key() if known is None else _key(site)
        made = empty_guard(key) if known is None else known
        before = len(made.names)
        for name in _names():
            made = _with(made, key, name, record, story)
        if known is None:
            place = keep_key(key, site, settings_folder())
            click.echo(f"a key was made, and is kept in {place}")
            click.echo("print it and lock it away: byleave consent guard key --sheet FILE")
        write_guard(made, site)
        click.echo(f"{len(made.names) - before} added; {len(made.names)} guarded")


def _with(made: Guard, key: bytes, name: str, record: str | None, story: str | None) -> Guard:
    try:
        return with_name(made, key, name, record=record, story=story)
    except NoteError:
        raise click.UsageError("--record or --story would tell a guarded name") from None
    except ValueError:
        message = "a guarded name has one to four words: give the part of it that tells most"
        raise click.UsageError(message) from None


def _names() -> list[str]:
    """The names that somebody types, or the lines of standard input."""
    if sys.stdin.isatty():
        return [str(click.prompt("The name", hide_input=True, confirmation_prompt="Once more"))]
    try:
        # Whatever the letters of the terminal are: a name that is read wrongly guards nobody.
        lines = sys.stdin.buffer.read().decode("utf-8-sig").splitlines()
    except UnicodeDecodeError:
        message = "these names are not UTF-8: save them so, and give them again"
        raise click.UsageError(message) from None
    return [line.strip() for line in lines if line.strip()]


def _key(site: Path) -> bytes:
    """The key to the guarded names of `site`; raises SiteError where it is not here."""
    key = guard_key(site)
    if key is None:
        message = "this site has guarded names, and the key to them is not here"
        do = f"set {KEY_VARIABLE}, or type the key in: byleave consent guard key --enter"
        raise SiteError([error(GUARD_FILE, "guard-key", message, do)])
    return key


@guard.command("list")
@site_option
@format_option
def list_(site: Path, form: str) -> None:
    """Say how many names are guarded, and what was noted beside each; nobody can list the names."""
    with told_plainly(form):
        made = read_guard(site)
        rows = [
            {"number": number, "words": name.words, "record": name.record, "story": name.story}
            for number, name in enumerate(in_order(made.names) if made else (), 1)
        ]
        if form == "json":
            tell_programs(as_json(rows))
            return
        for row in rows:
            notes = [str(note) for note in (row["record"], row["story"]) if note]
            words = "1 word" if row["words"] == 1 else f"{row['words']} words"
            click.echo(f"{row['number']:>4}  {words:<8} {'  '.join(notes)}".rstrip())
        click.echo(f"{len(rows)} guarded")


@guard.command()
@site_option
@click.argument("number", type=click.IntRange(min=1), required=False)
def remove(site: Path, number: int | None) -> None:
    """Take away the name with this NUMBER in the list, or names that you are asked for."""
    with told_plainly():
        made = read_guard(site)
        if made is None:
            raise click.UsageError("no names are guarded here")
        before = len(made.names)
        if number is not None:
            made = without_number(made, number)
        else:
            key = _key(site)
            for name in _names():
                try:
                    made = without_name(made, key, name)
                except ValueError:
                    raise click.UsageError("a guarded name has one to four words") from None
        write_guard(made, site)
        click.echo(f"{before - len(made.names)} removed; {len(made.names)} guarded")


@guard.command()
@site_option
@click.option(
    "--sheet",
    "paper",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write a page with the key on it, to print and lock away.",
)
@click.option("--enter", is_flag=True, help="Type the key in from that page, for this computer.")
def key(site: Path, paper: Path | None, *, enter: bool) -> None:
    """Say which key the guarded names need; print it, or type it in."""
    with told_plainly():
        made = read_guard(site)
        if made is None:
            raise click.UsageError("no names are guarded here, and so there is no key")
        if enter:
            _entered(made, site)
        if paper is not None:
            refuse_inside(paper, site)
            day = local_time(site, datetime.now(UTC)).date()
            write_private(paper, sheet(_key(site), read_settings(site), day).encode())
            click.echo(f"{paper}: print it, lock it away, and delete the file")
        is_here = guard_key(site) is not None
        click.echo(f"key {made.key_id}: {'here' if is_here else 'not here'}")


def _entered(made: Guard, site: Path) -> None:
    try:
        typed = key_from_text(
            click.prompt("The key", hide_input=True) if sys.stdin.isatty() else sys.stdin.read()
        )
    except KeyTextError:
        raise click.UsageError("this is no key: it is eight groups of four signs") from None
    if key_id(typed) != made.key_id:
        raise click.UsageError("this key did not make the guarded names of this site")
    click.echo(f"kept in {keep_key(typed, site, settings_folder())}")


@guard.command()
@site_option
@format_option
@click.option("--verbose", is_flag=True, help="Show whole paths, which may hold a guarded name.")
@click.argument("files", nargs=-1, type=click.Path(exists=True, allow_dash=True, path_type=Path))
def check(site: Path, form: str, files: tuple[Path, ...], *, verbose: bool) -> None:
    """Look for guarded names in the site's sources and in public/, or in FILES; - is a text.

    Ends with 1 where there is one. No name is ever shown, but by its number in the list.
    """
    with told_plainly(form):
        made = read_guard(site)
        if made is None:
            raise click.UsageError("no names are guarded here")
        search = GuardSearch(made, _key(site))
        if files:
            typed = sys.stdin.buffer.read() if Path(STDIN) in files else b""
            hits = hits_in_some(files, typed, search)
        else:
            entries = read_register(site, local_time(site, datetime.now(UTC))).entries
            hits = hits_in_site(site, search, public_names(entries, search))
        _tell(hits, search, form, verbose=verbose)
    raise click.exceptions.Exit(WITH_ERRORS if hits else DONE)


def _tell(hits: tuple[GuardHit, ...], search: GuardSearch, form: str, *, verbose: bool) -> None:
    shown = hits if verbose else tuple(hit.silenced(search) for hit in hits)
    if form == "json":
        tell_programs(as_json([to_builtins(hit) for hit in shown]))
        return
    for hit in shown:
        line = f":{hit.line}" if hit.line else ""
        click.echo(f"{hit.path}{line}: guarded name {hit.number}, in {_PLACES[hit.kind]}")
    click.echo(f"{len(hits)} found" if hits else "no guarded name found")


_PLACES = {
    "text": "the text",
    "attribute": "an attribute",
    "comment": "a comment",
    "code": "a style or script",
    "name": "the name of the file",
    "metadata": "what the file says of itself",
    "bytes": "its bytes",
}
