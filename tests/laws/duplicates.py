"""Rule 1: which story has the words of another file, so that who has left one has left both."""

import json
import re

from tests.laws.faults import has_error
from tests.laws.kin import Kin
from tests.laws.model import Fault, Story


def has_the_words_of(kin: Kin, story: Story, other: Story) -> bool:
    """Whether a story is mostly the same text as another, for which no other day is named."""
    mine, theirs = _lines(story), _lines(other)
    same = mine & theirs
    longer = len(mine)
    if not has_error(kin, other):
        if _starts(story) != _starts(other):
            return False
        longer = max(longer, len(theirs))
    known_by = any(line.count(" ") >= 7 for line in same) or same & {_plainly(story.title or "")}
    return bool(same and known_by) and len(same) >= longer / 2


def _lines(story: Story) -> set[str]:
    title = "" if story.fault is Fault.NO_TITLE else story.title or ""
    texts = "\n".join((title, *(part.text for part in story.body)))
    return {_plainly(line) for line in texts.splitlines()} - {""}


def _plainly(line: str) -> str:
    """The words of a line, without what an encoding loses; those of other scripts whole."""
    words = re.split("[^a-z0-9]+", line.casefold())
    return " ".join(filter(None, words)) or " ".join(re.split(r"\W+", line.casefold())).strip()


def _starts(story: Story) -> str:
    return json.loads(dict(story.event.facts).get("starts", '""')) if story.event else ""
