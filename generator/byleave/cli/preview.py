"""The command that shows editors their site as they write: preview."""

import webbrowser
from datetime import UTC, datetime
from pathlib import Path

import click

from byleave.cli.codes import NOTHING_WRITTEN
from byleave.cli.endings import told_plainly
from byleave.cli.interruptions import ended_by_interruption
from byleave.cli.options import Moment, site_option
from byleave.cli.reporting import told
from byleave.diagnostics import SiteError
from byleave.preview import Held, PortTakenError, Preview, TakenIn, address_of, listening

USUAL_PORT = 8000


@click.command()
@site_option
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=USUAL_PORT,
    show_default=True,
    help="The port to answer at; 0 for any free one.",
)
@click.option("--open", "opened", is_flag=True, help="Open the first page in a browser.")
@click.option("--as-of", type=Moment(), help="The day or moment to show; now, if not given.")
@click.option("--published", is_flag=True, help="Show only what a build would publish.")
def preview(
    site: Path, port: int, as_of: datetime | None, *, opened: bool, published: bool
) -> None:
    """Show the site on this machine as you write it, what is withheld included and marked."""
    with told_plainly():
        try:
            at = listening(port)
        except PortTakenError as fault:
            click.echo(f"error: {fault}", err=True)
            raise click.exceptions.Exit(NOTHING_WRITTEN) from None
        with at:
            address = address_of(at)
            held = Held(site, lambda: as_of or datetime.now(UTC), address, published=published)
            if any(one.code == "no-site" for one in held.faults):
                raise SiteError(held.faults)
            click.echo(f"{address}  {_state(held)}. Ctrl-C ends it.")
            if opened:
                webbrowser.open(address)
            with ended_by_interruption():
                Preview(held, at, lambda taken: _tell(held, taken)).run_until_told()


def _tell(held: Held, taken: TakenIn) -> None:
    number = len(taken.paths)
    what = f"{number} files" if number > 1 else "".join(taken.paths) or "what changed meanwhile"
    how = f", {_state(held)}" if taken.everything else ""
    click.echo(f"{what}: taken in within {taken.seconds * 1000:.0f} ms{how}")
    if held.faults:
        click.echo(told(held.faults), err=True)


def _state(held: Held) -> str:
    if held.live is None:
        return "the site cannot be shown, the page says why"
    report = held.live.report
    withheld = sum(report.withheld.values())
    stories = "1 story" if report.published == 1 else f"{report.published or 'no'} stories"
    return f"{stories} published, {withheld or 'none'} withheld"
