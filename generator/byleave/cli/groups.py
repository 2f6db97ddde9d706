"""Groups of commands, whose help says of each in whole sentences what it does."""

import click

_WHOLE = 1000  # letters, which no sentence of ours has


class Group(click.Group):
    """A group that breaks lines where click cuts sentences off.

    Whoever looks for a command reads what it does, also where the window is narrow.
    """

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write every command with its whole first sentence; see `click.Group`."""
        names = self.list_commands(ctx)
        found = ((name, self.get_command(ctx, name)) for name in names)
        rows = [(name, one.get_short_help_str(_WHOLE)) for name, one in found if one]
        with formatter.section("Commands"):
            formatter.write_dl(rows)
