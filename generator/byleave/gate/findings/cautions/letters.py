"""Letters of front matter that a program lost, where readers meet them."""

from collections.abc import Iterator

from byleave.diagnostics import Diagnostic, warnings_on
from byleave.gate.findings.cautions.texts import StoryRuns
from byleave.model.markdown.lost_letters import LOST_DO, LOST_SAID, LOST_SIGNS, lost_letters


def letters(story: StoryRuns) -> Iterator[Diagnostic]:
    """One warning for all lines of front matter; those of the body are told with its markup."""
    if story.text.isascii() or not any(map(story.text.__contains__, LOST_SIGNS)):
        return
    lines = (
        run.positions.at(*run.place).line
        for run in story.runs
        if run.place and next(lost_letters(run.text), None) is not None
    )
    yield from warnings_on(story.path, "letter-lost", LOST_SAID, LOST_DO, lines)
