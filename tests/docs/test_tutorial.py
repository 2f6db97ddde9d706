"""The tutorial, followed step by step."""

import re
import shlex
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from byleave.cli import main
from tests.docs.pages import DOCS, Fence, fences

PAGE = DOCS / "tutorials" / "publish-your-first-story.md"
STORY = "stories/the-urn.md"
# What is drawn for records, in its order on the page.
DRAWN = ("7K3Q", "X4CD")
# What somebody types where they are asked; the page shows it behind the questions.
ANSWERS = {
    "byleave new site tanner-street": "Voices of Tanner Street\n\nRuth at the front desk, "
    "01632 960199\nhttps://tanner-street.example.org/\nn\n",
    "byleave new story": "The urn\n\nBetty Farrow\n\n\n\nThe urn in our hall has two settings, off "
    "and roar.\n\n",
    "byleave new person stories/the-urn.md": "Joe\n\npseudonym\n\n\n",
}
YES = "y\n"
# A form's code stands for its day, too, and days are those on which the page is followed.
CODE = re.compile(r"\bF-\w{4}-\w{4}\b")
DAY = re.compile(r"\b\d{4}-\d\d-\d\d\b")


def steps(text: str) -> list[tuple[str, str]]:
    """The commands of a block, each with what is shown below it."""
    return re.findall(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", text, re.MULTILINE)


def commands() -> list[str]:
    """Every command of the page that shows something, in their order."""
    return [
        command
        for fence in fences(PAGE)
        if fence.language == "console"
        for command, _ in steps(fence.text)
    ]


class Reader:
    """Somebody who does what the page says; `codes` are theirs for those of the page."""

    def __init__(self) -> None:
        self.codes: dict[str, str] = {}

    def follow(self, fence: Fence) -> None:
        """Do what one block says, and compare what is shown."""
        if fence.language == "markdown":
            with Path(STORY).open("a") as stream:
                stream.write(f"\n{fence.text}")
        elif fence.language == "console":
            if "tittle" in fence.text:
                text = Path(STORY).read_text("utf-8")
                Path(STORY).write_text(text.replace("title:", "tittle:", 1), "utf-8")
            for command, shown in steps(fence.text):
                self.compare(command, shown)

    def compare(self, command: str, shown: str) -> None:
        """Run a command of the page, which shows what stands there, or the beginning of it."""
        said = run(CODE.sub(lambda code: self.codes[code[0]], command), ANSWERS.get(command, YES))
        self.codes |= dict(zip(CODE.findall(shown), CODE.findall(said), strict=False))
        whole, rest = plain(shown), plain(said)
        if whole and whole[-1] == "...":
            whole.pop()
            rest = rest[: len(whole)]
        assert rest == whole, command


def plain(text: str) -> list[str]:
    """Lines without what differs from reader to reader: days and codes."""
    same = DAY.sub("DAY", CODE.sub("CODE", text))
    return [line.rstrip() for line in same.splitlines()]


def run(command: str, answers: str) -> str:
    """What a command shows."""
    words = shlex.split(command)
    if words[0] == "byleave":
        return CliRunner().invoke(main, words[1:], answers, catch_exceptions=False).output
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    return done.stdout + done.stderr


@pytest.fixture
def reader(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Reader:
    """Somebody at a terminal, for whom the numbers of the page are drawn."""
    drawn: Iterator[str] = iter(DRAWN)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("byleave.cli.asking.is_terminal", lambda: True)
    monkeypatch.setattr("byleave.cli.chance.signs", lambda _count: next(drawn))
    return Reader()


@pytest.mark.slow
def test_every_step_shows_what_the_tutorial_says(
    reader: Reader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody who has never done this sees on their screen what stands on the page."""
    for fence in fences(PAGE):
        reader.follow(fence)
        if fence.language == "sh" and "cd tanner-street" in fence.text:
            monkeypatch.chdir(tmp_path / "tanner-street")


def test_the_first_story_takes_five_commands_and_no_file_by_hand() -> None:
    """From nothing to a published story: what the page and the README promise."""
    done: list[str] = []
    needed: list[str] = []
    for fence in fences(PAGE):
        for command, shown in steps(fence.text):
            done.append(command)
            if "1 story published" in shown and not needed:
                needed = list(done)
        assert needed or fence.language in ("sh", "console"), fence.place
    assert len(needed) == 5
    assert all(command.startswith("byleave ") for command in needed)


def test_it_needs_nothing_that_is_not_there() -> None:
    """Each command of the tutorial is one of ours, or one that every machine has."""
    assert {command.split()[0] for command in commands()} == {"byleave", "grep"}
