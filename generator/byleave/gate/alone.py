"""Stories on which no other stands: what the rest of a site can see of their text."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from byleave.cache import Digest, digest, to_bytes
from byleave.gate.facts import Facts
from byleave.gate.verdict import Verdict, judge
from byleave.model.published import Block, PublishedSet
from byleave.model.settings import Settings
from byleave.model.source import SourceStory, SourceTree


def open_alone(verdict: Verdict) -> Iterator[tuple[str, Digest]]:
    """The paths of the stories that can be judged by themselves, with what `text_outline` gives.

    Nothing is withheld in any of them, nothing is said of any, and no other stands on them.
    """
    told_of = {finding.path for finding in verdict.report.findings}
    settings = verdict.tree.settings
    stood_upon = verdict.decision.families.children
    for story in verdict.tree.stories:
        path = story.path
        quiet = path in verdict.report.open and path not in told_of
        alone = path not in stood_upon and not story.needs
        if quiet and alone and not _counts_words(story, settings):
            yield path, text_outline(story, verdict.decision.facts[path])


@dataclass(frozen=True, slots=True, kw_only=True)
class Alone:
    """One story, judged by itself: what is published, and the outline of its text.

    `published` holds nothing of the group's but its settings.
    """

    published: PublishedSet
    outline: Digest

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The body."""
        return self.published.stories[0].blocks


def judged_alone(story: SourceStory, settings: Settings, as_of: datetime) -> Alone | None:
    """`story` as the gate lets it through at `as_of`, or None where there is more to it.

    It needs no other, and its links and media are left aside: with the outline that it had among
    all stories, they are what they were.
    """
    # These two only lead to other stories.
    front = replace(story.front, report_of=None, part_of=None)
    story = replace(story, front=front)
    tree = SourceTree(
        settings=settings,
        stories=(story,),
        faulty=(),
        themes=(),
        pages=(),
        group_media={},
        root_files=(),
    )
    verdict = judge(tree, as_of, rehearsing=False)
    found = dict(open_alone(verdict))
    if story.path not in found:
        return None
    return Alone(published=verdict.published, outline=found[story.path])


def text_outline(story: SourceStory, facts: Facts) -> Digest:
    """What can be seen of the text of `story` elsewhere: by and about whom, and which links.

    Where this is what it was, and what stands above the text too, an edit of the text can show on
    the story's own page alone (see `gate.outline`).
    """
    blocks = [(one.by, one.about) for one in story.blocks]
    links = [(one.destination, one.text, one.block) for one in story.links]
    named = [sorted(keys) for keys in (*facts.blocks, facts.open)]
    return digest("text", to_bytes((blocks, links, named)))


def _counts_words(story: SourceStory, settings: Settings) -> bool:
    """Whether the words themselves were agreed, so that an edit of them may withhold."""
    consents = [voice.consent for voice in (story.front.voices or {}).values()]
    return settings.permission.words == "required" or any(
        consent is not None and consent.words is not None for consent in consents
    )
