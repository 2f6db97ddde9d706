"""How commands end: plainly where a site or a folder is wrong, and with what they did as done."""

import traceback
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

import click

from byleave.cli.exit_codes import NOTHING_WRITTEN, WITH_ERRORS
from byleave.cli.reporting import told
from byleave.cli.streams import tell_programs
from byleave.diagnostics import SiteError

_WRITTEN = "byleave.written"


@contextmanager
def told_plainly(form: str = "text", *, verbose: bool = False) -> Iterator[None]:
    """What is wrong with a site or a folder, without a traceback; a fault of ours keeps its own."""
    try:
        yield
    except SiteError as fault:
        said = told(fault.findings, form, verbose=verbose)
        if form == "text":
            click.echo(said, err=True)
        else:
            tell_programs(said)
        if not is_written():
            click.echo("nothing was written", err=True)
    except (click.ClickException, click.exceptions.Exit, click.Abort):
        raise
    except Exception as fault:
        # Loaded only now: most commands end well, and some before anything large is loaded.
        from byleave.pipeline.errors import ClusterError, ForeignOutputError, WriteError

        if isinstance(fault, ClusterError | ForeignOutputError | WriteError):
            click.echo(f"error: {fault}", err=True)
        elif is_written():
            traceback.print_exc()
        else:
            raise
    else:
        return
    raise stopped()


def wrote(lines: Iterable[str]) -> None:
    """Say what was written as soon as it is: nothing that goes wrong afterwards takes it back."""
    if said := "\n".join(lines):
        click.get_current_context().meta[_WRITTEN] = True
        click.echo(said)


def stopped() -> click.exceptions.Exit:
    """How a command ends that could not go on, after it has said why."""
    if not is_written():
        return click.exceptions.Exit(NOTHING_WRITTEN)
    click.echo("what is said above was written, and stays", err=True)
    return click.exceptions.Exit(WITH_ERRORS)


def is_written() -> bool:
    """Whether this command has said that it wrote something."""
    return _WRITTEN in click.get_current_context().meta
