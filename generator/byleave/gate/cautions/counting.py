"""Words that count people: when one of them leaves, the number tells that somebody was there."""

import re
from collections.abc import Iterator

from byleave.diagnostics import Diagnostic, on_lines, warning
from byleave.gate.cautions.texts import Run, Told, lines_of
from byleave.gate.cautions.words import COUNTS, MAY_COUNT, NUMBERED, value_of


def counting(story: Told) -> Iterator[Diagnostic]:
    """A warning where a story counts people and at least one of its voices may leave alone."""
    counts = COUNTS.get(story.language)
    if not story.leaving or counts is None or not MAY_COUNT[story.language](story.text):
        return
    lines = [line for run in story.runs for line in _lines(run, story, counts)]
    if where := on_lines(lines):
        said = "this counts or numbers people, and would still do so when one of them has left"
        do = "say it without a number, such as “the residents” or “another speaker”"
        yield warning(story.path, "counts-people", said + where[1], do, where[0])


def _lines(run: Run, story: Told, counts: re.Pattern[str]) -> Iterator[int]:
    if not MAY_COUNT[story.language](run.text):
        return
    yield from lines_of(run, counts.finditer(run.text))
    numbered = NUMBERED.get(story.language)
    if numbered is not None:
        sizes = {len(story.voices), len(story.leaving)} - {1}
        found = (one for one in numbered.finditer(run.text) if value_of(one[1]) in sizes)
        yield from lines_of(run, found)
