"""The command line: what people type, and what they are told."""

import os

import click

from byleave import __version__
from byleave.cli.consent import consent
from byleave.cli.preview import preview
from byleave.cli.site import build, check


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 96})
@click.version_option(__version__, prog_name="byleave")
@click.pass_context
def main(context: click.Context) -> None:
    """Turn consented stories and events into an accessible website."""
    if os.environ.get("NO_COLOR"):  # https://no-color.org
        context.color = False


for _command in (build, check, consent, preview):
    main.add_command(_command)
