"""How much work a build does, counted and not timed: the same on every machine.

Seconds differ from machine to machine and from day to day, so no test holds them. What a build
reads, renders and writes does not differ, and each of these numbers is something that somebody
waits for.
"""

import re
import sys
from collections.abc import Callable, Mapping
from datetime import datetime, time
from pathlib import Path
from shutil import rmtree
from time import sleep
from types import FrameType

import pytest

from byleave.cli.timings import Stopwatch
from byleave.pipeline.build_site import build_site
from tests.bench.corpus import path_of, withdrawing, write_site
from tests.bench.entrants import with_title, with_words
from tests.bench.stories import AS_OF, Telling, in_the_middle, newest, tellings
from tests.work.counting import entered

MOMENT = datetime.combine(AS_OF, time())
STORIES = 60
# A file that is younger than the clock of a file system can tell is not relied on.
TICK = 0.03  # seconds

pytestmark = pytest.mark.slow


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site without a search that has been built once."""
    write_site(tmp_path / "site", STORIES)
    settings = tmp_path / "site" / "site_src/site.yaml"
    settings.write_text(f"{settings.read_text('utf-8')}search: no\n", encoding="utf-8")
    built(tmp_path / "site")
    return tmp_path / "site"


def built(site: Path) -> Mapping[str, int]:
    """What a build did, into the folder beside the site."""
    output = site.parent / "out"
    watch = Stopwatch(site, output)
    with watch.listening():
        result = build_site(site, output=output, as_of=MOMENT, observer=watch)
    watch.ends(result)
    return watch.work


def stories_read(site: Path) -> list[str]:
    """The story files that one more build opens."""
    opened: list[str] = []
    listening = True

    def hear(event: str, arguments: tuple[object, ...]) -> None:
        if listening and event == "open" and str(arguments[0]).endswith(".md"):
            opened.append(str(arguments[0]))

    sys.addaudithook(hear)  # it cannot be taken away again
    build_site(site, output=site.parent / "out", as_of=MOMENT)
    listening = False
    return opened


def files_in(folder: Path) -> list[Path]:
    """All files of a folder, without the marker and the cache, which are Byleave's own."""
    found = (path for path in folder.rglob("*") if ".byleave" not in path.parts)
    return [path for path in found if path.is_file()]


def test_a_cold_build_reads_each_file_once(tmp_path: Path) -> None:
    """Every file is read once and every page is written once, and nothing is read back."""
    write_site(tmp_path / "site", STORIES)
    work = built(tmp_path / "site")
    sources, pages = files_in(tmp_path / "site"), files_in(tmp_path / "out")
    assert work["read from the site"] == len(sources)
    assert work["read from the site, bytes"] == sum(path.stat().st_size for path in sources)
    assert work["read back to compare"] == 0
    assert work["written"] == len(pages)
    assert work["written, bytes"] == sum(path.stat().st_size for path in pages)
    assert work["rendered"] <= len(pages)


def test_an_unchanged_site_writes_nothing(site: Path) -> None:
    """Law 3: a second build reads no story, renders no page and writes no byte."""
    work = built(site)
    assert work["written"] == 0
    assert work["rendered"] == 0
    assert not stories_read(site)


def test_a_build_without_a_cache_renders_every_page_and_writes_none(site: Path) -> None:
    """The cache can always be deleted: it saves work, and nothing else."""
    rmtree(site / ".byleave")
    work = built(site)
    assert work["rendered"] > STORIES
    assert work["written"] == 0


def test_one_edit_writes_one_page(site: Path) -> None:
    """New words in the text of a story are on its page alone."""
    file = site / path_of(in_the_middle(STORIES))
    file.write_text(with_words(file.read_text("utf-8"), "One thing more."), encoding="utf-8")
    work = built(site)
    assert (work["rendered"], work["written"]) == (1, 1)


def test_one_edit_makes_few_views(site: Path) -> None:
    """Pages are known by what they are made of: new words make no view but where they may stand.

    Those are the page of the story, and what is said of all pages to machines.
    """
    built(site)
    file = site / path_of(in_the_middle(STORIES))
    file.write_text(with_words(file.read_text("utf-8"), "One thing more."), encoding="utf-8")
    with entered(view_made) as made:
        work = built(site)
    assert (work["rendered"], made["stories"]) == (1, 1)
    assert made["all"] < 8


