"""Law 7 for what is shown from other sites: a link with its words, and all that stands with it."""

import pytest

from byleave.render.prose import EngineName
from byleave.values import replace
from tests.prose.making import USUAL, every_engine, html

THERE = "https://old.example.org/a"
SHOWN = {
    "a picture": (f"![A long table]({THERE})", "A long table"),
    "a picture of any scheme": ("![A long table](//old.example.org/a)", "A long table"),
    "a picture by its label": (f"![A long table][t]\n\n[t]: {THERE}", "A long table"),
    "a picture with a title alone": (f'![]({THERE} "A table")', "A table"),
    "a picture without words": (f"![]({THERE})", THERE),
    "a picture as an element": (f'<img alt="A table" src="{THERE}">', "A table"),
    "a frame": (f'<iframe src="{THERE}" title="Our film"></iframe>', "Our film"),
    "a frame without words": (f"<iframe width='560' src='{THERE}'>No frames</iframe>", THERE),
    "an object": (f'<object data="{THERE}" title="Our film"></object>', "Our film"),
    "something embedded": (f'<embed src="{THERE}" title="Our film">', "Our film"),
    "a recording": (f'<audio controls src="{THERE}"></audio>', THERE),
    "a film with a title": (f'<video src="{THERE}" title="Our film"></video>', "Our film"),
    "a film by its source": (f'<video><source src="{THERE}">Our film</video>', "Our film"),
}


@every_engine
@pytest.mark.parametrize("case", SHOWN)
def test_what_another_site_shows_is_a_link_with_its_words(case: str, engine: EngineName) -> None:
    """Nothing is loaded from elsewhere, and nobody loses what was said."""
    source, words = SHOWN[case]
    link = f'<p><a href="{THERE}" rel="external">{words}</a></p>'
    assert html(f"Before.\n\n{source}\n\nAfter.", engine) == f"<p>Before.</p>{link}<p>After.</p>"


@every_engine
def test_captions_stay_with_it(engine: EngineName) -> None:
    """They are the author's words."""
    figure = f'<figure><img src="{THERE}" alt="Hall"><figcaption>Our hall</figcaption></figure>'
    assert "<figcaption>Our hall</figcaption>" in html(figure, engine)
    table = f'<table><caption>Growth</caption><tr><td><img src="{THERE}"></td></tr></table>'
    assert "Growth</caption>" in html(table, engine)


@every_engine
def test_a_link_around_such_a_picture_stays_where_it_leads(engine: EngineName) -> None:
    """A badge leads to what it stands for, not to its picture."""
    body = html(f"[![Garden]({THERE})](garden.md)", engine)
    assert body == '<p><a href="/stories/garden/">Garden</a></p>'


@every_engine
@pytest.mark.parametrize(
    "picture", ["https://group.example/media/gone.jpg", "gone.jpg", "data:image/gif;base64,R0"]
)
def test_a_picture_of_the_site_itself_leaves_nothing(picture: str, engine: EngineName) -> None:
    """One that may not be shown was never there, however its address is written."""
    assert html(f"![Kim]({picture}) <img src='{picture}'>", engine) == ""


@every_engine
def test_links_to_send_a_text_message_stay(engine: EngineName) -> None:
    """It is how many members book."""
    context = replace(USUAL, links={})
    assert html("[Text us](sms:+447700900100)", engine, context) == (
        '<p><a href="sms:+447700900100">Text us</a></p>'
    )


@every_engine
def test_what_stands_in_a_player_of_nothing_is_a_text_like_any_other(engine: EngineName) -> None:
    """A link to what is not published goes there as it does anywhere, and its words stay."""
    text = "Hear <audio>the [shed](gone.md) and the [garden](garden.md)</audio> now.\n"
    shown = '<p>Hear <span>the shed and the <a href="/stories/garden/">garden</a></span> now.</p>'
    assert html(text, engine) == shown
    blocks = "> <audio>\n> [shed] soup\n>\n> [shed]: gone.md\n> </audio>\n"
    assert "soup" in html(blocks, engine)


@every_engine
def test_a_title_beside_other_words_stays(engine: EngineName) -> None:
    """Both were written for readers, and may stand on two lines."""
    link = f'<p><a href="{THERE}" rel="external" title="A table">A long table</a></p>'
    assert html(f"![A long table][t]\n\n[t]: {THERE} 'A table'", engine) == link
