"""How much work a preview does after an edit, counted and not timed: the same on every machine."""

from collections import Counter
from contextlib import AbstractContextManager
from datetime import datetime, time
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

from byleave.build.live import LiveSite, live_site, with_edited_story
from tests.bench.corpus import path_of, withdrawing, write_site
from tests.bench.entrants import page_of, with_title, with_words
from tests.bench.stories import AS_OF, in_the_middle
from tests.work.counting import entered

MOMENT = datetime.combine(AS_OF, time())
STORIES = 60
STORY = in_the_middle(STORIES)
BASE = "http://127.0.0.1/"
# What is done for one story: reading it, finding whom it names and what it may tell, its line in
# lists, its page.
READ, NAMES, TELLS = (
    "read.story_files.tell_story",
    "gate.facts.facts_of",
    "gate.cautions.texts.told",
)
LINE, PAGE = "relate.items.item", "relate.stories._story"
WORK = frozenset({READ, NAMES, TELLS, LINE, PAGE})

pytestmark = pytest.mark.slow


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site of some stories."""
    write_site(tmp_path, STORIES)
    return tmp_path


def seen(site: Path, before: LiveSite | None = None) -> LiveSite:
    """All of the site, in memory."""
    changed = [path_of(STORY)] if before else ()
    return live_site(site, MOMENT, base_url=BASE, before=before, changed=changed)


def counted() -> AbstractContextManager[Counter[str]]:
    """How often the functions of WORK are entered."""

    def key(frame: FrameType) -> str | None:
        module = frame.f_globals.get("__name__", "").removeprefix("byleave.")
        name = f"{module}.{frame.f_code.co_name}"
        return name if name in WORK else None

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
    assert work == dict.fromkeys((READ, NAMES, LINE), stories)


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
    assert with_edited_story(live, path_of(STORY)) is None
    with counted() as work:
        edited = seen(site, live)
        assert shown(edited)
    assert (work[READ], work[NAMES], work[PAGE]) == (1, 1, 1)
    assert work[TELLS] <= 2
