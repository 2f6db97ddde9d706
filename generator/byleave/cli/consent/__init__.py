"""The permission tools on the command line: `byleave consent`."""

import click

from byleave.cli.consent.form import form


@click.group()
def consent() -> None:
    """Ask for permission, record it, change it and take it back."""


consent.add_command(form)
