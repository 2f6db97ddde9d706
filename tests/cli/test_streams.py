"""What is said never ends a command, whatever becomes of it; and what was done is said as done."""

import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

import pytest

from byleave.cli import main
from byleave.cli.streams import writable
from tests.bad_input.trying import GOOD
from tests.cli.running import DAY
from tests.read.folders import put, story, voice

# Letters of three kinds: of western Europe, of the rest of it, and signs beyond the first plane.
NAME = "Bjørg Łucja 𓂀"
SITE = {**GOOD, "stories/pond.md": story("Deep.\n", voice("ann", NAME), title="“The pond” – deep…")}


@contextmanager
def heard_in(letters: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[bytes]]:
    """What a command says to a program that reads this encoding alone, once it has ended."""
    reading, writing = os.pipe()
    said: list[bytes] = []
    with monkeypatch.context() as patch, os.fdopen(reading, "rb") as source:
        with os.fdopen(writing, "w", encoding=letters) as stream:
            patch.setattr(sys, "stdout", stream)
            patch.setattr(sys, "stderr", stream)
            yield said
        said.append(source.read())


def code_of(*words: str | Path) -> int:
    """What a command ends with that is run on the streams of this process."""
    with pytest.raises(SystemExit) as end:
        main(list(map(str, words)), prog_name="byleave")
    assert isinstance(end.value.code, int)
    return end.value.code


LETTERS = ["ascii", "cp1252", "iso-8859-1", "cp437", "utf-8"]


@pytest.mark.parametrize("letters", LETTERS)
def test_a_letter_that_cannot_be_written_ends_nothing(
    letters: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Windows' own terminals, and machines that are set up in the plainest way."""
    site = put(tmp_path / "site", SITE)
    with heard_in(letters, monkeypatch) as said:
        assert code_of("consent", "list", "--site", site) == 0
    text = said[0].decode(letters)
    assert "Traceback" not in text
    assert (NAME in text) is (letters == "utf-8")
    if letters == "ascii":
        assert r"Bj\u00f8rg \u0141ucja \ud80c\udc80" in text
        assert '"The pond" - deep...' in text


@pytest.mark.parametrize("letters", LETTERS)
def test_json_can_be_read_wherever_it_was_written(
    letters: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """JSON is UTF-8, and a program that reads it knows nothing of the terminal's letters."""
    site = put(tmp_path / "site", SITE)
    with heard_in(letters, monkeypatch) as said:
        assert code_of("consent", "list", "--site", site, "--format", "json") == 0
    assert NAME in {one["name"] for one in json.loads(said[0])}


def test_a_letter_that_is_none_can_be_written() -> None:
    """A file's name may hold bytes that are no letters at all."""
    assert writable("a\udcff", "utf-8") == r"a\udcff"
    assert writable("plain – é", "utf-8") == "plain – é"


def closed_pipe() -> TextIO:
    """A pipe at whose other end nobody reads."""
    reading, writing = os.pipe()
    os.close(reading)
    return os.fdopen(writing, "w", encoding="utf-8")


def test_nobody_who_listens_ends_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`byleave build | head -1` builds the whole site, and ends as it would have."""
    site = put(tmp_path / "site", {**GOOD, "stories/bad.md": story(date="soon")})
    where = ("--site", site, "--output", tmp_path / "out", "--as-of", DAY, "--executor", "serial")
    with monkeypatch.context() as patch, closed_pipe() as out, closed_pipe() as err:
        patch.setattr(sys, "stdout", out)
        patch.setattr(sys, "stderr", err)
        assert code_of("build", *where) == 1
    assert (tmp_path / "out/stories/well/index.html").is_file()


def test_nobody_who_listens_takes_nothing_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who is withdrawn is withdrawn, and the command does not say that nothing was written."""
    site = put(tmp_path / "site", SITE)
    with monkeypatch.context() as patch, closed_pipe() as out:
        patch.setattr(sys, "stdout", out)
        where = ("--site", site, "stories/pond.md", "--voice", "ann")
        assert code_of("consent", "withdraw", *where) == 0
    assert "withdrawn: " in (site / "stories/pond.md").read_text("utf-8")


def test_a_full_disk_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`byleave build > log` on a full disk has built the site, and somebody should look."""
    full = Path("/dev/full")
    if not full.exists():
        pytest.skip("there is no such disk here")
    site = put(tmp_path / "site", GOOD)
    where = ("--site", site, "--output", tmp_path / "out", "--as-of", DAY, "--executor", "serial")
    with monkeypatch.context() as patch, full.open("w", encoding="utf-8") as out:
        patch.setattr(sys, "stdout", out)
        assert code_of("build", *where) == 1
    assert (tmp_path / "out/stories/well/index.html").is_file()
