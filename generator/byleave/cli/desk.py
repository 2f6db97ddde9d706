"""The command for the editors' pages: desk."""

from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path

import click

from byleave.cli import chance
from byleave.cli.endings import told_plainly
from byleave.cli.interruptions import ended_by_interruption
from byleave.cli.live_pages import begin, open_option, port_option, tell, told_of_taken_ports
from byleave.cli.options import site_option
from byleave.cli.private_state import state_folder
from byleave.desk import Desk, Machine, Sockets
from byleave.preview import Keys, SiteInMemory, address_of, listening

USUAL_PORT = 8010


@click.command()
@site_option
@port_option(USUAL_PORT)
@open_option
def desk(site: Path, port: int, *, opened: bool) -> None:
    """Write, ask for permission and send, on pages of this machine's own browser."""
    with told_plainly(), ExitStack() as open_:
        with told_of_taken_ports():
            at = Sockets(
                desk=open_.enter_context(listening(port)),
                live=open_.enter_context(listening(0)),
                public=open_.enter_context(listening(0)),
            )
        machine = Machine(clock=_now, signs=chance.signs, state=state_folder())
        held = SiteInMemory(site, machine.clock, address_of(at.live), published=False)
        keys = Keys(at.desk.getsockname()[1])
        begin(held, at.origins.desk, keys, opened=opened)
        with ended_by_interruption():
            Desk(held, machine, at, keys, lambda taken: tell(held, taken)).run_until_told()


def _now() -> datetime:
    return datetime.now(UTC)
