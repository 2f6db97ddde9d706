"""What is looked for is first looked for quickly: where that finds nothing, there is nothing.

Whoever withdraws must be able to rely on it as on the slow look.
"""

from hypothesis import given, settings
from hypothesis import strategies as st

from byleave.gate.findings.cautions.words import COUNTS, NUMBERED, RELATIVES
from byleave.model.markdown import links
from byleave.model.markdown.code import without_code

WORDS = [
    *"the THE first ſecond thırd all both two Three 12 of us them my her Sam's fy ei".split(),
    *"people PEOPLE resıdents speaker person woman mother Siſter grandad ex-husband uncle".split(),
    *"ddau siaradwr cyntaf ohonom mam dad chwaer ill tri yr ail organisation x".split(),
]
GAPS = ["", "-", "_", ",", " ", " ", "  ", "\n", "\t", "\xa0", "\x1c", "\u2028"]
SPOKEN = st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from(GAPS)).map("".join))
LINKED = (
    "](|](<|[a]: |[b]:|<a href=|<img src='|<video\t|\"|`|>|)|\n|\n\n| |:|::|: |http|HTTPS|mailto|x|"
    "javascript|ftp|web+note|a-very-long-name-that-no-kind-has|1|.|//a.example"
).split("|")
QUICK = settings(max_examples=400, deadline=None, database=None)


@QUICK
@given(words=SPOKEN)
def test_a_quick_look_misses_no_caution(words: list[str]) -> None:
    """Whatever a pattern finds, the look before it says that it may be there."""
    text = "".join(words)
    for pattern in (*COUNTS.values(), *NUMBERED.values(), *RELATIVES.values()):
        if pattern.whole.search(text):
            assert pattern.may_be_in(text)


@QUICK
@given(pieces=st.lists(st.sampled_from(LINKED), max_size=20))
def test_a_quick_look_misses_no_other_kind_of_link(pieces: list[str]) -> None:
    """What the pattern finds in all texts is found, whatever stands at the colons."""
    text = "".join(pieces)
    found = links._SCHEME.finditer(without_code(text))
    slowly = [one.start(1) for one in found if one[1].lower() not in links.SCHEMES]
    assert list(links.of_other_kinds(text)) == slowly
