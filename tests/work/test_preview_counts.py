"""How much work a preview does after an edit, counted and not timed: the same on every machine."""

from collections import Counter
from contextlib import AbstractContextManager
from datetime import datetime, time
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

from byleave.pipeline.build_site import build_site
from byleave.pipeline.preview_site import LiveSite, live_site, with_edited_story
from tests.bench.corpus import path_of, withdrawing, write_site
from tests.bench.entrants import page_of, with_title, with_words
from tests.bench.stories import AS_OF, in_the_middle
from tests.read.folders import put, story, voice
from tests.work.counting import entered

MOMENT = datetime.combine(AS_OF, time())
STORIES = 60
STORY = in_the_middle(STORIES)
BASE = "http://127.0.0.1/"
# What is done for one story: reading it, finding whom it names and what it may tell, its page.
READ, NAMES, TELLS, PAGE = (
    "read.stories.story_files.tell_story",
    "gate.rules.who_is_named.named_voices",
    "gate.findings.cautions.texts.story_runs",
    "relate.pages.stories._story",
)
WORK = frozenset({READ, NAMES, TELLS, PAGE})
# What is done for all stories together.
OF_ALL = frozenset(
    {
        "gate.rules.record_states.standing",
        "gate.rules.families.families",
        "gate.rules.who_is_withheld.decided",
        "gate.findings.report._said",
        "gate.findings.exceptions.allowing_some",
        "gate.doors.found_stories.unlike_shown",
        "relate.index.index._index",
    }
)

pytestmark = pytest.mark.slow


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site of some stories."""
    write_site(tmp_path / "site", STORIES)
    return tmp_path / "site"


def seen(site: Path, before: LiveSite | None = None) -> LiveSite:
    """All of the site, in memory."""
    changed = [path_of(STORY)] if before else ()
    return live_site(site, MOMENT, base_url=BASE, before=before, changed=changed)


def files_of(site: Path) -> dict[str, bytes]:
    """Every file of the site and of what builds left there."""
    return {str(one): one.read_bytes() for one in site.rglob("*") if one.is_file()}


def counted(functions: frozenset[str] = WORK) -> AbstractContextManager[Counter[str]]:
    """How often some functions are entered."""

    def key(frame: FrameType) -> str | None:
        module = frame.f_globals.get("__name__", "").removeprefix("byleave.")
        name = f"{module}.{frame.f_code.co_name}"
        return name if name in functions else None

    return entered(key)


def shown(live: LiveSite) -> bytes:
    """The page of the story that is edited."""
    page = live.files.content(f"{page_of(STORY)}index.html".removeprefix("/"))
    assert isinstance(page, bytes)
    return page


def test_a_site_is_looked_through_once(site: Path) -> None:
    """Each story is read once and its words are searched once; no page is made before its time."""
    with counted() as work:
        live = seen(site)
    stories = len(live.source.tree.stories)
    # In those with somebody who is withheld, once more: what may only be told in private.
    assert stories <= work.pop(TELLS) < stories * 1.2
    assert work == dict.fromkeys((READ, NAMES), stories)


def test_what_builds_left_is_not_found_out_again(site: Path) -> None:
    """A preview reads those stories alone in which somebody is withheld, once a site was built."""
    build_site(site, output=site.parent / "out", as_of=MOMENT)
    before = files_of(site)
    with counted() as work:
        seen(site)
    assert 0 < work[READ] < STORIES / 2
    assert files_of(site) == before


def test_the_words_of_an_original_are_not_compared_at_each_edit(site: Path) -> None:
    """Of another story: whoever has many Easy Read versions waits for none of them."""
    tilda = voice("tilda", "Tilda", part="author")
    easy = {
        "title": "Tea for all",
        "easy_read_of": "stories/tea.md",
        "of_words": "a123456789abcdef",
    }
    put(site, {"stories/tea.md": story("Tea.\n", tilda), "stories/easy.md": story(**easy)})
    compared = frozenset({"gate.rules.original_words.words_of"})
    with counted(compared) as work:
        live = seen(site)
    assert work == dict.fromkeys(compared, 1)
    file = site / path_of(STORY)
    file.write_text(with_words(file.read_text("utf-8"), "again"), encoding="utf-8")
    with counted(compared) as work:
        with_edited_story(live, path_of(STORY))
    assert not work


@pytest.mark.parametrize("edit", [with_words, with_title])
def test_one_edit_is_the_work_of_one_story(site: Path, edit: Any) -> None:
    """New words and a new title: nobody waits for what is known of the other stories."""
    live = seen(site)
    file = site / path_of(STORY)
    file.write_text(edit(file.read_text("utf-8"), "again"), encoding="utf-8")
    with counted() as work:
        edited = with_edited_story(live, path_of(STORY))
        assert edited is not None
        assert b"again" in shown(edited)
    assert work == dict.fromkeys(WORK, 1)


def test_a_withdrawal_is_looked_for_in_that_story_alone(site: Path) -> None:
    """It decides about others, but does not change whom their words name."""
    live = seen(site)
    file = site / path_of(STORY)
    file.write_text(withdrawing(file.read_text("utf-8")), encoding="utf-8")
    with counted() as work:
        edited = with_edited_story(live, path_of(STORY))
        assert edited is not None
        assert shown(edited)
    assert (work[READ], work[NAMES], work[PAGE]) == (1, 1, 1)
    assert work[TELLS] <= 2


def test_new_words_are_nothing_new_to_what_goes_through_all_stories(site: Path) -> None:
    """Nobody waits longer for them where there are more stories; a title is in lists."""
    live = seen(site)
    file = site / path_of(STORY)
    text = file.read_text("utf-8")
    file.write_text(with_words(text, "again"), encoding="utf-8")
    with counted(OF_ALL) as work:
        edited = with_edited_story(live, path_of(STORY))
        assert edited is not None
        assert b"again" in shown(edited)
    assert not work
    file.write_text(with_title(text, "again"), encoding="utf-8")
    with counted(OF_ALL) as work:
        assert with_edited_story(live, path_of(STORY)) is not None
    by_title = {"decided", "_said", "allowing_some", "_index"}
    assert {name.rpartition(".")[2] for name in work} == by_title
