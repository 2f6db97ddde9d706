"""The group's own words within a sentence of ours."""

import pytest

from byleave.render.sentences import in_sentence


@pytest.mark.parametrize(
    ("words", "language", "within"),
    [
        ("The story table", "en-GB", "the story table"),
        ("Our office", "en", "our office"),
        ("Moira at the story table", "en-GB", "Moira at the story table"),
        ("Theo", "en-GB", "Theo"),
        ("A Better Way", "en-GB", "A Better Way"),
        ("The Hague", "nl", "The Hague"),
    ],
)
def test_a_capital_stands_where_a_sentence_begins(words: str, language: str, within: str) -> None:
    """“Tell The story table” looks like a mistake; a name keeps its own."""
    assert in_sentence(words, language) == within
