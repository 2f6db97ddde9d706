"""Shown stories without what would make them parts, or reports, of themselves."""

from byleave.cache import Recollection
from byleave.gate.rules.circles import in_circles
from byleave.model.published import Story
from byleave.values import replace

# The path of a story, of what it is part, and of what it is a report.
_Places = tuple[str, str | None, str | None]


def without_circles(stories: tuple[Story, ...], known: Recollection) -> tuple[Story, ...]:
    """`stories`, of which none belongs to itself; most sites have no such."""
    parts, reports = known.once(_circled, known.each(_belonging, stories))
    if not (parts or reports):
        return stories
    return tuple(
        replace(
            story,
            part_of=None if story.path in parts else story.part_of,
            report_of=None if story.path in reports else story.report_of,
        )
        if story.path in parts or story.path in reports
        else story
        for story in stories
    )


def _belonging(story: Story) -> _Places:
    return story.path, story.part_of, story.report_of


def _circled(places: tuple[_Places, ...]) -> tuple[frozenset[str], frozenset[str]]:
    return (
        in_circles((path, whole) for path, whole, _ in places),
        in_circles((path, event) for path, _, event in places),
    )
