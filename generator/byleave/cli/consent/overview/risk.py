"""`byleave consent risk`: what a person should look at before a story is public."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from itertools import groupby
from pathlib import Path

import click

from byleave.cli.consent.lines import width, wrapped
from byleave.cli.consent.refusals import told_of_files
from byleave.cli.endings import told_plainly
from byleave.cli.options import site_option
from byleave.editing.story_files import story_path
from byleave.permission.answers.declared import files
from byleave.permission.overview.risks import RiskHint, hints
from byleave.pipeline.for_permission_tools import read_register
from byleave.pipeline.local_time import local_time


@click.command()
@site_option
@click.argument("story", required=False)
def risk(site: Path, story: str | None) -> None:
    """Name what to look at for somebody's safety; nothing follows from it."""
    with told_plainly(), told_of_files():
        path = story_path(site, story) if story else None
        register = read_register(site, local_time(site, datetime.now(UTC)))
        found = hints(site, files(site), register.entries)
        lines = list(_told(one for one in found if path in (None, one.story)))
        click.echo("\n".join(lines) or "nothing that this program knows to look for")
        for one in sorted({one.path for one in register.findings if one.severity == "error"}):
            click.echo(f"{one}: not looked at, because it has an error", err=True)


def _told(found: Iterable[RiskHint]) -> Iterator[str]:
    for story, group in groupby(found, key=lambda one: one.story):
        yield click.style(story, bold=True)
        for one in group:
            yield from wrapped(f"{one.voice}: {one.message}", width(), 2)
            yield "    looked at by: ____________________  on: ____________"
