"""Families in which nothing is withheld, judged by themselves: what others see of their texts."""

from collections.abc import Iterator, Mapping
from datetime import datetime

from msgspec import Struct

from byleave.cache import Digest, digest, to_bytes
from byleave.gate.facts import Facts
from byleave.gate.families import Families
from byleave.gate.verdict import Verdict, judge
from byleave.model.published import Block, PublishedSet
from byleave.model.settings import Settings
from byleave.model.source import SourceStory, SourceTree
from byleave.values import replace


class OpenStory(Struct, frozen=True, kw_only=True):
    """A story of a family in which nothing is withheld and of which nothing is to be said.

    `family` are the paths of all stories that it stands on or that stand on it, its own too;
    `outline` is what `text_outline` gives.
    """

    path: str
    family: tuple[str, ...]
    outline: Digest


def open_stories(verdict: Verdict) -> Iterator[OpenStory]:
    """The stories that can be judged with their families alone."""
    told_of = {finding.path for finding in verdict.report.findings}
    stories = {story.path: story for story in verdict.tree.stories}
    settings, facts = verdict.tree.settings, verdict.decision.facts
    for family in _whole_families(stories, verdict.decision.families):
        quiet = all(path in verdict.report.open and path not in told_of for path in family)
        if quiet and not any(_counts_words(stories[path], settings) for path in family):
            for path in family:
                outline = text_outline(stories[path], facts[path])
                yield OpenStory(path=path, family=family, outline=outline)


class Together(Struct, frozen=True, kw_only=True):
    """A family that was judged by itself: what is published of it, and the outlines of its texts.

    `published` holds nothing of the group's but its settings.
    """

    published: PublishedSet
    outlines: Mapping[str, Digest]

    @property
    def blocks(self) -> Mapping[str, tuple[Block, ...]]:
        """The bodies, by path."""
        return {story.path: story.blocks for story in self.published.stories}


def judged_together(
    stories: tuple[SourceStory, ...], settings: Settings, as_of: datetime
) -> Together | None:
    """A whole family as the gate lets it through at `as_of`, or None where there is more to it.

    Links and media are left aside: with the outlines that the stories had among all others, these
    are what they were.
    """
    tree = SourceTree(
        settings=settings,
        # These two only lead to other stories.
        stories=tuple(
            replace(story, front=replace(story.front, report_of=None, part_of=None))
            for story in stories
        ),
        faulty=(),
        themes=(),
        pages=(),
        group_media={},
        root_files=(),
    )
    verdict = judge(tree, as_of, rehearsing=False)
    outlines = {story.path: story.outline for story in open_stories(verdict)}
    if len(outlines) < len(stories):
        return None
    return Together(published=verdict.published, outlines=outlines)


def text_outline(story: SourceStory, facts: Facts) -> Digest:
    """What can be seen of the text of `story` elsewhere: by and about whom, and which links.

    Where this is what it was, and what stands above the text too, an edit of the text can show
    nowhere but where the text itself is.
    """
    blocks = [(one.by, one.about) for one in story.blocks]
    links = [(one.destination, one.text, one.block) for one in story.links]
    named = [sorted(keys) for keys in (*facts.blocks, facts.open)]
    return digest("text", to_bytes((blocks, links, named)))


def _whole_families(
    stories: Mapping[str, SourceStory], known: Families
) -> Iterator[tuple[str, ...]]:
    """The paths of stories that stand on each other, however far; each family once."""
    seen: set[str] = set()
    for path in stories:
        if path in seen:
            continue
        found, waiting = {path}, [path]
        while waiting:
            here = waiting.pop()
            near = {*known.children.get(here, ()), *stories[here].needs} & stories.keys()
            waiting += near - found
            found |= near
        seen |= found
        yield tuple(sorted(found))


def _counts_words(story: SourceStory, settings: Settings) -> bool:
    """Whether the words themselves were agreed, so that an edit of them may withhold."""
    consents = [voice.consent for voice in (story.front.voices or {}).values()]
    return settings.permission.words == "required" or any(
        consent is not None and consent.words is not None for consent in consents
    )
