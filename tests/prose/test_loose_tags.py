"""Law 7 for tags: what is written in angle brackets takes along nothing, and is seen."""

import pytest

from byleave.render.prose import EngineName
from byleave.values import replace
from tests.prose.making import USUAL, every_engine, html, page, prose

WORDS = {
    "a word": "I was <this> close.",
    "an element of forms": "Press <select> on the remote.",
    "an element of pages": "Her <title> is long.",
    "an end": "Her title </surname> is long.",
    "in capitals": "Write <NAME> here.",
    "two words": "Write <your name> here.",
    "with a hyphen": "The <well-meaning> people.",
    "on a line of its own": "Above\n\n<textarea>\n\nbelow",
    "of a film": "Then the <video> went off.",
    "that ends in code": "Press <select> and `</select>` too.",
    "a comment without an end": "One <!-- two",
    "a comment without an end, on its own line": "One\n\n<!-- two\n\n- three",
    "a declaration": "One <!two three> four",
    "in a heading": "## The <title> page\n\nWords.",
    "in a cell": "| a <select> b | c |\n| - | - |\n| d | e |",
    "what never ends at all": "One <plaintext> two",
    "an element with words in it": "If a <b and c> d, then <i said so> too.",
    "a cell without a table": "The <td> tag is a cell, and <option> a choice.",
    "what does nothing alone": "The <a> tag, the <span> tag, the <img> tag and the <body> tag.",
    "a list among words": "The <ol> tag, the <form> tag and the <table> tag.",
    "what is folded for ever": "<details>One",
    "what would keep all lines as they are": "The <pre> tag",
    "a part of a drawing": "The <line> tag",
}


@every_engine
@pytest.mark.parametrize("case", WORDS)
def test_a_tag_that_is_a_word_is_shown_as_one(case: str, engine: EngineName) -> None:
    """Nobody who writes about a remote control means an element, and no word goes with it."""
    source = f"{WORDS[case]}\n\nThe **last** words."
    body = page(prose(source, engine).html)
    shown = " ".join(body.text_content().split())
    for word in WORDS[case].replace("##", "").replace("`", "").replace("|", "").split():
        assert word.strip("-") in shown
    assert body.xpath("//p[last()]/strong")[-1].text == "last"


@every_engine
@pytest.mark.parametrize(
    "opened",
    [
        '<video src="film.mp4">',
        '<audio src="talk.mp3" />',
        '<iframe src="garden.md"/>',
        '<textarea rows="3">',
        '<svg viewBox="0 0 1 1"><svg></svg>',
        '<p class="lead>',
        "<script>x</script><script src='x'>",
    ],
)
def test_what_is_never_closed_takes_along_nothing(opened: str, engine: EngineName) -> None:
    """A film that was pasted without its end hid the rest of the story."""
    body = page(prose(f"One\n\n{opened}\n\nTwo *three*", engine).html)
    assert " ".join(body.text_content().split()).replace("*", "").endswith("Two three")
    assert not body.xpath("//video//text()[contains(., 'Two')]")


TAKEN_OUT = {
    "of another program, which formulas have too": 'One <Card title="Tea">two</Card> three',
    "the same, over paragraphs": 'One\n\n<Card a="b">\n\ntwo\n\n</Card>\n\nthree',
    "the same, never closed": 'One <list of="tea">two three',
    "of a drawing": "One <text>two</text> three",
}


@every_engine
@pytest.mark.parametrize("case", TAKEN_OUT)
def test_words_stay_where_their_tag_is_taken_out(case: str, engine: EngineName) -> None:
    """The sanitiser took along what stood in elements that only formulas and drawings have."""
    body = page(prose(TAKEN_OUT[case], engine).html)
    assert body.text_content().split() == ["One", "two", "three"]


@every_engine
@pytest.mark.parametrize("name", ["menu", "dir"])
def test_items_of_an_old_list_are_in_a_list(name: str, engine: EngineName) -> None:
    """Somebody who listens hears how many there are."""
    assert html(f"<{name}><li>Tea</li></{name}>", engine) == "<ul><li>Tea</li></ul>"


@every_engine
@pytest.mark.parametrize(
    "text",
    [
        "<ul><li>a<li>b</ul>",
        "<table><tr><td>a<td>b</table>",
        "<div><div>a\n\n<section><table><tr><td>b\n\n- <div><div>c",
    ],
)
def test_ends_that_may_be_left_out_are_no_fault(text: str, engine: EngineName) -> None:
    """HTML has always allowed that, or browsers have."""
    assert "&lt;" not in html(text, engine)


@every_engine
@pytest.mark.parametrize("tag", ["<b>bold</b>", "<!-- never shown -->", "<o:p></o:p>", "<hr>"])
def test_elements_and_comments_are_no_words(tag: str, engine: EngineName) -> None:
    """What is meant for the page is none of its words."""
    assert "never shown" not in html(f"a {tag} c", engine)
    assert "&lt;" not in html(f"a {tag} c", engine) or "o:p" in tag


@every_engine
def test_a_destination_in_brackets_is_no_tag(engine: EngineName) -> None:
    """That is how a name with spaces is written."""
    context = replace(USUAL, links={"an oven.md": "/stories/an-oven/"})
    body = html("[a](<an oven.md>)", engine, context)
    assert body == '<p><a href="/stories/an-oven/">a</a></p>'


@every_engine
def test_code_is_shown_as_it_is(engine: EngineName) -> None:
    """In code a tag is what it is, whatever stands around it."""
    shown = "&lt;select&gt;"
    assert html("`<select>` <select>", engine) == f"<p><code>{shown}</code> {shown}</p>"
    fenced = html("```html\n<select>\n<!-- x\n```\n\nb", engine)
    assert fenced.endswith("&lt;select&gt;\n&lt;!-- x\n</code></pre><p>b</p>")


LEFT_OPEN = {
    "a word": ("One <b>two\n\nthree", "<p>One <b>two</b></p><p>three</p>"),
    "a place": (
        '<a name="top">\n\n[x](garden.md)',
        '<p id="top"><a href="/stories/garden/">x</a></p>',
    ),
    "an item": ("- one <code>two\n- three", "<ul><li>one <code>two</code></li><li>three</li></ul>"),
    "a heading": ("## One <em>two\n\nthree", '<h2 id="one-two">One <em>two</em></h2><p>three</p>'),
    "over paragraphs": ("<b>\n\none\n\n</b>\n\ntwo", "<b><p>one</p></b><p>two</p>"),
}


@pytest.mark.parametrize("case", LEFT_OPEN)
def test_what_is_left_open_ends_with_its_block(case: str) -> None:
    """Programs that read HTML would begin it anew in all that follows."""
    source, expected = LEFT_OPEN[case]
    assert html(source).replace("\n", "") == expected


@every_engine
def test_an_address_in_brackets_is_no_tag(engine: EngineName) -> None:
    """The telephone of the group was gone where one engine took it for a tag."""
    assert html("Ring <tel:+44123>.", engine) == '<p>Ring <a href="tel:+44123">tel:+44123</a>.</p>'


@every_engine
def test_references_behind_an_element_stay_there(engine: EngineName) -> None:
    """“Tea & cake” was “Tea  cake”, and the sign stood at the end of the page."""
    body = page(html("<div>a</div> Tea &amp; cake\n\nEnd.", engine)).text_content()
    assert "".join(body.split()) == "aTea&cakeEnd."
