"""Law 7 for Markdown full of HTML, as people paste it."""

from pathlib import Path

import pytest

from byleave.diagnostics import warning
from byleave.positions import Position
from byleave.render.prose import EngineName
from tests.prose.making import every_engine
from tests.silence.built import vanished
from tests.silence.generated import Writer
from tests.silence.lost import lost

# The first of all, and every one in which words were lost when it was first tried.
SEEDS = (
    *range(300),
    *(371, 429, 451, 453, 520, 590, 605, 620, 667, 731, 765, 784, 857, 858, 883, 900, 952, 959),
    *(997, 1018, 1029, 1046, 1068, 1074, 1087, 1092, 1146, 1161, 1195, 1208, 1235, 1246, 1288),
    *(1353, 1431, 1444, 1465, 1684, 1687, 1822, 1888, 2018, 2513, 2528, 2777, 2978, 3029, 3079),
    *(3328, 3435, 3454, 3587, 3696, 3720, 7320),
    *(8676, 8842, 10612, 11428, 11463, 12093, 18016, 18351),
)


@pytest.mark.slow
@every_engine
def test_no_word_that_somebody_wrote_vanishes_in_silence(
    tmp_path: Path, engine: EngineName
) -> None:
    """Each word of each text is on its page, in its order, or a finding names its line."""
    found = vanished(tmp_path, [Writer(seed).text() for seed in SEEDS], engine)
    assert {SEEDS[place]: words for place, words in found.items()} == {}


LOSING = {
    "a tag": ("Words <surname> more.", "<p>Words more.</p>", "1: surname"),
    "a line": ("One.\n\n## Two\n", "<p>One.</p>", "3: two"),
    "an order": ("One two", "<p>two One</p>", "1: two"),
    "a number": ("2. one\n4. two\n", "<ol start=2><li>one<li>two</ol>", "2: 4"),
    "an address": ("[one](https://two.example)", "<p>one</p>", "1: https"),
    "what is for readers of a tag": ("<i title=one>two</i>", "<p><i>two</i></p>", "1: one"),
}


@pytest.mark.parametrize(("source", "page", "word"), LOSING.values(), ids=LOSING)
def test_the_law_can_fail(source: str, page: str, word: str) -> None:
    """Where a page loses a word, and nothing is said, it is noticed; where it is said, not."""
    whole = f"<div class='prose'>{page}</div>"
    assert word in lost(source, whole, (), 10)
    line = int(word.partition(":")[0]) + 9
    told = warning("stories/a.md", "any", f"gone (line {line})", "-", Position(line=1, column=1))
    assert word not in lost(source, whole, [told], 10)
