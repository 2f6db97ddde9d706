"""Law 7 for all that Markdown can be, by its specifications."""

from pathlib import Path

import pytest

from byleave.render.prose import EngineName
from tests.prose.making import every_engine
from tests.silence.built import vanished
from tests.silence.specifications import commonmark, github

pytestmark = pytest.mark.slow

SPECIFICATIONS = {"commonmark": (commonmark, 652), "github": (github, 670)}
# Destinations in angle brackets that Python-Markdown reads in a way of its own, and a link that has
# no words: nobody writes these.
READ_OTHERWISE = {
    ("commonmark", "python-markdown"): {"491", "493", "494", "551"},
    ("github", "python-markdown"): {"501", "503", "504", "560"},
}


@every_engine
@pytest.mark.parametrize("name", SPECIFICATIONS)
def test_no_word_of_an_example_vanishes_in_silence(
    tmp_path: Path, name: str, engine: EngineName
) -> None:
    """Each word of each example is on its page, in its order, or a finding names its line."""
    examples, at_least = SPECIFICATIONS[name]
    found = examples()
    assert len(found) >= at_least
    numbers = [one for one in found if one not in READ_OTHERWISE.get((name, engine), ())]
    lost = vanished(tmp_path, [found[one] for one in numbers], engine)
    assert {numbers[place]: words for place, words in lost.items()} == {}
