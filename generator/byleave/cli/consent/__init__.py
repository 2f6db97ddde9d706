"""The permission tools on the command line: `byleave consent`."""

import click

from byleave.cli.consent.audit import audit
from byleave.cli.consent.changing import change, correct
from byleave.cli.consent.form import form
from byleave.cli.consent.guard import guard
from byleave.cli.consent.letter import letter
from byleave.cli.consent.recording import agree_
from byleave.cli.consent.records import erased, records
from byleave.cli.consent.seeing import calendar, due, list_
from byleave.cli.consent.splitting import split
from byleave.cli.consent.stopping import hold, withdraw
from byleave.cli.program import Planned


class _Consent(Planned):
    planned = frozenset(("refuse", "seen", "receipt", "sheet", "risk"))


@click.group(cls=_Consent)
def consent() -> None:
    """Ask for permission, record it, change it and take it back."""


consent.add_command(list_)
consent.add_command(due)
consent.add_command(calendar)
consent.add_command(agree_)
consent.add_command(withdraw)
consent.add_command(hold)
consent.add_command(correct)
consent.add_command(change)
consent.add_command(form)
consent.add_command(letter)
consent.add_command(guard)
consent.add_command(audit)
consent.add_command(split)
consent.add_command(records)
consent.add_command(erased)
