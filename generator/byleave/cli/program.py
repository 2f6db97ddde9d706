"""The program around its commands: how it listens, speaks and ends, whichever one was typed."""

import os
import sys
from typing import Any

import click

from byleave.cli.exit_codes import DONE, INTERRUPTED, NOTHING_WRITTEN, WITH_ERRORS
from byleave.cli.groups import Group
from byleave.cli.interruptions import interruptible
from byleave.cli.streams import LostOutput, steady_streams

_AGAIN = "what it began may be half done. Publish nothing, and give the command again"
_NOTHING = "nothing was written"
# Plugins of pydantic see what stories say. To look for some, it reads what every package that is
# installed says of itself, which takes as long as ten stories.
_NO_PLUGINS = ("PYDANTIC_DISABLE_PLUGINS", "__all__")


class StoppedAtQuestion(click.Abort):
    """Somebody stopped a command at a question, before it had written anything."""


class Program(Group):
    """A group of commands that end with a code on which a script can rely.

    By itself, click ends with 1 where it was interrupted, and Python does where something is
    broken; but 1 says that a site was built without what has an error, and scripts publish that.
    """

    def main(self, *arguments: Any, **options: Any) -> Any:
        """Run what was typed, and leave; see `click.Command.main`."""
        os.environ.setdefault(*_NO_PLUGINS)
        with steady_streams() as lost, interruptible() as interruptions:
            try:
                code, said = self._code(*arguments, **options), _AGAIN
            except StoppedAtQuestion:
                code, said = INTERRUPTED, _NOTHING
            if interruptions.came or code == INTERRUPTED:
                code = INTERRUPTED
                click.echo(f"interrupted: {said}", err=True)
            code = _told(lost, code)
        sys.exit(code)

    def _code(self, *arguments: Any, **options: Any) -> int:
        try:
            code = super().main(*arguments, **options | {"standalone_mode": False})
        except click.ClickException as fault:
            _with_what_is_missing(fault).show()
            return fault.exit_code
        except KeyboardInterrupt:
            return INTERRUPTED
        except StoppedAtQuestion:
            raise
        except click.Abort as end:
            if isinstance(end.__context__, KeyboardInterrupt):
                return INTERRUPTED
            click.echo("no answer: nothing was written", err=True)
            return NOTHING_WRITTEN
        except SystemExit:
            raise
        except BaseException:  # noqa: BLE001 - what a library in another language raises, too
            import traceback  # loaded only where something is broken

            traceback.print_exc()
            return NOTHING_WRITTEN
        return code if isinstance(code, int) else DONE


def _with_what_is_missing(fault: click.ClickException) -> click.ClickException:
    """An option that somebody left out is told with what it is: its name alone helps nobody."""
    if isinstance(fault, click.MissingParameter) and isinstance(fault.param, click.Option):
        said = fault.message or (fault.param.help or "").rstrip(".")
        return click.MissingParameter(said, ctx=fault.ctx, param=fault.param)
    return fault


def _told(lost: LostOutput, code: int) -> int:
    """The code to end with where something could not be told, as on a disk that is full."""
    if lost.fault is None:
        return code
    click.echo(f"not all could be told here: {lost.fault.strerror}", err=True)
    return code or WITH_ERRORS
