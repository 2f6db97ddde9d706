"""Pages that are made one by one are those that are there when all are made."""

from collections.abc import Callable

import pytest

from byleave.model.published import Block, PublishedSet, Story
from byleave.relate import PlannedPages, relate
from byleave.values import replace
from tests.relate.making import event, page, published, response, story, theme, voice

SITE = published(
    story("tale", voice("ann", person="ann"), series="tea", themes=("bread",)),
    story("fair", event=event("2021-06-01"), past=True, aliases=("/old/fair", "/stories/fete/")),
    story("hanes", voice("ann"), voice("tom"), translation_of="stories/tale.md", language="cy"),
    # Two at one address, as an editor sees them until one of them moves.
    story("twin", voice("tom"), address="/stories/tale/", title="Another tale"),
    response("answer", "tale", voice("bea", "search")),
    response("reply", "twin", voice("bea", "social")),
    themes=[theme("bread")],
    pages=(page("about"),),
)


def test_each_page_is_found_by_itself() -> None:
    """Whoever asks for one page gets the one that the whole site has at that address."""
    whole = dict(relate(SITE).pages)
    assert "/stories/tale/responses/" in whole
    for address, view in whole.items():
        plan = relate(SITE)
        assert plan.view(address) == view
        assert address in plan.pages
        assert tuple(plan.addresses) == tuple(whole)


def test_nothing_is_found_where_nothing_is() -> None:
    """Also below a page, or without the stroke at its end."""
    plan = relate(SITE)
    for address in ("/stories/gone/", "/stories/fair/responses/", "/old/fair", "", "/x.ics"):
        assert plan.pages.get(address) is None
        assert address not in plan.pages


def with_story(path: str, change: Callable[[Story], Story]) -> PublishedSet:
    """The site in which the story at `path` is another, for its search too."""
    stories = tuple(change(one) if one.path == path else one for one in SITE.stories)
    return replace(SITE, stories=stories, found=stories)


def new_words(story: Story) -> Story:
    """A story that says something else."""
    return replace(story, blocks=(Block(text="Something else.\n"),))


CHANGES = {
    "words": with_story("stories/fair.md", new_words),
    "words of a story with responses": with_story("stories/tale.md", new_words),
    "words of a response": with_story("stories/reply.md", new_words),
    "a title": with_story("stories/fair.md", lambda one: replace(one, title="Fête")),
    "what it is used for": with_story(
        "stories/tale.md", lambda one: replace(one, voices=(voice("ann", "web"),))
    ),
    "the order of names": with_story(
        "stories/hanes.md", lambda one: replace(one, names=dict(reversed([*one.names.items()])))
    ),
    "one story less": replace(SITE, stories=SITE.stories[1:], found=SITE.stories[1:]),
    "a theme": replace(SITE, themes=(theme("bread", title="Loaves"),)),
    "a page": replace(SITE, pages=(page("about", title="Us"),)),
}


def seen(site: PublishedSet, address: str) -> bytes:
    """What stands for all that a page of a site is made of."""
    pages = relate(site).pages
    assert isinstance(pages, PlannedPages)
    return pages.seen(address)


@pytest.mark.parametrize("other", CHANGES.values(), ids=CHANGES)
def test_what_a_page_is_made_of_stands_for_it(other: PublishedSet) -> None:
    """Law 3: where that is the same, no page is another, and so it need not be made to be known."""
    assert seen(SITE, "/stories/fair/")
    assert seen(SITE, "/")
    before, now = relate(SITE).pages, relate(other).pages
    for address in now:
        as_before = seen(SITE, address)
        if as_before and as_before == seen(other, address):
            assert before[address] == now[address]


@pytest.mark.parametrize(
    ("words", "pages"),
    [
        ("words", {"/stories/fair/", "/old/fair/", "/stories/fete/"}),
        ("words of a response", {"/stories/tale/", "/stories/tale/responses/"}),
    ],
)
def test_new_words_are_nothing_new_to_other_pages(words: str, pages: set[str]) -> None:
    """Pages but those of the search hang on the words of no other story."""
    other = CHANGES[words]
    others = {one for one in relate(other).pages if seen(SITE, one) != seen(other, one)}
    assert others <= pages
    assert others
