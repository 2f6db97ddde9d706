"""Related stories by the words that few of them share, where themes say nothing or the same."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from byleave.gate import admit
from byleave.model.published import Block, Story
from byleave.model.site import StoryView
from byleave.relate import relate
from byleave.relate.pages.nearby import SIMILAR
from byleave.relate.search.shared_words import MOST_STORIES
from tests.gate.sites import NOON
from tests.read.folders import read
from tests.read.folders import story as file_of
from tests.read.folders import voice as lines_of
from tests.relate import sharing_words
from tests.relate.making import at, days, published, story, theme, views, voice


def about(name: str, words: str, **more: Any) -> Story:
    """A story that comes back to each of these words so often that they tell what it is about."""
    voices = more.pop("voices", ())
    return story(name, *voices, blocks=(Block(text=f"{words}. " * 3),), **more)


def similar(
    *stories: Story, of: str = "here", themes: tuple[str, ...] = (), **more: Any
) -> list[str]:
    """The titles of those to which the page of a story leads as being like it."""
    plan = relate(published(*stories, themes=map(theme, themes), **more))
    return [item.title for item in at(plan, f"/stories/{of}/", StoryView).similar]


def test_stories_without_a_theme_lead_to_those_with_the_same_words() -> None:
    """Those first that share more of them, or rarer ones; no others fill the list."""
    assert similar(
        about("here", "the kettle whistles and the ladder leans"),
        about("one", "my ladder fell"),
        about("both", "a kettle beside a ladder"),
        about("rare", "it whistles"),
        about("none", "nothing like that"),
    ) == ["Both", "Rare", "One"]


def test_themes_go_before_words_and_words_before_days() -> None:
    """Of stories on the same themes, one that shares words is first, however long ago it was."""
    day = days(400)
    told = [about(f"near-{n}", "some words", themes=("tea",), date=day[-2 - n]) for n in range(5)]
    found = similar(
        about("here", "the kettle", themes=("tea",), date=day[-1]),
        about("old", "a kettle", themes=("tea",), date=day[0]),
        about("apart", "a kettle", date=day[-1]),
        *told,
        themes=("tea",),
    )
    assert found == ["Old", "Near 0", "Near 1"]
    assert len(found) == SIMILAR


def test_a_word_that_many_stories_have_ties_none_together() -> None:
    """It says nothing of any of them; so an edit is seen on few other pages."""
    many = [about(f"story-{n}", "the kettle") for n in range(MOST_STORIES - 1)]
    assert len(similar(about("here", "a kettle"), *many)) == SIMILAR
    assert similar(about("here", "a kettle"), *many, about("more", "one kettle")) == []


@pytest.mark.parametrize(
    ("here", "there"),
    [
        ({"voices": (voice("rose"),)}, {}),
        ({}, {"voices": (voice("rose"),)}),
        ({}, {"language": "cy"}),
        ({}, {"translation_of": "stories/here.md"}),
        ({}, {"voices": (voice("ann", "engines"),)}),
    ],
)
def test_what_leads_to_no_other_story(here: dict[str, Any], there: dict[str, Any]) -> None:
    """Somebody's name, a word of another language, a version, what the page may not show."""
    assert similar(about("here", "a rose"), about("there", "the rose")) == ["There"]
    assert similar(about("here", "a rose", **here), about("there", "the rose", **there)) == []


def test_words_that_search_may_not_know_relate_nothing(tmp_path: Path) -> None:
    """Whoever said no to search is not found out by which stories lead to which."""
    said = "A kettle, the kettle, our kettle.\n"
    by_sam = f"Words.\n\n::: voice sam\n{said}:::\n"
    ann = lines_of("ann", "Ann", part="author")
    sam = lines_of("sam", "Sam")
    for who, found in ((sam, ["B"]), (sam.replace("search, ", ""), [])):
        files = {
            "stories/a.md": file_of(by_sam, ann, who, title="A"),
            "stories/b.md": file_of(said, ann, title="B"),
        }
        content, _ = admit(read(tmp_path / f"found-{len(found)}", files).tree, NOON)
        view = at(relate(content), "/stories/a/", StoryView)
        assert [item.title for item in view.similar] == found


def test_a_site_without_a_search_relates_by_themes_alone() -> None:
    """What nobody may look up has not been looked through either."""
    assert similar(about("here", "a kettle"), about("there", "my kettle"), found=()) == []


def test_an_edit_of_a_text_is_seen_on_the_pages_that_share_its_words_alone() -> None:
    """A build makes few pages again, however many stories there are."""
    others = [about(f"story-{n}", f"number{n // 2}") for n in range(40)]
    before = relate(published(about("here", "number3"), *others))
    after = relate(published(about("here", "number7"), *others))
    pairs = zip(views(before, StoryView), views(after, StoryView), strict=True)
    changed = {one.address for one, other in pairs if one != other}
    assert changed == {
        f"/stories/{name}/" for name in ("here", "story-6", "story-7", "story-14", "story-15")
    }


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="processes are forked on Linux alone")
def test_several_processes_find_the_words_that_one_finds() -> None:
    """A build waits for no single core that looks through every story by itself (law 4)."""
    program = subprocess.run(
        [sys.executable, sharing_words.__file__],
        capture_output=True,
        text=True,
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])},
        check=True,
    )
    assert (program.stdout, program.stderr) == ("True False\n", "")
