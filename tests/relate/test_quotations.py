"""Somebody's words by themselves: beside their story, on the first page, with a theme."""

from datetime import date
from typing import Any

import pytest
from lxml import html

from byleave.model.published import Block, Story, Theme
from byleave.model.quotations import by_itself, quotations_in
from byleave.model.site import HomeView
from byleave.model.site_plan import SitePlan
from byleave.model.terms import NAME_CLOSE, NAME_OPEN
from byleave.relate import relate
from byleave.values import replace
from tests.relate.making import PICTURE, at, page, published, rendered, story, theme, voice

BAKED = "I baked it at four, and nobody was up but the cat."
LATE = "They came at nine. The bread was gone by then, and so was the cat."
LONG = "It was early, and nobody knew when it would be light. " * 30


def said(words: str, by: str) -> str:
    """A quotation as it stands in a text that was read."""
    return f"\n> {words}\n>\n> — {NAME_OPEN}{by}{NAME_CLOSE}\n"


def told(name: str, *words: str, without: str = "", **more: Any) -> Story:
    """A story by Ann in which Tom says `words`; he did not give the use `without`."""
    tom = voice("tom", *filter(None, [without]), part="quoted")
    text = "".join(said(one, "tom") for one in words)
    return story(name, voice("ann"), tom, blocks=(Block(text=f"{LONG}\n{text}"),), **more)


def page_of(address: str, *stories: Story, themes: tuple[Theme, ...] = ()) -> Any:
    """One page of a site."""
    plan = relate(published(*stories, themes=themes))
    files = {f"/{one.path}": one.content for one in rendered(plan, "https://x.example.org/").files}
    content = files[f"{address}index.html"]
    assert isinstance(content, bytes)
    return html.document_fromstring(content)


def shown(address: str, kind: str, *stories: Story, themes: tuple[Theme, ...] = ()) -> list[str]:
    """What stands by itself, as a `kind` of element, on one page of a site."""
    found = page_of(address, *stories, themes=themes).find_class(kind)
    return [" ".join("".join(map(str, one.itertext())).split()) for one in found]


def on_home(*stories: Story) -> list[str]:
    """What somebody says on the first page."""
    return shown("/", "heard", *stories)


def beside(one: Story) -> list[str]:
    """What stands beside a story."""
    return [words.removesuffix("Tom") for words in shown(one.address, "pull", one)]


def test_the_longest_stands_beside_its_story_or_the_one_that_is_chosen() -> None:
    """However its beginning is typed; what begins no quotation chooses none."""
    assert beside(told("bread", BAKED, LATE)) == [LATE]
    assert beside(told("bread", BAKED, LATE, pull="I BAKED it at four")) == [BAKED]
    assert beside(told("bread", BAKED, LATE, pull="Something else")) == [LATE]


def test_what_can_be_read_beside_itself_stands_there_once() -> None:
    """The margin has words of further down, unless the story chooses what is near its beginning."""

    def begun(**more: str) -> Story:
        blocks = (Block(text=f"{said(LATE, 'tom')}\n{LONG}\n{said(BAKED, 'tom')}"),)
        return story("bread", voice("ann"), voice("tom", part="quoted"), blocks=blocks, **more)

    assert beside(begun()) == [BAKED]
    assert beside(begun(pull="They came")) == [LATE]


def test_what_stands_beside_a_story_is_for_the_eye_alone() -> None:
    """Without our style sheet, it would be the first words of a story, and of nobody."""
    one = told("bread", BAKED)
    (found,) = page_of(one.address, one).xpath("//*[@class='pull']")
    assert found.get("hidden") is not None
    # Not on the element itself: HTML has it that what is hidden needs no more, until it is shown.
    assert found.getparent().get("aria-hidden") == "true"


def test_a_story_may_have_none_of_its_words_stand_by_themselves() -> None:
    """Neither beside it, nor on any other page."""
    quiet = told("bread", BAKED, pull="no")
    assert (beside(quiet), on_home(quiet)) == ([], [])


def test_the_first_page_has_words_of_stories_alone_in_which_all_let_engines_in() -> None:
    """Decision 7 holds for what somebody says there, too, and for whoever it may be about."""
    assert on_home(told("bread", BAKED)) == [f"{BAKED} Tom, in Bread"]
    assert on_home(told("bread", BAKED, without="engines")) == []


