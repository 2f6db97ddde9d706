"""The tutorial, followed step by step."""

import re
import shlex
import subprocess
from datetime import datetime
from pathlib import Path

import pytest
from click.testing import CliRunner

from byleave.cli import main
from tests.docs.pages import DOCS, Fence, fences

PAGE = DOCS / "tutorials" / "publish-your-first-story.md"
STORY = "stories/the-urn.md"
DAY = datetime(2025, 3, 1)  # noqa: DTZ001 - the command line takes it as local to the site
LAST_KEY = "      until: 2044-04-23\n"


def steps(text: str) -> list[tuple[str, str]]:
    """The commands of a block, each with what is shown below it."""
    return re.findall(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", text, re.MULTILINE)


def run(command: str) -> str:
    """What a command shows."""
    words = shlex.split(command)
    if words[0] == "byleave":
        return CliRunner().invoke(main, words[1:], catch_exceptions=False).output
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    return done.stdout + done.stderr


def without_counts_of_files(text: str) -> str:
    """The numbers of files change with the look, and nobody who follows the steps minds."""
    lines = [line for line in text.splitlines() if not line.startswith("files: ")]
    return "\n".join(lines)


def follow(fence: Fence) -> None:
    """Do what one block says."""
    if "/" in fence.example_of:
        path = Path(fence.example_of)
        path.parent.mkdir(exist_ok=True)
        path.write_text(fence.text, "utf-8")
    elif fence.example_of == "consent":
        add_to_last_record(fence.text)
    elif fence.language == "console":
        if "tittle" in fence.text:
            change("title:", "tittle:")
        for command, shown in steps(fence.text):
            assert without_counts_of_files(run(command)) == without_counts_of_files(shown), command


def add_to_last_record(line: str) -> None:
    """Add a line at the end of the second voice's record."""
    change(LAST_KEY, f"{LAST_KEY}      {line}")


def change(old: str, new: str) -> None:
    """Change the story where `old` stands first."""
    text = Path(STORY).read_text("utf-8")
    assert old in text
    Path(STORY).write_text(text.replace(old, new, 1), "utf-8")


def test_every_step_shows_what_the_tutorial_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody who has never done this sees on their screen what stands on the page."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("byleave.cli.site._now", lambda: DAY)
    (tmp_path / "site_src").mkdir()
    for fence in fences(PAGE):
        follow(fence)


def test_it_needs_nothing_that_is_not_there() -> None:
    """Each command of the tutorial is one of ours, or one that every machine has."""
    commands = {
        command.split()[0]
        for fence in fences(PAGE)
        if fence.language == "console"
        for command, _ in steps(fence.text)
    }
    assert commands == {"byleave", "grep"}
