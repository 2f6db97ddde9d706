"""What the documentation says of the command line, against the command line."""

import re
from pathlib import Path

import click
import pytest

from byleave.cli import exit_codes, main
from byleave.cli.reporting import _REASONS, FORMATS
from byleave.executors import executor
from tests.docs.pages import REFERENCE, code_in, name_of, names_in, pages, sections, tables

PAGE = REFERENCE / "command-line.md"
TOOLS = REFERENCE / "permission-tools.md"
PLANNED = "Not there yet"

# The one place that may name what is planned.
TELLING = {"docs/reference/command-line.md"}


# A command as somebody types it.
_COMMAND = r"(?<![./\w])byleave ([a-z]+(?:-[a-z]+)*)\b"


def options_of(command: click.Command) -> list[str]:
    """The long names of a command's options."""
    return [
        name
        for option in command.params
        if isinstance(option, click.Option) and not option.hidden
        for name in option.opts
        if name.startswith("--")
    ]


def planned() -> set[str]:
    """The commands that the reference says are planned."""
    names = names_in(tables(PAGE, PLANNED)["planned"]) if PLANNED in sections(PAGE) else set()
    return {name.removeprefix("byleave ") for name in names if name.startswith("byleave ")}


def commands(group: click.Group, before: str = "") -> dict[str, click.Command]:
    """The commands of a group by the words that people type, those of groups within it too."""
    found: dict[str, click.Command] = {}
    for name, command in group.commands.items():
        words = f"{before}{name}"
        one = commands(command, f"{words} ") if isinstance(command, click.Group) else None
        found |= {words: command} if one is None else one
    return found


COMMANDS = commands(main)


def page_of(name: str) -> Path:
    """The page of the reference on which a command stands."""
    return TOOLS if name.startswith("consent ") else PAGE


def test_every_command_is_in_the_reference_and_no_other() -> None:
    """Somebody reads what there is, and can run what they read."""
    headings = "\n".join((*sections(PAGE), *sections(TOOLS)))
    found = set(re.findall(r"^`byleave ([a-z -]+)`$", headings, re.MULTILINE))
    assert found == COMMANDS.keys()


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_option_is_in_the_reference_and_no_other(name: str) -> None:
    """The same for the options of each command."""
    found = names_in(tables(page_of(name), f"`byleave {name}`").get("option", []))
    assert sorted(found) == sorted(options_of(COMMANDS[name]))


def test_what_is_planned_is_not_there() -> None:
    """A command that has arrived is taken from the list of planned ones."""
    assert not planned() & main.commands.keys()


def test_only_one_place_speaks_of_what_is_planned() -> None:
    """No page promises a command that nobody can run."""
    known = main.commands.keys() | {"output"}
    found = {
        f"{name_of(page)}: {match[0]}"
        for page in pages()
        if name_of(page) not in TELLING
        for match in re.finditer(
            r"(?<![./\w])byleave ([a-z]+(?:-[a-z]+)*)\b", page.read_text("utf-8")
        )
        if match[1] not in known
    }
    assert found == set()


def test_every_reason_for_withholding_is_in_the_reference() -> None:
    """Whoever reads the last line of a build can look up what it says."""
    words = [row[0] for row in tables(PAGE, "`byleave build`")["words"]]
    for one, _ in _REASONS.values():
        assert any(one.removeprefix("1 ") == said for said in words), one


def test_every_format_and_executor_is_in_the_reference() -> None:
    """What may stand behind an option is written down, and works."""
    assert FORMATS.keys() <= code_in(sections(PAGE)["`byleave check`"])
    for spec in {"serial", "processes"} & code_in(sections(PAGE)["`byleave build`"]):
        executor(spec, 0)


def test_every_exit_code_is_in_the_reference() -> None:
    """A script that publishes has to know them all."""
    known = [value for name, value in vars(exit_codes).items() if name.isupper()]
    assert [row[0] for row in tables(PAGE, "Exit codes")["code"]] == list(map(str, known))