@pytest.mark.parametrize(
    "edit", [lambda text: with_title(text, "anew"), withdrawing], ids=["title", "withdrawal"]
)
def test_what_lists_show_makes_views_of_the_stories_that_show_it(
    site: Path, edit: Callable[[str], str]
) -> None:
    """A story is on the pages of its neighbours and of few others: no other view of one is made."""
    built(site)
    file = site / path_of(in_the_middle(STORIES))
    file.write_text(edit(file.read_text("utf-8")), encoding="utf-8")
    with entered(view_made) as made:
        work = built(site)
    assert 1 < made["stories"] <= work["rendered"]
    assert made["stories"] < STORIES / 5


def test_a_new_story_makes_views_of_the_stories_that_show_it(site: Path) -> None:
    """Of itself, of its neighbours, and of those to which it is like."""
    built(site)
    file = site / path_of(in_the_middle(STORIES))
    new = re.sub(r"BW-|R-", "N-", with_title(file.read_text("utf-8"), "anew"))
    file.with_stem("brought-in").write_text(new, encoding="utf-8")
    with entered(view_made) as made:
        work = built(site)
    assert work["written"] > 1
    assert 1 < made["stories"] <= work["rendered"]
    assert made["stories"] < STORIES / 4


def view_made(frame: FrameType) -> str | None:
    """Whether the view of a page is made, and whether it is that of a story."""
    if frame.f_code.co_qualname == "PlannedPage.view":
        return "all"
    module = str(frame.f_globals.get("__name__", ""))
    is_story = module.endswith("relate.pages.stories") and frame.f_code.co_name == "_story"
    return "stories" if is_story else None


def test_one_edit_writes_its_page_and_the_search_files_of_its_words(tmp_path: Path) -> None:
    """One for each of its words at most, and none of the many others."""
    site = tmp_path / "site"
    write_site(site, STORIES)
    built(site)
    file = site / path_of(in_the_middle(STORIES))
    file.write_text(with_words(file.read_text("utf-8"), "One thing more."), encoding="utf-8")
    work = built(site)
    assert 1 < work["written"] <= work["rendered"] <= 1 + len("One thing more.".split())


def test_one_edit_reads_one_story_and_those_with_somebody_withheld(site: Path) -> None:
    """Where anything is withheld nothing is remembered, and of other stories what they say."""
    built(site)
    file = site / path_of(newest(STORIES))
    file.write_text(with_words(file.read_text("utf-8"), "One thing more."), encoding="utf-8")
    sleep(TICK)
    withheld = {site / path_of(one) for one in tellings(STORIES) if has_withdrawn(one)}
    assert 0 < len(withheld) < STORIES / 2
    read = {Path(path) for path in stories_read(site)}
    assert {path for path in read if path.is_relative_to(site / "stories")} == withheld | {file}


def has_withdrawn(one: Telling) -> bool:
    """Whether somebody in a story took their permission back."""
    return any(who.withdrawn for who in one.people)


def test_a_new_tagline_is_on_the_pages_that_show_it(site: Path) -> None:
    """A page is made again for the settings that it uses, and for no others."""
    settings = site / "site_src/site.yaml"
    built(site)
    lines = settings.read_text("utf-8").replace("tagline: ", "tagline: New ")
    settings.write_text(lines, encoding="utf-8")
    with entered(view_made) as made:
        work = built(site)
    assert 0 < work["written"] <= work["rendered"] < 5
    assert made["stories"] == 0


def test_new_words_of_a_theme_make_no_view_of_a_story(site: Path) -> None:
    """Pages of stories say what their themes are called, and none of what is said of these."""
    built(site)
    theme = min((site / "themes").glob("*.md"))
    theme.write_text(f"{theme.read_text('utf-8')}\nMore of it.\n", encoding="utf-8")
    with entered(view_made) as made:
        work = built(site)
    assert work["written"] > 0
    assert made["stories"] == 0


def test_one_new_theme_writes_the_lists_of_themes(site: Path) -> None:
    """Its page and its feeds, and the pages that name all themes: none of a story."""
    theme = "---\ntitle: Marmalade\n---\n\nStories about marmalade.\n"
    (site / "themes/marmalade.md").write_text(theme, encoding="utf-8")
    work = built(site)
    assert work["written"] <= 7
    assert work["rendered"] == work["written"]


def test_one_withdrawal_writes_the_lists_that_held_it(site: Path) -> None:
    """Its neighbours, its themes, its year, its place and the lists of all: no other stories."""
    file = site / path_of(in_the_middle(STORIES))
    file.write_text(withdrawing(file.read_text("utf-8")), encoding="utf-8")
    work = built(site)
    assert work["written"] <= 12
    assert work["rendered"] == work["written"]
