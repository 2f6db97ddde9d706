"""The command line: what people type, and what they are told."""

import atexit
import gc
import os
from collections.abc import Iterator, MutableMapping
from importlib import import_module

import click

from byleave import __version__
from byleave.cli.program import Program
from byleave.pipeline.garbage import nothing_is_garbage

# The module and the name of each command.
_COMMANDS = {
    "build": ("byleave.cli.site", "build"),
    "check": ("byleave.cli.site", "check"),
    "consent": ("byleave.cli.consent", "consent"),
    "desk": ("byleave.cli.desk", "desk"),
    "diff": ("byleave.cli.diff", "diff"),
    "import": ("byleave.cli.importing", "import_"),
    "new": ("byleave.cli.new", "new"),
    "preview": ("byleave.cli.preview", "preview"),
    "proof": ("byleave.cli.proof", "proof"),
    "publish": ("byleave.cli.publish", "publish"),
    "schema": ("byleave.cli.schema", "schema"),
    "up-to-date": ("byleave.cli.up_to_date", "up_to_date"),
    "upgrade": ("byleave.cli.upgrade", "upgrade"),
    "whats-on": ("byleave.cli.whats_on", "whats_on"),
}


class _Commands(MutableMapping[str, click.Command]):
    """Commands, each loaded when somebody types its name: most people type one at a time."""

    def __init__(self) -> None:
        self._loaded: dict[str, click.Command] = {}

    def __getitem__(self, name: str) -> click.Command:
        if name not in self._loaded:
            module, attribute = _COMMANDS[name]
            # A search for garbage among what modules make takes a tenth of the time that they do.
            with nothing_is_garbage():
                self._loaded[name] = getattr(import_module(module), attribute)
        return self._loaded[name]

    def __setitem__(self, name: str, command: click.Command) -> None:
        self._loaded[name] = command

    def __delitem__(self, name: str) -> None:
        del self._loaded[name]

    def __iter__(self) -> Iterator[str]:
        return iter(dict.fromkeys((*_COMMANDS, *self._loaded)))

    def __len__(self) -> int:
        return len(list(iter(self)))


def _explain(context: click.Context, parameter: click.Parameter, code: str | None) -> None:
    if code is not None:  # loaded only where somebody asks
        import_module("byleave.cli.explaining").explain(context, parameter, code)


@click.group(
    cls=Program,
    commands=_Commands(),
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
