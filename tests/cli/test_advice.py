"""Advice on a terminal and for programs: by kind, in one line of a build, and never a failure."""

import json
from pathlib import Path

from tests.cli.running import run
from tests.read.folders import put, story, voice

TILDA = voice("tilda", "Tilda", part="author")
LONG = "We went out in the rain and " + "walked on and on " * 10 + "until it was dark.\n"


def site(folder: Path) -> Path:
    """A site with five stories, each with a long sentence."""
    return put(folder, {f"stories/{n}.md": story(LONG, TILDA) for n in "abcde"})


def test_a_build_says_how_much_there_is(tmp_path: Path) -> None:
    """One line, also where nothing is to be built; and it ends as if there were none."""
    folder = site(tmp_path)
    for _ in range(2):
        said = run("build", "--site", str(folder))
        assert said.code == 0
        assert "5 pieces of advice on how it reads: byleave check" in said.out
        assert "long-sentence" not in said.out + said.err


def test_a_check_tells_it_kind_by_kind(tmp_path: Path) -> None:
    """An editor who gets eighty notes reads none; one who gets one kind of note may."""
    said = run("check", "--site", str(site(tmp_path)))
    assert said.code == 0
    assert said.err.count("advice[long-sentence]") == 1
    assert "and 2 more: --verbose names all" in said.err
    assert run("check", "--site", str(tmp_path), "--verbose").err.count("stories/") >= 5


def test_programs_get_each(tmp_path: Path) -> None:
    """With its level: a note in SARIF, a notice on GitHub."""
    folder = str(site(tmp_path))
    found = json.loads(run("check", "--site", folder, "--format", "json").out)
    assert [one["severity"] for one in found].count("advice") == 5
    sarif = json.loads(run("check", "--site", folder, "--format", "sarif").out)
    assert [one["level"] for one in sarif["runs"][0]["results"]].count("note") == 5
    github = run("check", "--site", folder, "--format", "github").out
    assert github.count("::notice ") == 5
