"""`byleave upgrade`: a site brought up to the newest format."""

from pathlib import Path

import click

from byleave.beginning.site import FORMAT
from byleave.beginning.upgrade import NewerFormatError, check_format, refresh_schema
from byleave.cli.endings import told_plainly
from byleave.cli.exit_codes import NOTHING_WRITTEN
from byleave.cli.options import SETTINGS, site_option
from byleave.pipeline.for_beginning import read_settings, schema


@click.command("upgrade")
@site_option
def upgrade(site: Path) -> None:
    """Bring a site up to the newest format; say so where there is nothing to do."""
    with told_plainly():
        if (site / SETTINGS).is_file():
            _refuse_newer(site)
        read_settings(site)
        refreshed = refresh_schema(site, schema("settings"))
    click.echo(f"{SETTINGS}: format {FORMAT} is the newest")
    click.echo(f"{refreshed}: made anew" if refreshed else "nothing to upgrade")


def _refuse_newer(site: Path) -> None:
    try:
        check_format(site / SETTINGS)
    except NewerFormatError as fault:
        click.echo(
            f"error: {SETTINGS}: this site is of format {fault.format}, and this Byleave knows "
            f"{FORMAT}: install a newer Byleave; nothing was written",
            err=True,
        )
        raise click.exceptions.Exit(NOTHING_WRITTEN) from None
