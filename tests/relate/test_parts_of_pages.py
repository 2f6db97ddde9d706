"""What the page of a story is made of: the story and what is around it, and nothing else."""

from collections.abc import Callable
from typing import get_type_hints

import pytest

from byleave.cache import Recollection, from_bytes, to_bytes
from byleave.model.published import Block, PublishedLink, PublishedSet, Story
from byleave.model.site import StoryView, View
from byleave.relate import PlannedPages, relate
from byleave.relate.index.index import index_of_stories
from byleave.relate.pages.nearby import Nearby
from byleave.relate.pages.story_surroundings import AroundStories, Surroundings
from byleave.relate.pages.story_views import story_view
from byleave.relate.search.shared_words import WordsInCommon
from byleave.values import replace
from tests.relate.making import days, event, published, response, story, theme, voice

TO_FAIR = PublishedLink(
    destination="fair.md", kind="story", target="stories/fair.md", fragment="", line=1, column=1
)
DAYS = days(6)
# Each story is on the page of another one in another way.
STORIES = (
    story(
        "tale",
        voice("ann"),
        date=DAYS[0],
        series="tea",
        blocks=(Block(text="At [the fair](fair.md) with Marmaduke.\n"),),
        links=(TO_FAIR,),
    ),
    story("soup", voice("tom"), date=DAYS[1], series="tea", themes=("bread",)),
    story("loaf", voice("una"), date=DAYS[2], themes=("bread",)),
    story("fair", date=DAYS[3], event=event("2021-06-01", place="Hall", form="fair")),
    story("song", date=DAYS[3], event=event("2021-06-01 10:00"), part_of="stories/fair.md"),
    story("told", voice("bo"), date=DAYS[4], report_of="stories/fair.md"),
    story("hanes", voice("ann"), translation_of="stories/tale.md", language="cy"),
    response("answer", "tale", voice("bea")),
    story("jam", voice("ann"), date=DAYS[5], blocks=(Block(text="Marmaduke, Marmaduke again.\n"),)),
)
SITE = published(*STORIES, themes=[theme("bread")])

ALTERED: dict[str, Callable[[Story], Story]] = {
    "title": lambda one: replace(one, title="Another title"),
    "summary": lambda one: replace(one, summary="In another way."),
    "words": lambda one: replace(one, blocks=(Block(text="Altogether other words.\n"),)),
    "day": lambda one: replace(one, date=days(9)[-1]),
    "uses": lambda one: replace(one, voices=(voice("ann", "engines", "social", "search"),)),
    "themes": lambda one: replace(one, themes=("bread",)),
    "series": lambda one: replace(one, series="tea"),
    "address": lambda one: replace(one, address="/stories/elsewhere/"),
}


def altered(path: str, change: Callable[[Story], Story]) -> PublishedSet:
    """The site in which the story at `path` is another."""
    return published(
        *(change(one) if one.path == path else one for one in STORIES), themes=[theme("bread")]
    )


def without(path: str) -> PublishedSet:
    """The site in which the story at `path` never was."""
    return published(*(one for one in STORIES if one.path != path), themes=[theme("bread")])


def pages_of(site: PublishedSet) -> dict[str, tuple[bytes, View]]:
    """What stands for the parts of each page of a story, and its view."""
    pages = relate(site).pages
    assert isinstance(pages, PlannedPages)
    found = {address: (pages.of_parts(address), pages[address]) for address in pages}
    return {address: one for address, one in found.items() if one[0]}


BEFORE = pages_of(SITE)


def test_the_page_of_each_story_has_parts() -> None:
    """Else nothing below would look at it."""
    assert {*BEFORE} == {one.address for one in STORIES if not one.responds_to}


@pytest.mark.parametrize("path", [one.path for one in STORIES])
@pytest.mark.parametrize("way", [*ALTERED, "gone"])
def test_where_the_parts_are_the_same_the_page_is(path: str, way: str) -> None:
    """Law 2: such a page is kept as it lies there, so it may show nothing that is another now."""
    now = pages_of(without(path) if way == "gone" else altered(path, ALTERED[way]))
    for address in now.keys() & BEFORE.keys():
        if now[address][0] == BEFORE[address][0]:
            assert now[address][1] == BEFORE[address][1]


@pytest.mark.parametrize("path", [one.path for one in STORIES])
@pytest.mark.parametrize("way", ["title", "day", "gone"])
def test_where_the_page_is_the_same_the_parts_are(path: str, way: str) -> None:
    """Whoever waits for a build waits for the pages that show what is new, and for no others."""
    now = pages_of(without(path) if way == "gone" else altered(path, ALTERED[way]))
    same = {one for one in now.keys() & BEFORE.keys() if now[one][1] == BEFORE[one][1]}
    assert len(same) > 0
    assert {one for one in same if now[one][0] == BEFORE[one][0]} == same


def test_a_story_and_what_is_around_it_are_all_that_its_page_is_made_of() -> None:
    """Law 2, by construction: its view can be made of the very bytes that stand for these."""
    known = index_of_stories(SITE, Recollection())
    words = WordsInCommon(SITE.found, known, Recollection())
    texts = {one.path: one for one in SITE.stories}
    around = AroundStories(known, Nearby(known), words, texts)
    hints = get_type_hints(story_view)
    assert hints == {"story": Story, "around": Surroundings, "return": StoryView}
    for path in texts:
        if path not in known.answered:
            told, beside = around.of(path)
            again = from_bytes(to_bytes(told), Story), from_bytes(to_bytes(beside), Surroundings)
            assert story_view(*again) == story_view(told, beside)
