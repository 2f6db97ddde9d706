"""A quick look at the letters of a text misses no name: where they are not, the name is not.

Whoever withdraws must be able to rely on it as on the slow look.
"""

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from byleave.model.names import SearchableText
from byleave.model.names.words import as_latin, letters, rows
from tests.generated import examples

# Pieces that are easy to take for something else, and some that are not.
PIECES = [
    *"Sam|SAM|-|_|__|*|\\|'|’|“|—|…| |\n|\xa0|£|·|²|½|Ⅷ|é|e\u0301|\u0301|ŵ|İ|ı|ſ|\u212a".split("|"),
    *"ß|ﬁ|ǰ|ŉ|\u00ad|\u200b|小|明|ไ|م|\ue000|😀|¨|Σ|ς|ό|ΐ|\u0345|ａ|\u1100|\u1161|각|\x1c".split(
        "|"
    ),
]
TEXTS = st.lists(st.sampled_from(PIECES) | st.characters(), max_size=12).map("".join)


@settings(max_examples=examples(400))
@given(text=TEXTS)
def test_the_letters_of_a_text_are_those_of_its_words(text: str) -> None:
    """A name in the words of a text has its letters in those of the text."""
    of_rows = {as_latin(one.replace(" ", "").replace("|", "")).encode() for one in rows(text)}
    assert of_rows <= {*letters(text)}


@settings(max_examples=examples(400))
@given(text=TEXTS)
def test_a_text_with_its_accents_has_no_other_words(text: str) -> None:
    """Where a name without accents stands in it, the name stands in it without accents too."""
    plain = {word for one in rows(text) for word in one.split()}
    kept = {word for one in rows(text, accents=True) for word in one.split()}
    assert {word for word in kept if word.isascii()} <= plain


PLAIN = TEXTS.map(lambda text: "".join(sign for sign in text if sign not in "<>&%[]:~`"))


@pytest.mark.slow
@settings(max_examples=examples(400))
@given(name=PLAIN, before=PLAIN, after=PLAIN)
def test_a_name_by_itself_is_found(name: str, before: str, after: str) -> None:
    """Whatever signs it is made of, and whatever stands around it with a gap between."""
    assume(any(row.strip() for row in rows(name)))
    assert SearchableText(f"{before} {name} {after}").names(name)


def test_the_letters_of_most_texts_are_known() -> None:
    """Accents, curly marks and signs are nothing special."""
    assert letters("Siân’s café — £2, “tea”") == (b"sianscafe2tea",)
