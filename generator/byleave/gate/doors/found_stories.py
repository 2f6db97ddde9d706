"""What the site's own search may find: the stories as they would be without who refused it."""

from datetime import datetime

from byleave.gate.doors.publish import Publisher
from byleave.gate.rules.decision import Decision
from byleave.model.published import Story
from byleave.model.source import SourceTree


def found_stories(
    tree: SourceTree,
    decision: Decision,
    as_of: datetime,
    shown: tuple[Story, ...],
    *,
    rehearsing: bool = False,
) -> tuple[Story, ...]:
    """Of the stories `shown` what search may find: without whoever did not give that use.

    Nothing else of them is another than it is public, so most are the same values.
    """
    narrow = decision.for_search or decision
    if not tree.settings.search:
        return ()
    if narrow is decision and not rehearsing:
        return shown
    publisher = Publisher(narrow, as_of, tree.settings.language, rehearsing=False)
    sources = {source.path: source for source in tree.stories}
    apart = narrow.voices.keys() - (() if rehearsing else decision.voices.keys())

    def is_whole(story: Story) -> bool:
        path = story.path
        gone = frozenset() if rehearsing else decision.gone(path)
        # A report of an event that is not found is no report there.
        alone = narrow.stories.keys().isdisjoint((story.report_of, story.part_of))
        among = decision.facts[path].family.scope.isdisjoint(apart)
        return alone and among and narrow.gone(path) == gone

    return tuple(
        story if is_whole(story) else publisher.story(sources[story.path])
        for story in shown
        if story.path not in narrow.stories
    )
