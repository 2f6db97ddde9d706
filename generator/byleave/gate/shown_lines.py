"""Where in its file each line stands that is shown of a text."""

from byleave.gate.doors.judging import Verdict
from byleave.model.published import FixedPage, Theme


def shown_lines(verdict: Verdict, path: str) -> tuple[int, ...]:
    """The line of the file at `path` of each line of its text that passed, in order."""
    gone = verdict.decision.gone(path)
    tree = verdict.tree
    own: tuple[FixedPage | Theme, ...] = (*tree.pages, *tree.themes)
    for text in own:
        if text.path == path:
            return tuple(_lines(text.body, text.line))
    stories = (story for story in tree.stories if story.path == path)
    return tuple(
        line
        for story in stories
        for number, block in enumerate(story.blocks)
        if number not in gone
        for line in _lines(block.text, block.line)
    )


def _lines(text: str, first: int) -> range:
    return range(first, first + text.count("\n") + (not text.endswith("\n")))
