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

WORDS = [
    *"the THE first ſecond thırd all both two Three 12 of us them my her Sam's fy ei".split(),
    *"people PEOPLE resıdents speaker person woman mother Siſter grandad ex-husband uncle".split(),
    *"ddau siaradwr cyntaf ohonom mam dad chwaer ill tri yr ail organisation x".split(),
]
GAPS = ["", "-", "_", ",", " ", " ", "  ", "\n", "\t", "\xa0", "\x1c", "\u2028"]
SPOKEN = st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from(GAPS)).map("".join))
QUICK = settings(max_examples=400, deadline=None, database=None)


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
