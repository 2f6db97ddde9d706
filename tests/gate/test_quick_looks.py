"""What is looked for is first looked for quickly: where that finds nothing, there is nothing.

Whoever withdraws must be able to rely on it as on the slow look.
"""

from hypothesis import given, settings
from hypothesis import strategies as st

from byleave.gate.cautions.words import (
    COUNTS,
    MAY_COUNT,
    MAY_TELL_OF_RELATIVES,
    NUMBERED,
    RELATIVES,
)
from byleave.gate.names import letters, row

# Pieces that are easy to take for something else, and some that are not.
PIECES = [
    *"Sam|SAM|-|_|__|*|\\|'|’|“|—|…| |\n|\xa0|£|·|²|½|Ⅷ|é|e\u0301|\u0301|ŵ|İ|ı|ſ|\u212a".split("|"),
    *"ß|ﬁ|ǰ|ŉ|\u00ad|\u200b|小|明|ไ|م|\ue000|😀|¨|Σ|ς|ό|ΐ|\u0345|ａ|\u1100|\u1161|각|\x1c".split(
        "|"
    ),
]
WORDS = [
    *"the THE first ſecond thırd all both two Three 12 of us them my her Sam's fy ei".split(),
    *"people PEOPLE resıdents speaker person woman mother Siſter grandad ex-husband uncle".split(),
    *"ddau siaradwr cyntaf ohonom mam dad chwaer ill tri yr ail organisation x".split(),
]
GAPS = ["", "-", "_", ",", " ", " ", "  ", "\n", "\t", "\xa0", "\x1c", "\u2028"]
TEXTS = st.lists(st.sampled_from(PIECES) | st.characters(), max_size=12).map("".join)
SPOKEN = st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from(GAPS)).map("".join))
QUICK = settings(max_examples=400, deadline=None, database=None)


@QUICK
@given(text=TEXTS)
def test_the_letters_of_a_text_are_those_of_its_words(text: str) -> None:
    """A name in the words of a text has its letters in those of the text, or they are not asked."""
    found = letters(text)
    assert found in (None, row(text).replace(" ", "").replace("_", "").encode())


def test_the_letters_of_most_texts_are_known() -> None:
    """Or the quick look would be none: accents, curly marks and signs are nothing special."""
    assert letters("Siân’s café — £2, “tea”") == "siânscafé2tea".encode()


@QUICK
@given(words=SPOKEN)
def test_a_quick_look_misses_no_caution(words: list[str]) -> None:
    """Whatever a pattern finds, the look before it says that it may be there."""
    text = "".join(words)
    for language in ("en", "cy"):
        numbered = NUMBERED.get(language)
        if COUNTS[language].search(text) or (numbered and numbered.search(text)):
            assert MAY_COUNT[language](text)
        if RELATIVES[language].search(text):
            assert MAY_TELL_OF_RELATIVES[language](text)
