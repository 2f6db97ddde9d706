"""One edited story, built upon an earlier build by itself, gives what building everything gives."""

import random
import shutil
import time
from collections import Counter
from datetime import datetime
from pathlib import Path

import pytest

from byleave.build.site import build_site
from tests.bench.corpus import path_of, withdrawing, write_site
from tests.bench.stories import AS_OF, Telling, tellings
from tests.laws.folders import read_files

STORIES = 30
EDITS = 24
# A file that is younger than the clock of a file system can tell is not relied on.
TICK = 0.03  # seconds
MOMENT = datetime.combine(AS_OF, datetime.min.time())


class Phases:
    """Hears which phases a build goes through: an `Observer`."""

    def __init__(self) -> None:
        self.heard: set[str] = set()

    def begins(self, phase: str) -> None:
        """Remember it."""
        self.heard.add(phase)

    def did(self, _work: str, _number: int) -> None:
        """What was done is counted elsewhere."""


def built(site: Path, output: Path) -> tuple[object, bool]:
    """What is said of a build, and whether it was of one story alone."""
    time.sleep(TICK)
    phases = Phases()
    result = build_site(site, output=output, as_of=MOMENT, observer=phases)
    said = result.published, dict(result.withheld), result.withheld_voices, result.lapsing
    findings = [one.as_text() for one in result.diagnostics if not one.private]
    return (said, findings, result.exit_code), "relate" not in phases.heard


def built_once(folder: Path) -> tuple[Path, Path]:
    """A site and its output, after the first build."""
    site, output = folder / "site", folder / "public"
    write_site(site, STORIES)
    built(site, output)
    return site, output


def built_anew(site: Path, folder: Path) -> tuple[object, dict[str, bytes]]:
    """What is said of a build without a cache and an earlier output, and what it makes."""
    shutil.copytree(site, folder / "site", ignore=shutil.ignore_patterns(".byleave"))
    said, _ = built(folder / "site", folder / "public")
    files = read_files(folder / "public")
    shutil.rmtree(folder)
    return said, files


def in_the_text(words: str) -> str:
    """An edit that only the page of the story shows."""
    return f"\n{words} again, and *the rain* did the rest.\n"


# What an editor may put into a text that only the story's own page can show.
SHOWN_ONCE = (
    in_the_text("We counted"),
    "\n## One more heading\n\nAnd words below it.\n",
    "\n| a | b |\n| - | - |\n| 1 | 2 |\n\nTable: Two columns\n",
    "\nA note.[^new]\n\n[^new]: What it says.\n",
    "\n<script>alert(1)</script>\n",
)
# And what counts for more, or is wrong.
SHOWN_ELSEWHERE = (
    "\n[A link](https://forms.example.org/new)\n",
    "\nSo said {v0}.\n",
    "\n::: voice v0\nIn my own words.\n:::\n",
    "\n::: voice nobody\nWho is that?\n:::\n",
    "\nSo said {nobody}.\n",
    "\n::: voice\n",
    "\n![A picture](missing.jpg)\n",
)


@pytest.mark.slow
def test_one_edited_story_gives_what_building_everything_gives(tmp_path: Path) -> None:
    """Law 2, and the short way is taken for what readers see on one page, and for nothing else."""
    site, output = built_once(tmp_path)
    chance = random.Random(11)
    stories = sorted((site / "stories").rglob("*.md"))
    short: Counter[bool] = Counter()
    for number in range(EDITS):
        file = chance.choice(stories)
        before = file.read_bytes()
        alone = number % 3 > 0
        words = chance.choice(SHOWN_ONCE if alone else SHOWN_ELSEWHERE)
        file.write_bytes(before + words.encode())
        said, of_one = built(site, output)
        short[of_one] += 1
        assert alone or not of_one, words
        assert (said, read_files(output)) == built_anew(site, tmp_path / "anew"), words
        if not alone or number % 3 == 0:
            # Where there is an error, nothing is remembered.
            file.write_bytes(before)
            built(site, output)
    assert read_files(output) == built_anew(site, tmp_path / "anew")[1]
    assert short[True] >= EDITS / 4


@pytest.mark.slow
def test_the_next_build_knows_what_one_story_left(tmp_path: Path) -> None:
    """After it nothing has to be done, and after an edit of another kind only what that needs."""
    site, output = built_once(tmp_path)
    one = next(one for one in tellings(STORIES) if edited_alone(site, output, one))
    phases = Phases()
    build_site(site, output=output, as_of=MOMENT, observer=phases)
    assert not phases.heard
    file = site / path_of(one)
    file.write_text(file.read_text("utf-8").replace("title: ", "title: New "), encoding="utf-8")
    _, of_one = built(site, output)
    assert not of_one
    assert read_files(output) == built_anew(site, tmp_path / "anew")[1]


@pytest.mark.slow
def test_a_cache_forgets_who_takes_their_permission_back(tmp_path: Path) -> None:
    """What a page shows is in it for as long as nothing is withheld, and then no byte of it."""
    site, output = built_once(tmp_path)
    one = next(one for one in tellings(STORIES) if edited_alone(site, output, one))
    assert one.title.encode() in kept(site)
    file = site / path_of(one)
    file.write_text(withdrawing(file.read_text("utf-8")), encoding="utf-8")
    built(site, output)
    assert one.title.encode() not in kept(site)
    assert one.summary.encode() not in kept(site)


@pytest.mark.slow
def test_a_cache_holds_nothing_of_a_story_in_which_somebody_is_withheld(tmp_path: Path) -> None:
    """Not even what is published of it, wherever that is shown."""
    site, output = built_once(tmp_path)
    closed = [one for one in tellings(STORIES) if any(who.withdrawn for who in one.people)]
    published = b"".join(read_files(output).values())
    assert closed
    for one in closed:
        assert one.title.encode() in published
        assert one.title.encode() not in kept(site)


def edited_alone(site: Path, output: Path, one: Telling) -> bool:
    """Whether an edit of the text of a story is built by itself."""
    file = site / path_of(one)
    with file.open("a", encoding="utf-8") as stream:
        stream.write(in_the_text("We looked"))
    return built(site, output)[1]


def kept(site: Path) -> bytes:
    """Every byte of the cache."""
    return b"".join(read_files(site / ".byleave").values())
