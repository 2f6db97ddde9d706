"""The first door's whole set, and the order in which readers meet stories."""

from datetime import datetime

from byleave.cache import Recollection
from byleave.gate.doors import group_texts
from byleave.gate.doors.belonging import without_circles
from byleave.gate.doors.found_stories import found_stories
from byleave.gate.doors.publish import Publisher
from byleave.gate.findings.shown_advice import Exceptions, standing_exceptions
from byleave.gate.remembered import manner_of
from byleave.gate.rules.decision import Decision
from byleave.model.published import PublishedSet, Story
from byleave.model.source import SourceStory, SourceTree
from byleave.values import replace


def published_set(
    tree: SourceTree,
    decision: Decision,
    as_of: datetime,
    known: Recollection | None = None,
    standing: Exceptions | None = None,
) -> PublishedSet:
    """What of `tree` may be public by `decision`, which was made for the naive moment `as_of`.

    What is `known` of it already is not made again, and neither are the exceptions `standing`.
    """
    known = known or Recollection()
    if standing is None:
        manner = known.once(manner_of, tree.settings, tree.words, tree.glossary)
        standing = standing_exceptions(tree, decision, as_of, manner)
    publisher = known.once(Publisher, decision, as_of, tree.settings.language, rehearsing=False)
    stories = tuple(story for story in tree.stories if story.path not in decision.stories)
    group = replace(tree, stories=())
    every = without_circles(known.each(shown_story, stories, publisher), known)
    shown = in_story_order(tuple(_with_reasons(story, standing) for story in every), known)
    return PublishedSet(
        settings=known.once(group_texts.settings, group, decision),
        navigation=known.once(group_texts.navigation, group, decision),
        stories=shown,
        themes=known.once(group_texts.themes, group, decision),
        pages=known.once(group_texts.pages, group, decision),
        group_media=known.once(group_texts.group_media, group, decision),
        root_files=known.once(group_texts.root_files, group, decision),
        look=tree.look,
        glossary=tree.glossary,
        found=found_stories(tree, decision, as_of, shown, known),
    )


def in_story_order(stories: tuple[Story, ...], known: Recollection) -> tuple[Story, ...]:
    """Newest first; stories of one day by path, so that no order of files shows."""
    order = known.once(_order, known.each(_place_in_order, stories))
    return tuple(map(stories.__getitem__, order))


def shown_story(source: SourceStory, publisher: Publisher) -> Story:
    """What `publisher` shows of `source`."""
    return publisher.story(source)


def _with_reasons(story: Story, standing: Exceptions) -> Story:
    """`story` with those of its reasons alone that allow something on its page."""
    allow = standing.get(story.path, {})
    return story if story.allow == allow else replace(story, allow=allow)


def _place_in_order(story: Story) -> tuple[int, str]:
    return -story.date.toordinal(), story.path


def _order(places: tuple[tuple[int, str], ...]) -> tuple[int, ...]:
    return tuple(sorted(range(len(places)), key=places.__getitem__))
