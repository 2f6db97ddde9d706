"""What counts as a correction of spelling, and what as other words."""

import pytest

from byleave.model.terms import NAME_CLOSE, NAME_OPEN
from byleave.permission.answers.differences import difference, in_words, is_spelling_only, slips

SPELLING = [
    ("I recieve a letter", "I receive a letter"),
    ("Teh gate", "The gate"),
    ("the council", "the Council"),
    ("a cafe", "a café"),
    ("it’s ‘mine’", "it's 'mine'"),
    ("accomodation and adress", "accommodation and address"),
    ("my naem is", "my name is"),
    (f"{NAME_OPEN}sam{NAME_CLOSE} digs", "Sam digs"),
    ("Sam digs", f"{NAME_OPEN}sam{NAME_CLOSE} digs"),
]
MORE = [
    ("I can go", "I can't go"),
    ("I cant go", "I can go"),
    ("I did go", "I did not go"),
    ("I am now free", "I am not free"),
    ("she came", "he came"),
    ("in 2019", "in 2020"),
    ("20 people", "200 people"),
    ("I was comfortable", "I was uncomfortable"),
    ("right away", "night away"),
    ("they met", "then met"),
    ("a horse", "a hearse"),
    ("two words", "two more words"),
    ("Let's eat, Sam", "Let's eat Sam"),
    ("Go!", "Go?"),
    ("Sam digs", "Tom digs"),
    (f"{NAME_OPEN}sam{NAME_CLOSE} digs", f"{NAME_OPEN}tom{NAME_CLOSE} digs"),
    ("social workers", "council workers"),
]
NAMES = {"sam": "Sam", "tom": "Tom"}


@pytest.mark.parametrize(("agreed", "today"), SPELLING)
def test_a_slip_of_the_keyboard_is_spelling(agreed: str, today: str) -> None:
    """Nobody has to be asked about a missing letter; they are told."""
    assert is_spelling_only(agreed, today, NAMES)


@pytest.mark.parametrize(("agreed", "today"), MORE)
def test_what_says_something_else_is_not(agreed: str, today: str) -> None:
    """However few letters it takes."""
    assert not is_spelling_only(agreed, today, NAMES)


def test_slips_are_counted() -> None:
    """Left out, put in, replaced, or changed places."""
    assert [slips(*pair) for pair in (("a", "a"), ("ab", "ba"), ("abc", "ac"), ("", "ab"))] == [
        0,
        1,
        1,
        2,
    ]


def test_a_difference_shows_what_is_around_it() -> None:
    """And leaves out the rest, so that one finds it."""
    many = " ".join("abcdefghijklmnop")
    shown = " ".join(in_words(difference(f"{many} old {many}", f"{many} new {many} end")))
    assert shown == "… k l m n o p [-old-] {+new+} a b c d e f … k l m n o p {+end+}"


def test_a_mention_is_shown_as_it_is_written() -> None:
    """And not as the characters that stand for it inside."""
    pieces = difference("one", f"{NAME_OPEN}sam{NAME_CLOSE}")
    assert " ".join(in_words(pieces)) == "[-one-] {+{sam}+}"
