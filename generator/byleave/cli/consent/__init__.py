"""The permission tools on the command line: `byleave consent`."""

import click

from byleave.cli.consent.form import form
from byleave.cli.consent.letter import letter


@click.group()
def consent() -> None:
    """Ask for permission, record it, change it and take it back."""


consent.add_command(form)
consent.add_command(letter)
