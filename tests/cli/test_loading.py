"""What a command loads: no more than it needs, since somebody waits for it each time."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from byleave.cli import main
from byleave.cli.groups import Commands

# What is loaded for the contents of a site alone.
CONTENTS = ("byleave.model", "byleave.read", "byleave.gate", "byleave.render", "pydantic", "yaml")
_LOADED = "import time:"


def loaded(*arguments: str, **settings: str) -> frozenset[str]:
    """The modules that `byleave` with these arguments loads, in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "byleave", *arguments],
        env=os.environ | settings,
        capture_output=True,
        text=True,
        check=True,
    )
    lines = (line for line in done.stderr.splitlines() if line.startswith(_LOADED))
    return frozenset(line.rpartition("|")[2].strip() for line in lines)


def commands_of(group: click.Group) -> Iterator[tuple[Commands, str]]:
    """All commands that are loaded when somebody types them, each with those beside it."""
    for name in group.commands:
        if isinstance(group.commands, Commands):
            yield group.commands, name
        if isinstance(one := group.commands[name], click.Group):
            yield from commands_of(one)


@pytest.mark.parametrize("arguments", [("--version",), ("--help",), ("consent", "--help")])
def test_a_list_of_commands_loads_none(arguments: tuple[str, ...]) -> None:
    """Who asks what there is does not wait until all of it is loaded."""
    found = loaded(*arguments)
    assert "byleave.cli.groups" in found
    assert found.isdisjoint((*CONTENTS, "byleave.cli.site"))


def test_a_shell_that_completes_a_name_loads_no_command() -> None:
    """Somebody presses the key and goes on typing."""
    typed = {"COMP_WORDS": "byleave con", "COMP_CWORD": "1", "_BYLEAVE_COMPLETE": "bash_complete"}
    found = loaded(**typed)
    assert "click.shell_completion" in found
    assert found.isdisjoint((*CONTENTS, "byleave.cli.consent"))


def test_a_list_says_of_each_command_what_it_says_of_itself() -> None:
    """The sentence by which somebody chooses is that of the help that they read then."""
    found = list(commands_of(main))
    assert found
    for beside, name in found:
        assert beside.places[name][2] == beside[name].get_short_help_str(1000)
        assert (beside[name].name, beside[name].hidden) == (name, False)


@pytest.mark.slow
def test_the_day_where_a_site_is_needs_what_reads_alone(tmp_path: Path) -> None:
    """Who begins a story, or builds for a day, waits for no phase but that."""
    code = "import sys, byleave.pipeline.local_time; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    found = frozenset(done.stdout.split())
    assert "byleave.read" in found
    assert found.isdisjoint(("byleave.gate", "byleave.relate", "byleave.render", "jinja2"))
