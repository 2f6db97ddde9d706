"""Lists as their author parted and numbered them."""

import pytest

from byleave.render.prose import EngineName
from tests.prose.making import every_engine, html

ONE, OTHER = "<ol><li>a</li><li>b</li></ol>", "<ol><li>c</li><li>d</li></ol>"


@every_engine
def test_a_comment_parts_two_lists(engine: EngineName) -> None:
    """That is how Markdown says it, and each list has numbers of its own."""
    assert html("1. a\n2. b\n\n<!-- -->\n\n1. c\n2. d", engine) == ONE + OTHER
    assert html("- a\n\n<!-- other -->\n\n- b", engine) == "<ul><li>a</li></ul><ul><li>b</li></ul>"


def test_another_sign_begins_another_list() -> None:
    """Step 1 of the second plan is no step 3 of the first."""
    assert html("1. a\n2. b\n\n1) c\n2) d") == ONE + OTHER
    assert html("1. a\n2. b\n\n7) c\n8) d") == ONE + OTHER.replace("<ol>", '<ol start="7">')
    assert html("- a\n- b\n\n* c") == "<ul><li>a</li><li>b</li></ul><ul><li>c</li></ul>"
    assert html("> - é\n> * b") == (
        "<blockquote><ul><li>é</li></ul><ul><li>b</li></ul></blockquote>"
    )


GONE = "![gone](gone.jpg)"


@every_engine
@pytest.mark.parametrize(
    "between",
    [("- a", "- b"), ("- a", "* b"), ("1. a", "1) b"), ("1. a", "5. b"), ("- a", "1. b")],
)
@pytest.mark.parametrize("comment", ["", "<!-- x -->\n\n"])
def test_a_picture_that_is_gone_parts_no_list(
    between: tuple[str, str], comment: str, engine: EngineName
) -> None:
    """Rule 5: the page is as if the picture had never been."""
    first, second = between
    without = html(f"{first}\n\n{comment}{second}", engine)
    assert html(f"{first}\n\n{comment}{GONE}\n\n{second}", engine) == without
    assert html(f"{first}\n\n{GONE}\n\n{comment}{second}", engine) == without


@every_engine
def test_comments_leave_nothing_else(engine: EngineName) -> None:
    """Nobody sees that something was remarked."""
    assert html("a\n\n<!-- x -->\n\nb", engine) == "<p>a</p><p>b</p>"
    assert html("> a\n>\n> <!-- x -->\n\nb", engine) == "<blockquote><p>a</p></blockquote><p>b</p>"
    assert html('<ol data-kind="." data-sourcepos="99:9-9:9"><li>a</li></ol>\n\n- b\n\n* c')


@every_engine
@pytest.mark.parametrize("sign", ["• ", "\uf0b7 ", "\uf0b7", "▪\u00a0"])
def test_the_bullets_of_word_processors_make_a_list(sign: str, engine: EngineName) -> None:
    """Nothing else can be meant by them, at the beginning of a line."""
    body = html(f"We had:\n{sign}tea\n{sign}cake\n\nThen 3 • 4.", engine)
    assert body == "<p>We had:</p><ul><li>tea</li><li>cake</li></ul><p>Then 3 • 4.</p>"


@every_engine
def test_the_line_breaks_of_unicode_part_words(engine: EngineName) -> None:
    """Browsers show them as nothing, so that two words were one."""
    assert html("one\u2028two\u2029three", engine) == "<p>one\ntwo\nthree</p>"


LETTERS = {
    "a tab behind it": "o\tsoup\no\tbread",
    "a fixed space behind it": "o\u00a0soup\n\no\u00a0bread",
    "three in a row": "o soup\no bread\no salt",
}


@every_engine
@pytest.mark.parametrize("text", LETTERS.values(), ids=LETTERS)
def test_an_o_that_can_only_be_a_bullet_is_one(text: str, engine: EngineName) -> None:
    """A word processor has it for a list within another, and a tab comes after it."""
    items = "".join(f"<li>{word}</li>" for word in ("soup", "bread", "salt") if word in text)
    assert html(f"We had:\n\n{text}\n\nEnd.", engine) == (
        f"<p>We had:</p><ul>{items}</ul><p>End.</p>"
    )


@every_engine
def test_beside_other_bullets_it_is_further_in(engine: EngineName) -> None:
    """Also where the paste has an empty line between them."""
    inner = "<ul><li>soup</li><li>bread</li></ul>"
    assert html("• tea\n\no soup\no bread\n\n\uf0b7 cake", engine) == (
        f"<ul><li>tea{inner}</li><li>cake</li></ul>"
    )


@every_engine
def test_an_o_that_may_be_a_word_stays(engine: EngineName) -> None:
    """In Welsh and in Portuguese it is one, and begins a line now and then."""
    lines = "Daethant\no Gymru ac\no Loegr"
    assert html(lines, engine) == f"<p>{lines}</p>"
    assert html("o ble\no bryd", engine) == "<p>o ble\no bryd</p>"


@every_engine
def test_emoji_in_two_halves_are_whole(engine: EngineName) -> None:
    """Tools that make JSON write them so; in code they are what somebody writes about."""
    assert html("Tea \\ud83c\\udf75 and `\\ud83c\\udf75`", engine) == (
        "<p>Tea 🍵 and <code>\\ud83c\\udf75</code></p>"
    )
