"""Many names are found as each of them is: what is passed over cannot stand in the text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from byleave.model.names import Names, SearchableText
from tests.generated import examples

SYLLABLES = st.sampled_from([*"an na Li O’ é ß - 山 田 سا 1 B".split(), " "])
NAME = st.lists(SYLLABLES, min_size=1, max_size=6).map("".join)


@pytest.mark.slow
@settings(max_examples=examples(200), deadline=None)
@given(
    st.lists(NAME, min_size=25, max_size=40, unique=True),
    st.lists(st.one_of(NAME, st.sampled_from(["*", "<b>", "&amp;", "_", "/an-na/"])), max_size=5),
)
def test_names_are_found_together_as_they_are_alone(names: list[str], text: list[str]) -> None:
    """However short or alike, and in whatever script."""
    together = Names(dict(enumerate(names)))
    said = " ".join(text)
    alone = {number for number, name in enumerate(names) if SearchableText(said).names(name)}
    assert together.within(SearchableText(said)) == alone
