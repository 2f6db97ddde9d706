"""The links of published stories to other sites, and where they stand in their files."""

from collections.abc import Iterator

from msgspec import Struct

from byleave.gate.doors.judging import Verdict
from byleave.gate.shown_lines import shown_lines
from byleave.model.published import Story
from byleave.model.source import SourceStory
from byleave.positions import KeyPath, Position

_WEB = ("http://", "https://")


class LinkElsewhere(Struct, frozen=True, kw_only=True):
    """A link to another site, and where it stands in its file."""

    path: str
    at: Position
    to: str


def links_elsewhere(verdict: Verdict, allowed: str) -> Iterator[LinkElsewhere]:
    """Those that readers meet, but for stories that allow the advice of the code `allowed`."""
    shown = {story.path: story for story in verdict.published.stories}
    for story in verdict.tree.stories:
        if story.path in shown and allowed not in story.front.allow:
            yield from _in_text(story, verdict)
            for place, to in _of_event(shown[story.path]):
                if to.startswith(_WEB):
                    at = story.positions.at("event", *place)
                    yield LinkElsewhere(path=story.path, at=at, to=to)


def _in_text(story: SourceStory, verdict: Verdict) -> Iterator[LinkElsewhere]:
    lines = frozenset(shown_lines(verdict, story.path))
    for link in story.links:
        is_shown = link.kind == "elsewhere" and link.position.line in lines
        if is_shown and link.destination.startswith(_WEB):
            yield LinkElsewhere(path=story.path, at=link.position, to=link.destination)


def _of_event(story: Story) -> Iterator[tuple[KeyPath, str]]:
    event = story.event
    if event is not None:
        booking = event.booking.url if event.booking else None
        yield from ((("map",), event.map or ""), (("booking", "url"), booking or ""))
        yield ("join",), event.join or ""
