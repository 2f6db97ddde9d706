"""Links to a place in the same page lead to what its author named so."""

import pytest

from byleave.render.prose import EngineName, compose
from byleave.values import replace
from tests.prose.making import USUAL, every_engine, html, page, passages, prose

NAMED = {
    "an empty anchor": ('<a name="spot"></a>\n\nThere it is.', "There it is."),
    "an empty anchor in a paragraph": ('<a id="spot"></a>There it is.', "There it is."),
    "an anchor around words": ('So <a name="spot">there</a> it is.', "So there it is."),
    "a paragraph": ('<p id="spot">There it is.</p>', "There it is."),
    "words": ('So <span id="spot">there</span> it is.', "there"),
    "a division": ('<div id="spot">\n\nThere it is.\n\n</div>', "There it is."),
    "a table": ('<table id="spot"><tr><td>There</td></tr></table>', "There"),
    "the end of the page": ('There it is.\n\n<a name="spot"></a>', "There it is."),
}


@every_engine
@pytest.mark.parametrize("case", NAMED)
def test_a_link_leads_to_the_place_that_has_its_name(case: str, engine: EngineName) -> None:
    """Readers of a long story jump to its middle, as they did where it stood before."""
    source, words = NAMED[case]
    body = page(prose(f"[Go](#spot)\n\n{source}", engine).html)
    assert body.xpath("//a[@href='#spot']")[0].text == "Go"
    (there,) = body.xpath("//*[@id='spot']")
    assert there.text_content().strip() == words


@every_engine
def test_a_place_before_a_heading_s_words_leads_to_the_heading(engine: EngineName) -> None:
    """A heading has an id of its own besides."""
    body = page(prose('[Go](#spot)\n\n## <a name="spot"></a>Tea\n\nx', engine).html)
    assert body.xpath("//h2[@id='tea']/span/@id") == ["spot"]
    assert body.xpath("//h2")[0].text_content() == "Tea"


@every_engine
def test_two_places_of_one_name_have_two_ids(engine: EngineName) -> None:
    """An id stands once in a page; a link leads to the first, and never to what the page has."""
    source = '[Go](#main)\n\n<p id="main">One</p>\n\n<p id="main">Two</p>'
    body = html(source, engine, replace(USUAL, reserved_ids=frozenset({"main"})))
    assert '<a href="#main-1">Go</a>' in body
    assert '<p id="main-1">One</p>' in body
    assert '<p id="main-2">Two</p>' in body


@every_engine
def test_a_link_to_no_place_keeps_its_words(engine: EngineName) -> None:
    """Nothing there is nothing to press."""
    assert html("[Go](#nowhere)", engine) == "<p>Go</p>"


@every_engine
def test_what_goes_takes_its_place_along(engine: EngineName) -> None:
    """A passage that is withheld leaves no place behind, and no number after others."""
    context = replace(USUAL, engine=engine)
    with_it = compose(passages("[Go](#a)", '<p id="a">One</p>', "End"), context).html
    without = compose(passages("[Go](#a)", "", "End"), context).html
    assert 'href="#a"' in with_it
    assert "#a" not in without
