"""What commands share that show pages for as long as they run: options, and what they say."""

import webbrowser
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

import click

from byleave.cli.exit_codes import NOTHING_WRITTEN
from byleave.cli.reporting import told
from byleave.diagnostics import SiteError
from byleave.preview import Keys, PortTakenError, SiteInMemory, TakenChange

Command = TypeVar("Command", bound=Callable[..., Any])

open_option = click.option(
    "--open", "opened", is_flag=True, help="Open the first page in a browser."
)


def port_option(usual: int) -> Callable[[Command], Command]:
    """The option that says at which port to answer, `usual` if it is not given."""
    return click.option(
        "--port",
        type=click.IntRange(0, 65535),
        default=usual,
        show_default=True,
        help="The port to answer at; 0 for any free one.",
    )


@contextmanager
def told_of_taken_ports() -> Iterator[None]:
    """End a command with a message where a port is not free."""
    try:
        yield
    except PortTakenError as fault:
        click.echo(f"error: {fault}", err=True)
        raise click.exceptions.Exit(NOTHING_WRITTEN) from None


def begin(held: SiteInMemory, address: str, keys: Keys, *, opened: bool) -> None:
    """Say that the pages are at `address`, with the key to them, and open the first.

    Raises SiteError without a site.
    """
    if any(one.code == "no-site" for one in held.faults):
        raise SiteError(held.faults)
    click.echo(f"{keys.address(address)}  {state_of(held)}. Ctrl-C ends it.")
    if opened:
        webbrowser.open(keys.address_for_once(address))


def tell(held: SiteInMemory, taken: TakenChange) -> None:
    """Say what was taken in, and what is wrong if the site cannot be shown."""
    number = len(taken.paths)
    what = f"{number} files" if number > 1 else "".join(taken.paths) or "what changed meanwhile"
    how = f", {state_of(held)}" if taken.everything else ""
    click.echo(f"{what}: taken in within {taken.seconds * 1000:.0f} ms{how}")
    if held.faults:
        click.echo(told(held.faults), err=True)


def state_of(held: SiteInMemory) -> str:
    """How much of the site is published, in a few words."""
    if held.live is None:
        return "the site cannot be shown, the page says why"
    report = held.live.report
    withheld = sum(report.withheld.values())
    stories = "1 story" if report.published == 1 else f"{report.published or 'no'} stories"
    return f"{stories} published, {withheld or 'none'} withheld"
