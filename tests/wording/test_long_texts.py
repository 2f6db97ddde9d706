"""Advice on a text without an end of one thing: it takes no longer and longer the more there is."""

import pytest

from byleave.model.quotations import MOST_LETTERS, sentences
from byleave.relate.search.words import _read
from byleave.wording.initials import MOST
from tests.wording.reading import told

OF_THREE = [f"{a}{b}{c}" for a in "BCDF" for b in "BCDFGHJKLMNPQRST" for c in "BCDFGHJKLMNPQRST"]
# Each begins with what has an editor told of it, so that the whole of it is read.
TEXTS = {
    "full stops": f"{'.' * 200_000} {'word ' * 60}",
    "gaps": f"ABX\n\n{' ' * 200_000}\n\na",
    "headings": "ABX\n\n" + "# a\n" * 50_000,
    "one of the initials": f"OFX x {'ABX a ' * 33_000}",
    "many initials": " a ".join(OF_THREE) + " a" * 100_000,
    "small words": f"OFX {'of ' * 66_000}",
    "capitals": "ABX a " + "A'" * 100_000,
    "rules": f"ABX | a\n{'-|' * 100_000}x",
    "empty cells": f"ABX {'| |' * 66_000}",
    "a language": f"ABX <a {'lang=' * 40_000}",
    "words about people": "hard-to-reach people.\n" * 9_000,
}


@pytest.mark.slow
@pytest.mark.parametrize("engine", ["commonmark", "python-markdown"])
@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_each_text_is_read_to_its_end(text: str, engine: str) -> None:
    """Each of these took minutes, or ended the whole build."""
    assert len(told(text, engine=engine)) <= 3
    assert len(sentences(text, MOST_LETTERS)) <= MOST_LETTERS


def test_of_very_many_initials_some_are_told() -> None:
    """Nobody reads advice on more of them; each is looked up in the whole text."""
    (found,) = told("\n\n".join(f"{one} x" for one in OF_THREE))
    assert found.code == "initials"
    assert len(found.lines) == MOST


@pytest.mark.slow
@pytest.mark.parametrize("piece", ["![", "![](", "[a](", "[a][", "a", "a@", "[a\n"])
def test_search_reads_a_text_of_one_thing(piece: str) -> None:
    """Where something is never closed, no beginning of it is followed to the end."""
    assert "last" in _read(f"[a]: b@c\n{piece * (200_000 // len(piece))} last")
