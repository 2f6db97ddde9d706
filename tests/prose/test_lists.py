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
