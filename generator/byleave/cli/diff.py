"""The command that says what a change makes public, and what it takes away: diff."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import click

from byleave.cli.endings import told_plainly
from byleave.cli.exit_codes import DONE, NOTHING_WRITTEN, WITH_ERRORS
from byleave.cli.options import MomentType, site_option
from byleave.sharing.against_main import Difference, difference
from byleave.sharing.comparing import Kind
from byleave.sharing.revisions import NoRevisionError
from byleave.sharing.saying import HEADINGS, of_kind, sentences


@click.command()
@site_option
@click.argument("rev", required=False, default="")
@click.option("--as-of", type=MomentType(), help="The day or moment to look at; now, if not given.")
def diff(site: Path, rev: str, as_of: datetime | None) -> None:
    """Say what becomes public and what goes, against REV or else git's main branch."""
    with told_plainly():
        try:
            found = difference(site, as_of or datetime.now(UTC), rev)
        except NoRevisionError as fault:
            click.echo(f"error: {fault}", err=True)
            raise click.exceptions.Exit(NOTHING_WRITTEN) from None
        click.echo("\n".join(_told(found)))
    raise click.exceptions.Exit(WITH_ERRORS if found.errors else DONE)


def _told(found: Difference) -> Iterator[str]:
    changes = found.changes
    yield f"against {found.revision}:"
    if changes.is_nothing:
        yield "readers see no difference"
    kinds: tuple[Kind, ...] = ("comes", "goes", "changes")
    for kind in kinds:
        stories, others = of_kind(changes, kind)
        if stories or others:
            yield f"\n{HEADINGS[kind]}:"
        for story in stories:
            yield f"  {story.title} ({story.path})"
            yield from (f"    {line}" for line in sentences(story))
        for other in others:
            yield f"  {other.title} ({other.path})"
    if changes.settings:
        yield "\nWhat holds for the whole site is another: its settings or its look."
    if found.errors:
        paths = ", ".join(dict.fromkeys(one.path for one in found.errors))
        yield f"\nThere are errors, and what has one is not public: {paths}. See: byleave check"
