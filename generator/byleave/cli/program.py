"""The program around its commands: how it listens, speaks and ends, whichever one was typed."""

import sys
from typing import Any

import click

from byleave.cli.codes import DONE, INTERRUPTED, NOTHING_WRITTEN, WITH_ERRORS
from byleave.cli.interruptions import interruptible
from byleave.cli.streams import Lost, steady_streams

_AGAIN = "what it began may be half done. Publish nothing, and give the command again"


class Planned(click.Group):
    """A group that says of a command that it does not exist yet, where one is planned."""

    planned: frozenset[str] = frozenset()

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """See `click.Group.resolve_command`."""
        if args[0] in self.planned and self.get_command(ctx, args[0]) is None:
            ctx.fail(f"{ctx.command_path} {args[0]} does not exist yet; it is planned")
        return super().resolve_command(ctx, args)


class Program(Planned):
    """A group of commands that end with a code on which a script can rely.

    By itself, click ends with 1 where it was interrupted, and Python does where something is
    broken; but 1 says that a site was built without what has an error, and scripts publish that.
    """

    planned = frozenset("desk new proof import diff whats-on publish schema upgrade".split())

    def main(self, *arguments: Any, **options: Any) -> Any:
        """Run what was typed, and leave; see `click.Command.main`."""
        with steady_streams() as lost, interruptible() as interruptions:
            code = self._code(*arguments, **options)
            if interruptions.came or code == INTERRUPTED:
                code = INTERRUPTED
                click.echo(f"interrupted: {_AGAIN}", err=True)
            code = _told(lost, code)
        sys.exit(code)

    def _code(self, *arguments: Any, **options: Any) -> int:
        try:
            code = super().main(*arguments, **options | {"standalone_mode": False})
        except click.ClickException as fault:
            fault.show()
            return fault.exit_code
        except KeyboardInterrupt:
            return INTERRUPTED
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


def _told(lost: Lost, code: int) -> int:
    """The code to end with where something could not be told, as on a disk that is full."""
    if lost.fault is None:
        return code
    click.echo(f"not all could be told here: {lost.fault.strerror}", err=True)
    return code or WITH_ERRORS