def test_the_first_page_opens_with_something_brief_and_whole() -> None:
    """Though a newer story has something longer; else with what there is."""
    endless = f"{BAKED} {'And on it went, as it does. ' * 9}".strip()
    newer, older = told("a", endless, date=date(2021, 2, 1)), told("b", LATE)
    assert on_home(newer, older)[0] == f"{LATE} Tom, in B"
    assert on_home(newer)[0].startswith(BAKED)


def test_a_card_without_a_picture_has_somebodys_words_in_its_place() -> None:
    """Other words than the page has already; of a story in which all let engines in, or none."""
    first, second = told("a"), told("b", BAKED, LATE)
    assert on_home(first, second) == [f"{BAKED} Tom, in B", f"{LATE} Tom"]
    pictured = replace(second, media={"a.png": PICTURE})
    assert on_home(first, pictured) == [f"{BAKED} Tom, in B"]
    shy = told("b", BAKED, LATE, without="engines")
    assert on_home(first, shy) == []


def test_a_page_that_quotes_somebody_is_for_no_more_than_they_allow() -> None:
    """Machines may not learn from the first page what they may not learn from a story."""

    def trains(plan: SitePlan) -> bool:
        return at(plan, "/", HomeView).trainable

    assert trains(relate(published(told("bread", BAKED))))
    assert not trains(relate(published(told("bread", BAKED, without="ai"))))


def test_themes_say_what_they_are_and_what_somebody_said() -> None:
    """Nothing is quoted twice on a page."""
    own = (theme("bread", body="What *rises*. Or does not.\n\nMore.\n"), theme("cats"))
    first = told("first", BAKED, themes=("bread", "cats"))
    found = shown("/themes/", "themes", first, themes=own)
    assert found == [f"Bread What rises. {BAKED} Tom, in First Cats"]


def test_a_group_says_on_its_first_page_what_it_wrote() -> None:
    """And that stands nowhere else: there is no page of it, and nothing in the foot leads to it."""
    own = page("home", address="/", title="Bread for all")
    plan = relate(published(pages=[own]))
    assert at(plan, "/", HomeView).heading == "Bread for all"
    assert [place.address for place in plan.footer] == []


@pytest.mark.parametrize(
    "text",
    [
        f"<!--{said(BAKED, 'tom')}-->\n",
        f"```\n{said(BAKED, 'tom')}\n```\n",
        f"\n> {BAKED}\n>\n> — {NAME_OPEN}tom{NAME_CLOSE} and others\n",
        f"\n> {BAKED}\n\nSaid — {NAME_OPEN}tom{NAME_CLOSE}\n",
    ],
)
def test_nothing_is_taken_of_what_may_not_be_seen_as_it_is_written(text: str) -> None:
    """A remark, code, or not one voice's alone."""
    assert quotations_in(text) == ""


def test_a_link_counts_for_nothing() -> None:
    """So that it makes no difference whether it leads somewhere: only its words are shown."""
    for link in ("[at four](there.md)", "[at four][when]"):
        text = said(BAKED.replace("at four", link), "tom") + "\n[when]: there.md\n"
        tom = voice("tom", part="quoted")
        assert on_home(story("bread", tom, blocks=(Block(text=text),))) == [
            f"{BAKED} Tom, in Bread"
        ]


def test_long_words_stand_alone_as_far_as_whole_sentences_fit() -> None:
    """And that is said. What is no sentence, or a shout, does not stand there."""
    assert by_itself(BAKED) == BAKED
    assert by_itself(f"{BAKED} {'And on it went ' * 20}.") == f"{BAKED} …"
    assert by_itself("No.") == ""
    assert by_itself("a" * 400) == ""


def test_a_list_of_series_has_a_picture_of_the_first_story_or_words() -> None:
    """Never an empty place; and a page that search engines show has only what they may show."""
    assert shown("/series/", "heard", told("a", BAKED, series="tea")) == [f"{BAKED} Tom, in A"]
    closed = told("a", BAKED, without="engines", series="tea")
    assert shown("/series/", "heard", closed) == []
    pictured = told("a", BAKED, series="tea", media={"a.png": PICTURE}, lead="a.png")
    assert shown("/series/", "heard", pictured) == []
    assert [one.get("alt") for one in page_of("/series/", pictured).iter("img")] == ["A loaf"]


def test_a_story_that_opens_the_first_page_has_words_where_it_has_no_picture() -> None:
    """So it is beside it as in a card; what the page has said once, it does not say again."""
    opens = told("a", BAKED, LATE)
    found = page_of("/", opens).find_class("first")
    assert [one.text_content().split()[-1] for one in found[0].find_class("heard")] == ["Tom"]
    assert on_home(told("a", BAKED)) == [f"{BAKED} Tom, in A"]
