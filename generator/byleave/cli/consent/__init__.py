"""The permission tools on the command line: `byleave consent`."""

import click

from byleave.cli.consent.audit import audit
from byleave.cli.consent.guard import guard


@click.group()
def consent() -> None:
    """Ask for permission, record it, change it and take it back."""


consent.add_command(guard)
consent.add_command(audit)
