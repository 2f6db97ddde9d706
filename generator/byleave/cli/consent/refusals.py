"""How the permission tools say that a file cannot be changed, and where."""

from collections.abc import Iterator
from contextlib import contextmanager

import click

from byleave.cli.endings import stopped
from byleave.editing.front_matter import CannotEditError
from byleave.editing.refusals import RefusedError
from byleave.editing.story_files import FilesError


@contextmanager
def told_of_files() -> Iterator[None]:
    """What keeps a record from being written, without a traceback."""
    try:
        yield
    except RefusedError as fault:
        click.echo(f"error: {fault.message}", err=True)
        click.echo(f"  do: {fault.do}", err=True)
    except CannotEditError as fault:
        place = f"{fault.path}:{fault.line}" if fault.path else f"line {fault.line}"
        click.echo(f"error: {place}: {fault.message}; nothing was written", err=True)
        click.echo(f"  do: {fault.do}", err=True)
    except FilesError as fault:
        click.echo(f"error: {fault}", err=True)
    else:
        return
    raise stopped()
