"""Readers and listeners know whose words a passage is before it begins."""

import pytest

from byleave.render.prose import EngineName, ProseLabels, ProsePart, compose
from byleave.values import replace
from tests.prose.making import USUAL, every_engine, name, one_line

SPOKEN = (
    '<div class="passage said" role="group" aria-labelledby="who"><p class="who" id="who">'
    "Quoted: Sam</p>"
)


def _body(*parts: ProsePart, engine: EngineName = "commonmark", authors: str = "") -> str:
    context = replace(USUAL, engine=engine, authors=authors)
    return one_line(compose(parts, context).html)


def _sam(text: str) -> ProsePart:
    return ProsePart(text=text, by=("sam",), who="Quoted: Sam")


@every_engine
def test_a_passage_says_whose_words_it_is(engine: EngineName) -> None:
    """“I” in it is somebody else than the one who tells the story."""
    body = _body(ProsePart(text="a"), _sam("I rang them."), ProsePart(text="b"), engine=engine)
    assert body == f"<p>a</p>{SPOKEN}<p>I rang them.</p></div><p>b</p>"


def test_the_words_of_an_author_are_no_passage_of_somebody_else() -> None:
    """Nor is what is said about somebody."""
    body = _body(ProsePart(text="a", by=("sam",)), ProsePart(text="b", about=("sam",)))
    assert body == '<div class="passage"><p>a</p></div><div class="passage"><p>b</p></div>'


def test_what_follows_at_once_is_not_told_again() -> None:
    """One hears it where the speaker changes."""
    body = _body(_sam("a"), _sam("b"), ProsePart(text="c"), _sam("d"))
    assert body.count("Quoted: Sam") == 2
    assert body.count('class="passage said"') == 3
    assert 'aria-labelledby="who-1"' in body


@pytest.mark.parametrize(
    "text",
    [
        f"“I rang them,” said {name('sam')}. Then I waited.",
        "Sam rang them.",
        f"{name('sam')}: I rang them",
    ],
)
def test_a_first_sentence_that_tells_it_is_enough(text: str) -> None:
    """Nobody wants to hear it twice."""
    body = _body(_sam(text))
    assert body.startswith('<div class="passage said"><p>')
    assert "Quoted" not in body


@pytest.mark.parametrize("text", ["The samples came back.", "Samuel rang them.", "It is the same:"])
def test_a_longer_word_that_begins_so_is_no_name(text: str) -> None:
    """“The samples came back” does not say that Sam speaks."""
    assert "Quoted: Sam" in _body(_sam(text))
    assert "Quoted: Sam" in _body(ProsePart(text=f"{text[:-1]}:"), _sam("I rang them."))


def test_a_later_sentence_comes_too_late() -> None:
    """By then a listener has taken the words for another's."""
    assert "Quoted: Sam" in _body(_sam("I rang them. Sam is my name."))


def test_a_line_that_leads_to_the_passage_is_enough() -> None:
    """As people write it: a name and a colon."""
    told = f"This is what {name('sam')} told us:"
    assert "Quoted" not in _body(ProsePart(text=told), _sam("I rang them."))
    assert "Quoted: Sam" in _body(ProsePart(text=told[:-1] + "."), _sam("I rang them."))


@every_engine
def test_a_quotation_that_says_who_said_it_is_left_as_it_is(engine: EngineName) -> None:
    """Its attribution is the name of its figure."""
    body = _body(_sam(f"> I rang them.\n>\n> — {name('sam')}"), engine=engine)
    assert body.startswith('<div class="passage"><figure class="quotation">')
    both = _body(_sam(f"And this.\n\n> I rang them.\n>\n> — {name('sam')}"), engine=engine)
    assert both.startswith(SPOKEN)


def test_easy_read_says_too_where_the_author_speaks_again() -> None:
    """One person's “I” does not run into another's."""
    parts = (
        _sam("I was afraid."),
        ProsePart(text="## Food\n\nI like chips."),
        ProsePart(text="So it is."),
    )
    body = _body(*parts, authors="Storyteller: Bo")
    back = '<p class="who" id="who-1">Storyteller: Bo</p>'
    assert f'<h2 id="food">Food</h2>{back}<p>I like chips.</p>' in body
    assert body.count("Storyteller: Bo") == 1
    assert "Storyteller" not in _body(*parts)


def test_words_of_ours_in_a_text_of_another_language_say_so() -> None:
    """A voice that reads aloud does not spell English in Welsh (WCAG 3.1.2)."""
    context = replace(USUAL, language="cy", labels=ProseLabels(language="en-GB"))
    html = compose([_sam("Ffoniais i nhw.")], context).html
    assert '<p class="who" id="who" lang="en-GB" dir="auto">Quoted: Sam</p>' in html


def test_a_passage_of_which_nothing_is_left_says_nothing() -> None:
    """Nobody is announced and then silent."""
    assert (
        _body(ProsePart(text="a"), _sam("![gone](gone.jpg)"), ProsePart(text="b"))
        == "<p>a</p><p>b</p>"
    )
