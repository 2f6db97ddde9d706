"""What builds remember of stories: one edited story gives what building everything gives."""

import random
import shutil
import time
from datetime import datetime
from pathlib import Path

import pytest

from byleave.pipeline.build_site import build_site
from tests.bench.corpus import path_of, withdrawing, write_site
from tests.bench.stories import AS_OF, newest, tellings
from tests.laws.folders import read_files

STORIES = 30
EDITS = 24
# A file that is younger than the clock of a file system can tell is not relied on.
TICK = 0.03  # seconds
MOMENT = datetime.combine(AS_OF, datetime.min.time())


class Heard:
    """Hears which phases a build goes through, and how many pages it makes: an `Observer`."""

    def __init__(self) -> None:
        self.phases: set[str] = set()
        self.pages = 0

    def begins(self, phase: str) -> None:
        """Remember it."""
        self.phases.add(phase)

    def did(self, work: str, number: int) -> None:
        """Pages that are made are counted here."""
        self.pages += number if work == "rendered" else 0


def built(site: Path, output: Path) -> tuple[object, int]:
    """What is said of a build, and how many pages it made."""
    time.sleep(TICK)
    heard = Heard()
    result = build_site(site, output=output, as_of=MOMENT, observer=heard)
    said = result.published, dict(result.withheld), result.withheld_voices, result.lapsing
    findings = [one.as_text() for one in result.diagnostics if not one.private]
    return (said, findings, result.exit_code), heard.pages


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


# What can be searched is in files by how words begin: few hold those of the lines below.
SEARCH_FILES = 10

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
    """Law 2, and one page is made for what readers see on one page, of whichever story."""
    site, output = built_once(tmp_path)
    chance = random.Random(11)
    stories = sorted((site / "stories").rglob("*.md"))
    for number in range(EDITS):
        file = chance.choice(stories)
        before = file.read_bytes()
        alone = number % 3 > 0
        words = chance.choice(SHOWN_ONCE if alone else SHOWN_ELSEWHERE)
        file.write_bytes(before + words.encode())
        said, pages = built(site, output)
        assert pages <= 1 + SEARCH_FILES or not alone, words
        assert (said, read_files(output)) == built_anew(site, tmp_path / "anew"), words
        if not alone:
            file.write_bytes(before)
            built(site, output)
    assert read_files(output) == built_anew(site, tmp_path / "anew")[1]


@pytest.mark.slow
def test_the_next_build_knows_what_one_story_left(tmp_path: Path) -> None:
    """After it nothing has to be done, and after an edit of another kind only what that needs."""
    site, output = built_once(tmp_path)
    file = site / path_of(newest(STORIES))
    file.write_text(file.read_text("utf-8") + in_the_text("We looked"), encoding="utf-8")
    built(site, output)
    heard = Heard()
    build_site(site, output=output, as_of=MOMENT, observer=heard)
    assert not heard.phases
    file.write_text(file.read_text("utf-8").replace("title: ", "title: New "), encoding="utf-8")
    _, pages = built(site, output)
    assert 1 < pages < STORIES
    assert read_files(output) == built_anew(site, tmp_path / "anew")[1]


@pytest.mark.slow
def test_a_cache_forgets_who_takes_their_permission_back(tmp_path: Path) -> None:
    """What a story says is in it for as long as nothing is withheld, and then no byte of it."""
    site, output = built_once(tmp_path)
    one = newest(STORIES)
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
        assert path_of(one).encode() not in kept(site)


@pytest.mark.slow
def test_a_copy_of_a_site_and_of_what_builds_left_needs_one_page(tmp_path: Path) -> None:
    """Where a site is published from a fresh copy each time, files have other facts each time."""
    site, output = built_once(tmp_path)
    copy = tmp_path / "copy"
    shutil.copytree(site, copy / "site", copy_function=shutil.copyfile)
    shutil.copytree(output, copy / "public", copy_function=shutil.copyfile)
    file = copy / "site" / path_of(newest(STORIES))
    file.write_text(file.read_text("utf-8") + in_the_text("We looked"), encoding="utf-8")
    said, pages = built(copy / "site", copy / "public")
    assert pages == 1
    assert (said, read_files(copy / "public")) == built_anew(copy / "site", tmp_path / "anew")


def kept(site: Path) -> bytes:
    """Every byte of the cache."""
    return b"".join(read_files(site / ".byleave").values())
