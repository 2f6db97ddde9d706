"""The command line: what people type, and what they are told."""

import atexit
import gc
import os
from importlib import import_module

import click

from byleave import __version__
from byleave.cli.groups import Commands
from byleave.cli.program import Program

_COMMANDS = {
    "build": ("byleave.cli.site", "build", "Build the public site."),
    "check": (
        "byleave.cli.site",
        "check",
        "Say everything that can be said about the content, and write nothing.",
    ),
    "consent": (
        "byleave.cli.consent",
        "consent",
        "Ask for permission, record it, change it and take it back.",
    ),
    "desk": (
        "byleave.cli.desk",
        "desk",
        "Write, ask for permission and send, on pages of this machine's own browser.",
    ),
    "diff": (
        "byleave.cli.diff",
        "diff",
        "Say what becomes public and what goes, against REV or else git's main branch.",
    ),
    "import": (
        "byleave.cli.importing",
        "import_",
        "Bring in stories from Word, WordPress or a folder of Markdown.",
    ),
    "new": (
        "byleave.cli.new",
        "new",
        "Begin a site, or a story, an event, a response, a theme or a person of one.",
    ),
    "preview": (
        "byleave.cli.preview",
        "preview",
        "Show the site on this machine as you write it, what is withheld included and marked.",
    ),
    "proof": (
        "byleave.cli.proof",
        "proof",
        "Show somebody what would be public of them, in one file, marked as not published.",
    ),
    "publish": (
        "byleave.cli.publish",
        "publish",
        "Bring the site that was built to a server: first what is taken away, last what is new.",
    ),
    "schema": (
        "byleave.cli.schema",
        "schema",
        "Print the JSON Schema of the front matter of a story, a theme or a page, or of settings.",
    ),
    "up-to-date": (
        "byleave.cli.up_to_date",
        "up_to_date",
        "Say that VERSION, Easy Read or a translation, says what its original says today.",
    ),
    "upgrade": (
        "byleave.cli.upgrade",
        "upgrade",
        "Bring a site up to the newest format; say so where there is nothing to do.",
    ),
    "whats-on": (
        "byleave.cli.whats_on",
        "whats_on",
        "Put what is coming up on a sheet in large print: what is public, and may be printed.",
    ),
}


def _explain(context: click.Context, parameter: click.Parameter, code: str | None) -> None:
    if code is not None:  # loaded only where somebody asks
        import_module("byleave.cli.explaining").explain(context, parameter, code)


@click.group(
    cls=Program,
    commands=Commands(_COMMANDS),
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 96},
)
@click.version_option(__version__, prog_name="byleave")
@click.option(
    "--explain",
    metavar="CODE",
    expose_value=False,
    is_eager=True,
    callback=_explain,
    help="Say what a finding with this code means, and what to do.",
)
@click.pass_context
def main(context: click.Context) -> None:
    """Turn consented stories and events into an accessible website."""
    if os.environ.get("NO_COLOR"):  # https://no-color.org
        context.color = False
    # What is in memory goes with the process: to search it for garbage at the end takes longer
    # than all that one edited story costs.
    atexit.register(gc.freeze)
