"""Where links lead, and what is left of those that lead nowhere."""

import pytest

from byleave.render.prose import EngineName
from byleave.values import replace
from tests.prose.making import USUAL, every_engine, html, name

GARDEN = '<a href="/stories/garden/">x</a>'

LED = {
    "to a story": ("[x](garden.md)", GARDEN),
    "to a place in a story": ("[x](garden.md#tea)", '<a href="/stories/garden/#tea">x</a>'),
    "encoded": ("[x](garden%2Emd)", GARDEN),
    "with accents": ("[x](<tŷ haf.md>)", '<a href="/stories/ty-haf/">x</a>'),
    "with accents, encoded": ("[x](t%C5%B7%20haf.md)", '<a href="/stories/ty-haf/">x</a>'),
    "with accents, decomposed": ("[x](<ty\u0302 haf.md>)", '<a href="/stories/ty-haf/">x</a>'),
    "with a title": (
        '[x](garden.md "Our *garden*")',
        '<a href="/stories/garden/" title="Our *garden*">x</a>',
    ),
    "to this site": ("[x](https://group.example/garden.md)", "x"),
    "to another site": (
        "[x](https://a.example/b?c&d)",
        '<a href="https://a.example/b?c&amp;d" rel="external">x</a>',
    ),
    "to a site of that beginning": (
        "[x](https://group.example.org)",
        '<a href="https://group.example.org" rel="external">x</a>',
    ),
    "by mail": ("[x](mailto:us@a.example)", '<a href="mailto:us@a.example">x</a>'),
    "by telephone": ("[x](tel:+440000)", '<a href="tel:+440000">x</a>'),
    "to no story": ("[x *y*](lost.md)", "x <em>y</em>"),
    "to the root": ("[x](/lost/)", "x"),
    "to another host without a scheme": ("[x](//a.example)", "x"),
    "by script": ("[x](javascript:alert%281%29)", "x"),
    "by nothing": ("[x]()", "x"),
    "to no place": ("[x](#lost)", "x"),
    "to a place around the body": ("[x](#responses)", '<a href="#responses">x</a>'),
    "with a name": (
        f"[x](https://a.example/{name('bo')})",
        '<a href="https://a.example/Bo%20&amp;%20%3CCo%3E" rel="external">x</a>',
    ),
}


@every_engine
@pytest.mark.parametrize("case", LED)
def test_a_link_leads_where_the_site_has_it(case: str, engine: EngineName) -> None:
    """A link either works or is plain words; readers never meet a dead end of ours."""
    source, expected = LED[case]
    context = replace(USUAL, reserved_ids=frozenset({"responses"}))
    assert html(source, engine, context) == f"<p>{expected}</p>"


@every_engine
def test_absolute_links_to_the_own_site_are_its_pages(engine: EngineName) -> None:
    """Someone copied the address from a browser; it is the same story, under the same rules."""
    links = {"/stories/garden/": "/sub/stories/garden/"}
    context = replace(USUAL, links=links, site_url="https://Group.example/sub/")
    there = html("[x](http://group.example/sub/stories/garden/#a)", engine, context)
    assert there == '<p><a href="/sub/stories/garden/#a">x</a></p>'
    assert html("[x](https://group.example/sub/lost/)", engine, context) == "<p>x</p>"


@every_engine
def test_an_address_that_is_a_place_keeps_it(engine: EngineName) -> None:
    """A response is a place on its story's page; the link cannot point into it as well."""
    context = replace(USUAL, links={"reply.md": "/stories/garden/#reply"})
    assert html("[x](reply.md#top)", engine, context) == (
        '<p><a href="/stories/garden/#reply">x</a></p>'
    )


@every_engine
def test_a_link_to_a_heading_of_the_page(engine: EngineName) -> None:
    """Ids are GitHub's, so that links made there work; letters of all scripts count."""
    body = html("[x](#t%C5%B7-haf) [y](#Tŷ-Haf)\n\n## Tŷ haf!\n\na", engine)
    assert body.startswith('<p><a href="#tŷ-haf">x</a> <a href="#tŷ-haf">y</a></p>')


@every_engine
def test_nothing_to_press_stands_in_a_link(engine: EngineName) -> None:
    """A player in a link could not be reached by keyboard (HTML 4.5.1)."""
    assert '<a href="/stories/garden/"' not in html("[![](talk.mp3)](garden.md)", engine)


@every_engine
def test_a_response_that_is_not_there_is_no_place_of_its_story(engine: EngineName) -> None:
    """That the text leads to the story as well makes no link of the other."""
    context = replace(USUAL, links={"/stories/garden/": "/stories/garden/"})
    text = "[x](/stories/garden/), [y](/stories/garden/#tea) and [z](/stories/garden/#response-sam)"
    found = html(text, engine, context)
    assert found.count("<a ") == 2
    assert "response-sam" not in found
