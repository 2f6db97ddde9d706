"""What the voices of a story, together, allow to be done with it."""

from collections.abc import Iterable

from byleave.model.published import StoryHead, Voice
from byleave.model.terms import Use
from byleave.model.uses import USE_KINDS, USES

Uses = frozenset[Use]

ALL_USES: Uses = frozenset(USES)
# What a page as a whole is used for.
PAGE_USES: Uses = frozenset(kind.name for kind in USE_KINDS if kind.of_page)
# What must have been allowed of everything that a page shows, lists on it too.
SHOWN_USES: Uses = frozenset(kind.name for kind in USE_KINDS if kind.of_lists)


def common_uses(voices: Iterable[Voice]) -> Uses:
    """The uses that every one of `voices` gave; all of them where there is no voice."""
    uses = ALL_USES
    for voice in voices:
        uses &= voice.uses
    return uses


def authors(story: StoryHead) -> tuple[Voice, ...]:
    """The voices whose text stands outside passages."""
    return tuple(voice for voice in story.voices if voice.id in story.authors)


def listed_uses(story: StoryHead) -> Uses:
    """The uses of a story's line in a list: its authors', and those of whom its words name."""
    named = tuple(voice for voice in story.voices if voice.id in story.named)
    return common_uses((*authors(story), *named))
