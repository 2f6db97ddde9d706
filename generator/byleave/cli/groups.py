"""Groups of commands, whose help says of each in whole sentences what it does.

A command is loaded when it is what somebody typed. What is said of it before that, in a list or
where a shell completes its name, stands beside where to find it.
"""

from collections.abc import Iterator, Mapping, MutableMapping
from importlib import import_module
from typing import TYPE_CHECKING

import click

from byleave.pipeline.garbage import nothing_is_garbage

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

_WHOLE = 1000  # letters, which no sentence of ours has

# The module of a command, its name there, and the first sentence of its own help.
Place = tuple[str, str, str]


class Commands(MutableMapping[str, click.Command]):
    """Commands, each loaded when somebody types its name: most people type one at a time."""

    def __init__(self, places: Mapping[str, Place]) -> None:
        """Know where they are, and load none."""
        self.places = places
        self._loaded: dict[str, click.Command] = {}

    def __getitem__(self, name: str) -> click.Command:
        if name not in self._loaded:
            module, attribute, _ = self.places[name]
            # A search for garbage among what modules make takes a tenth of the time that they do.
            with nothing_is_garbage():
                self._loaded[name] = getattr(import_module(module), attribute)
        return self._loaded[name]

    def __setitem__(self, name: str, command: click.Command) -> None:
        self._loaded[name] = command

    def __delitem__(self, name: str) -> None:
        del self._loaded[name]

    def __iter__(self) -> Iterator[str]:
        return iter(dict.fromkeys((*self.places, *self._loaded)))

    def __len__(self) -> int:
        return len(list(iter(self)))


class Group(click.Group):
    """A group that breaks lines where click cuts sentences off.

    Whoever looks for a command reads what it does, also where the window is narrow.
    """

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write every command with its whole first sentence; see `click.Group`."""
        rows = [(name, self._sentence(name)) for name in self.list_commands(ctx)]
        with formatter.section("Commands"):
            formatter.write_dl(rows)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> "list[CompletionItem]":
        """The commands and options that begin so, with what each does; see `click.Group`."""
        # A shell has loaded it; nobody else needs it.
        from click.shell_completion import CompletionItem

        names = (name for name in self.list_commands(ctx) if name.startswith(incomplete))
        found = [CompletionItem(name, help=self._sentence(name)) for name in names]
        return [*found, *click.Command.shell_complete(self, ctx, incomplete)]

    def _sentence(self, name: str) -> str:
        if isinstance(self.commands, Commands):
            return self.commands.places[name][2]
        return self.commands[name].get_short_help_str(_WHOLE)
