"""Lines on a terminal break between words, so that messages can be read in a small window."""

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click import unstyle

from byleave.cli.line_breaks import broken
from byleave.cli.streams import steady_streams
from tests.cli.test_streams import code_of

SAID = (
    "stories/garden.md:7:3: error[consent-missing]: this voice has no permission recorded\n"
    "  do: ask them, with the form: byleave consent form stories/garden.md --voice sam, and wait\n"
)


def test_no_word_is_broken_and_no_line_is_wider_than_the_window() -> None:
    """Whoever has a narrow window, or large letters, reads whole words."""
    lines = broken(SAID, 60).splitlines()
    assert max(map(len, lines)) <= 60
    assert " ".join(" ".join(lines).split()) == " ".join(SAID.split())


def test_what_goes_on_is_set_further_in() -> None:
    """One sees where the next message begins."""
    lines = broken(SAID, 60).splitlines()
    begin = [line for line in lines if not line.startswith("    ")]
    assert [line[:5] for line in begin] == ["stori", "  do:"]


def test_a_command_stays_in_one_piece() -> None:
    """Half a command that is copied would do something else."""
    whole = "byleave consent form stories/garden.md --voice sam"
    assert any(whole in line for line in broken(SAID, 60).splitlines())
    said = f"  do: {whole} --output a-long-name-of-a-folder\n"
    assert broken(said, 60) == said
    quoted = 'begin it by yourself today: byleave new story "The wall, the gate" --draft'
    assert broken(quoted, 60).splitlines()[1].strip().endswith('"The wall, the gate" --draft')
    git = "   git add -- site_src/records.tsv stories/2024/the-phone-box/index.md"
    assert broken(git, 60) == git
    typed = "`git rm -r --cached public`"
    assert broken(f"{'x' * 50} {typed}", 60).endswith(f"\n    {typed}")


@pytest.mark.parametrize("said", ["\r\x1b[Kmaking" + " x" * 40, "a\t" * 40, "x" * 90])
def test_what_cannot_be_set_stays(said: str) -> None:
    """Progress that is written over itself, tables for programs, and addresses."""
    assert broken(said, 60) == said


def test_colours_and_marks_take_no_room() -> None:
    """Else lines with colours would break too early, and those of wide letters too late."""
    coloured = "\x1b[31m\x1b[1mred\x1b[0m " * 15
    assert broken(coloured.strip(" "), 60) == coloured.strip(" ")
    assert max(map(len, broken("木 " * 30, 60).splitlines())) <= 40


class _Terminal(io.BytesIO):
    """A terminal that keeps what it was sent."""

    def isatty(self) -> bool:
        return True


def on_a_terminal(monkeypatch: pytest.MonkeyPatch, say: Callable[[], object]) -> str:
    """What is said on a terminal of 60 columns."""
    terminal = _Terminal()
    with monkeypatch.context() as patch:
        patch.setenv("COLUMNS", "60")
        patch.setattr(sys, "stdout", io.TextIOWrapper(terminal, encoding="utf-8"))
        patch.setattr(sys, "stderr", io.TextIOWrapper(terminal, encoding="utf-8"))
        say()
        return terminal.getvalue().decode()


def test_a_terminal_gets_lines_and_a_program_that_reads_it_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """JSON that somebody looks at on a terminal can still be copied."""

    def check(*form: str) -> str:
        return on_a_terminal(monkeypatch, lambda: code_of("check", "--site", tmp_path, *form))

    assert max(map(len, unstyle(check()).splitlines())) <= 60
    read = json.JSONDecoder().raw_decode(check("--format", "json"))
    assert [one["code"] for one in read[0]] == ["no-site"]


def test_what_follows_progress_begins_a_line(monkeypatch: pytest.MonkeyPatch) -> None:
    """Progress is written and cleared on one line, and the first message comes after it."""

    def say() -> None:
        with steady_streams():
            for text in ("\r\x1b[Kmaking the pages … 3 of 9", "\r\x1b[K", SAID):
                sys.stderr.write(text)

    assert on_a_terminal(monkeypatch, say).endswith(f"\r\x1b[K{broken(SAID, 60)}")
