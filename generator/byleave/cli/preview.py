"""The command that shows editors their site as they write: preview."""

from datetime import UTC, datetime
from pathlib import Path

import click

from byleave.cli.endings import told_plainly
from byleave.cli.interruptions import ended_by_interruption
from byleave.cli.live_pages import begin, open_option, port_option, tell, told_of_taken_ports
from byleave.cli.options import MomentType, site_option
from byleave.preview import Keys, Preview, SiteInMemory, address_of, listening

USUAL_PORT = 8000


@click.command()
@site_option
@port_option(USUAL_PORT)
@open_option
@click.option("--as-of", type=MomentType(), help="The day or moment to show; now, if not given.")
@click.option("--published", is_flag=True, help="Show only what a build would publish.")
def preview(
    site: Path, port: int, as_of: datetime | None, *, opened: bool, published: bool
) -> None:
    """Show the site on this machine as you write it, what is withheld included and marked."""
    with told_plainly():
        with told_of_taken_ports():
            at = listening(port)
        with at:
            address = address_of(at)
            held = SiteInMemory(
                site,
                lambda: as_of or datetime.now(UTC),
                address,
                published=published,
                hurried=True,
            )
            keys = Keys(at.getsockname()[1])
            begin(held, address, keys, opened=opened)
            with ended_by_interruption():
                Preview(held, at, keys, lambda taken: tell(held, taken)).run_until_told()
