"""What each command says of itself, in a window that is no wider than the first ones were."""

from collections.abc import Iterator

import click
import pytest
from click.testing import CliRunner

from byleave.cli import main

WIDTH = 80


def _commands(command: click.Command, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    yield path
    if isinstance(command, click.Group):
        for name, one in command.commands.items():
            yield from _commands(one, (*path, name))


def test_an_option_that_is_missing_is_told_with_what_it_is() -> None:
    """Somebody who types a command for the first time has its name from nowhere else."""
    said = CliRunner().invoke(main, ["consent", "seen", "stories/a.md"], prog_name="byleave")
    assert said.exit_code == 2
    assert "Missing option '--voice'. The id of the voice in " in said.output


def test_every_option_says_what_it_is() -> None:
    """A name alone leaves one to try."""
    silent = [
        (*command, option.name)
        for command in COMMANDS
        for option in _command(command).params
        if isinstance(option, click.Option) and not option.help
    ]
    assert silent == []


def _command(path: tuple[str, ...]) -> click.Command:
    found: click.Command = main
    for name in path:
        assert isinstance(found, click.Group)
        found = found.commands[name]
    return found


COMMANDS = list(_commands(main))


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_help_fits_and_is_whole(command: tuple[str, ...]) -> None:
    """No line runs on, and no sentence is cut off: somebody chooses by it."""
    given = {"terminal_width": WIDTH, "max_content_width": WIDTH}
    said = CliRunner().invoke(main, [*command, "--help"], prog_name="byleave", **given)  # type: ignore[arg-type] # they are for click's context
    lines = said.output.splitlines()
    assert said.exit_code == 0
    assert [line for line in lines if len(line) > WIDTH] == []
    assert [line for line in lines[1:] if line.endswith("...") and "ARGS" not in line] == []
