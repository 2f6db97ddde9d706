"""What the site's own search may find: the stories as they would be without who refused it."""

from datetime import datetime

from msgspec import Struct

from byleave.cache import Recollection
from byleave.gate.doors.publish import Publisher
from byleave.gate.rules.decision import Decision
from byleave.model.published import Story
from byleave.model.source import SourceTree


class ShownEvents(Struct, frozen=True, kw_only=True):
    """The paths of the events, if any, of which a story tells or is a session."""

    path: str
    events: tuple[str | None, str | None]


def shown_events(story: Story) -> ShownEvents:
    """The events that a story is shown with."""
    return ShownEvents(path=story.path, events=(story.report_of, story.part_of))


def found_stories(
    tree: SourceTree,
    decision: Decision,
    as_of: datetime,
    shown: tuple[Story, ...],
    known: Recollection,
    *,
    rehearsing: bool = False,
) -> tuple[Story, ...]:
    """Of the stories `shown` what search may find: without whoever did not give that use.

    Nothing else of them is another than it is public, so most are the same values. What is `known`
    of them already is not found out again.
    """
    narrow = decision.for_search or decision
    if not tree.settings.search:
        return ()
    if narrow is decision and not rehearsing:
        return shown
    events = known.each(shown_events, shown)
    unlike = known.once(unlike_shown, events, decision, narrow, rehearsing=rehearsing)
    if not unlike and not narrow.stories:
        return shown
    publisher = Publisher(narrow, as_of, tree.settings.language, rehearsing=False)
    sources = {source.path: source for source in tree.stories if source.path in unlike}
    return tuple(
        publisher.story(sources[story.path]) if story.path in unlike else story
        for story in shown
        if story.path not in narrow.stories
    )


def unlike_shown(
    shown: tuple[ShownEvents, ...], decision: Decision, narrow: Decision, *, rehearsing: bool
) -> frozenset[str]:
    """The paths of the stories `shown` of which search may find something else than is shown."""
    apart = narrow.voices.keys() - (() if rehearsing else decision.voices.keys())

    def is_whole(story: ShownEvents) -> bool:
        path = story.path
        gone = frozenset() if rehearsing else decision.gone(path)
        # A report of an event that is not found is no report there.
        alone = narrow.stories.keys().isdisjoint(story.events)
        among = decision.facts[path].family.scope.isdisjoint(apart)
        return alone and among and narrow.gone(path) == gone

    return frozenset(story.path for story in shown if not is_whole(story))
