"""How commands end: plainly where a site or a folder is wrong, with a traceback where we are."""

import traceback
from collections.abc import Iterator
from contextlib import contextmanager

import click

from byleave.cli.reporting import told
from byleave.diagnostics import SiteError

NOTHING_WRITTEN = 3


@contextmanager
def told_plainly(form: str = "text") -> Iterator[None]:
    """What is wrong with a site or a folder, without a traceback; a fault of ours keeps its own."""
    try:
        yield
    except SiteError as fault:
        click.echo(told(fault.findings, form), err=form == "text")
        click.echo("nothing was written", err=True)
    except (click.ClickException, click.exceptions.Exit):
        raise
    except Exception as fault:  # noqa: BLE001 - a fault of ours: who mends it has to see where
        # Loaded only now: most commands end well, and some before anything large is loaded.
        from byleave.build.errors import ClusterError, ForeignOutputError, WriteError

        if isinstance(fault, ClusterError | ForeignOutputError | WriteError):
            click.echo(f"error: {fault}", err=True)
        else:
            traceback.print_exc()
    else:
        return
    raise click.exceptions.Exit(NOTHING_WRITTEN)
