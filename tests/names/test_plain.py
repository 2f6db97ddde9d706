"""What counts as a name in plain words, and so binds an agreement that was made before others did.

It decides only among what is found: a word too much in it does no harm, a name too few is one that
was agreed to by nobody.
"""

import pytest

from byleave.model.names.plain import is_named_plainly

PLAIN = {
    "as it is": ("Sam Jones", "We met Sam Jones."),
    "in capitals": ("Sam Jones", "SAM JONES!"),
    "over two lines": ("Sam Jones", "Sam\nJones"),
    "half strong": ("Sam Jones", "**Sam** Jones"),
    "in emphasis": ("Sam", "_Sam_ came"),
    "a possessive": ("Sam", "Sam’s"),
    "another apostrophe": ("O'Brannoch", "O’Brannoch"),
    "a hyphen": ("Ann-Marie", "Ann‑Marie"),
    "an accent beside its letter": ("Zoë", "Zoe\u0308"),
    "without spaces": ("王小明", "昨天王小明来了。"),
}


@pytest.mark.parametrize(("name", "text"), PLAIN.values(), ids=PLAIN)
def test_plain_words_are_a_name(name: str, text: str) -> None:
    """In any letter case, whatever stands between or beside them."""
    assert is_named_plainly(name, text)


NOT_PLAIN = {
    "a part of a word": ("Sam", "Samaritans"),
    "without its accent": ("Zoë", "Zoe"),
    "joined": ("Sam Jones", "@samjones"),
    "apart": ("Sam Jones", "Sam and Jones"),
    "nothing": ("…", "…"),
}


@pytest.mark.parametrize(("name", "text"), NOT_PLAIN.values(), ids=NOT_PLAIN)
def test_other_forms_are_not(name: str, text: str) -> None:
    """They did not count before."""
    assert not is_named_plainly(name, text)
