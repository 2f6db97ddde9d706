"""Builds as people start them: with one thread, so that they are forked on Linux."""

import os
import re
import subprocess
import sys
from pathlib import Path
from shutil import rmtree

import pytest

from tests.architecture.sources import REPOSITORY
from tests.bench.corpus import path_of, write_site
from tests.bench.stories import AS_OF, in_the_middle
from tests.laws.folders import read_files

STORIES = 40
pytestmark = pytest.mark.slow


def built(site: Path, output: Path, executor: str) -> tuple[int, str, dict[str, str]]:
    """How a build ends, what it says, and how much work it says it was."""
    command = ["build", "--site", str(site), "--output", str(output), "--as-of", f"{AS_OF}"]
    done = subprocess.run(
        [sys.executable, "-m", "byleave", *command, "--executor", executor, "--timings"],
        capture_output=True,
        text=True,
        env=os.environ | {"PYTHONPATH": str(REPOSITORY / "generator")},
        check=False,
    )
    said, _, table = done.stderr.partition("phase  ")
    work = dict(re.findall(r"^(r[a-z ]+?|written) +([\d,]+) [a-z]+", table, re.MULTILINE))
    return done.returncode, f"{done.stdout}{said}".replace(output.name, "OUT"), work


def test_two_processes_say_and_make_what_one_does(tmp_path: Path) -> None:
    """The files, the findings with their places, and what `--timings` counts of every process."""
    site = tmp_path / "site"
    write_site(site, STORIES)
    story = site / path_of(in_the_middle(STORIES))
    words = story.read_text("utf-8")
    # Faults of each kind: in the types, in a rule, in a file beside the story, in the text itself.
    for number, (old, new) in enumerate(
        [
            ("\ndate: ", "\ndate: x"),
            ("\ntitle: ", "\ntitel: "),
            ("\nvoices:", "\nmedia: {a.png: {alt: A, shows: nobody}}\nvoices:"),
            ("\n---\n", "\n---\nBy {nobody}.\n"),
            ("title:", "title: ["),
        ]
    ):
        changed = words.replace(old, new, 1)
        assert changed != words
        (site / f"stories/fault-{number}.md").write_text(changed, "utf-8")
    alone = built(site, tmp_path / "alone", "serial")
    rmtree(site / ".byleave")
    shared = built(site, tmp_path / "shared", "processes:2")
    assert alone == shared
    assert [f"fault-{number}.md" in alone[1] for number in range(5)] == [True] * 5
    assert int(alone[2]["read from the site"]) > STORIES
    made = read_files(tmp_path / "alone")
    assert made
    assert made == read_files(tmp_path / "shared")
