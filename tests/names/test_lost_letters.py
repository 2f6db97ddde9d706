"""Law 8: a name of which letters are lost may stand wherever what is left of it does."""

import pytest

from byleave.model.names import LOST, SearchableText, with_letters_replaced, with_losses
from tests.laws.losing import may_hold


def told(name: str, text: str) -> tuple[bool, bool]:
    """Whether a text has a name as a file in Windows-1252 keeps it; by the program, by the laws."""
    kept = name.encode("cp1252", "replace").decode("cp1252")
    rough = with_losses(with_letters_replaced(kept))
    return LOST in rough and SearchableText(text).names(rough), may_hold(text, name)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Siân", "what Siân said"),
        ("Siân", "Sian’s garden"),
        ("Siân", "see @Siân"),
        ("Łukasz", "ŁUKASZ said"),
        ("Łukasz", "Lukasz said"),
        ("Ælfgifu", "what Aelfgifu said"),
        ("Quillon Żuk", "the garden of Quillon *Żuk*"),
        ("Quillon Żuk", "quillonżuk@lea.example.org"),
        ("Brid O’Ńeel", "Brid O'Ńeel"),
        ("Зоя", "о Зоя"),
        ("Зоя", "ЗОИ"),
        ("Tom – Anna Łukasz", "Tom and Anna Łukasz"),
        ("Robin Зоя", "what Robin Зоя said"),
    ],
)
def test_what_is_left_of_a_name_is_found(name: str, text: str) -> None:
    """Whatever letters stand in the gaps, with or without their accents."""
    assert told(name, text) == (True, True)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Siân", "Simeon said"),
        ("Siân", "what Si had done"),
        ("Quillon Żuk", "Quillon said"),
        ("Зоя", "what Zoe said"),
        ("Зоя", "how the garden began"),
        ("Robin Зоя", "о Зоя"),
        ("Éa", "a garden"),
        ("Quillon", "what Quillon said"),
    ],
)
def test_of_other_words_nothing_is_known(name: str, text: str) -> None:
    """A fault withholds its own story: what tells of nobody in it stays.

    Where no letter is lost, names are found as everywhere.
    """
    assert told(name, text) == (False, False)


def test_many_losses_take_no_longer() -> None:
    """A file of question marks is an accident, or an attack."""
    rough = with_losses(" ".join(["a?a?a?a?a"] * 200))
    assert not SearchableText("a" * 1000 + " b").names(rough)
