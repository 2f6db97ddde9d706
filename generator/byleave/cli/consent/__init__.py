"""The permission tools on the command line: `byleave consent`."""

import click

from byleave.cli.consent.answers.agreeing import agree_
from byleave.cli.consent.answers.changing import change, correct
from byleave.cli.consent.answers.records import erased, records
from byleave.cli.consent.answers.seen import seen
from byleave.cli.consent.answers.splitting import split
from byleave.cli.consent.answers.stopping import hold, refuse, withdraw
from byleave.cli.consent.guard import guard
from byleave.cli.consent.overview.audit import audit
from byleave.cli.consent.overview.lists import calendar, due, list_
from byleave.cli.consent.overview.risk import risk
from byleave.cli.consent.overview.sheet import sheet
from byleave.cli.consent.papers.form import form
from byleave.cli.consent.papers.letter import letter
from byleave.cli.consent.papers.receipt import receipt
from byleave.cli.groups import Group


@click.group(cls=Group)
def consent() -> None:
    """Ask for permission, record it, change it and take it back."""


consent.add_command(list_)
consent.add_command(sheet)
consent.add_command(risk)
consent.add_command(due)
consent.add_command(calendar)
consent.add_command(agree_)
consent.add_command(withdraw)
consent.add_command(refuse)
consent.add_command(hold)
consent.add_command(correct)
consent.add_command(change)
consent.add_command(form)
consent.add_command(letter)
consent.add_command(receipt)
consent.add_command(guard)
consent.add_command(audit)
consent.add_command(split)
consent.add_command(seen)
consent.add_command(records)
consent.add_command(erased)
