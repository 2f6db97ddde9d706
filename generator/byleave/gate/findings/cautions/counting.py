"""Words that count people: when one of them leaves, the number tells that somebody was there."""

import re
from collections.abc import Iterator, Set

from byleave.diagnostics import Diagnostic, warnings_on
from byleave.gate.findings.cautions.texts import StoryRuns, lines_of
from byleave.gate.findings.cautions.words import COUNTS, NUMBERED, value_of
from byleave.text_in_files.prefilter import QuickPattern


def counting(story: StoryRuns) -> Iterator[Diagnostic]:
    """A warning where a story counts people and at least one of its voices may leave alone."""
    found = (COUNTS.get(story.language), NUMBERED.get(story.language))
    patterns = [one for one in found if one and one.may_be_in(story.text)]
    if not story.leaving or not patterns:
        return
    sizes = {len(story.voices), len(story.leaving)} - {1}
    lines = [
        line
        for run in story.runs
        for pattern in patterns
        for line in lines_of(run, _telling(pattern, run.text, sizes))
    ]
    said = "this counts or numbers people, and would still do so when one of them has left"
    do = "say it without a number, such as “the residents” or “another speaker”"
    yield from warnings_on(story.path, "counts-people", said, do, lines)


def _telling(pattern: QuickPattern, text: str, sizes: Set[int]) -> Iterator[re.Match[str]]:
    """What tells how many there are; a number without an article, where it is one of `sizes`."""
    found = pattern.found_in(text)
    counts = pattern not in NUMBERED.values()
    return (one for one in found if counts or value_of(one[1]) in sizes)
