"""The permission tools on the command line: `byleave consent`."""

import click


@click.group()
def consent() -> None:
    """Ask for permission, record it, change it and take it back."""
