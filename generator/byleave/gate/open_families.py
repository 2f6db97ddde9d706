"""Of which files builds may remember what they say: of stories in whose families all is public."""

from collections.abc import Collection, Iterator, Mapping

from byleave.gate.doors.judging import Verdict
from byleave.gate.rules.decision import Decision
from byleave.gate.rules.linked_stories import LinkedStories
from byleave.gate.rules.outlines import within_site
from byleave.model.source import SourceStory

_COMMENT = "<!--"


def files_that_may_stay(verdict: Verdict, apart: Collection[str]) -> frozenset[str]:
    """The paths of files of which what was found out may stay on the disk.

    Of the group's own these are the published ones: nobody who is withheld is in them. Of stories
    they are those of open families; `apart` is as there.
    """
    published = verdict.published
    media = (file.source for file in published.group_media.values())
    at_top = (file.source for file in published.root_files)
    return open_families(verdict, apart).union(media, at_top)


def open_families(verdict: Verdict, apart: Collection[str]) -> frozenset[str]:
    """The paths of the published stories in whose families nothing is withheld.

    A family are all stories that stand on each other, however far. None of it is `apart`, as those
    are that lead to nothing; none leads to what is withheld, in whole or in part; none has a file
    of which nobody knows who is in it; and none has a comment, which is not published.
    """
    decision = verdict.decision
    stories = {story.path: story for story in verdict.tree.stories}
    whole = verdict.report.open
    quiet = {
        path
        for path in whole.difference(apart)
        if whole.issuperset(_leads_to(stories[path], decision.linked))
        and not _shows_hidden(stories[path], decision)
        and not any(_COMMENT in block.text for block in stories[path].blocks)
    }
    found: set[str] = set()
    for family in _whole_families(stories, decision.families.children):
        if quiet.issuperset(family):
            found |= family
    return frozenset(found)


def _leads_to(story: SourceStory, linked: LinkedStories) -> Iterator[str]:
    """The paths of all stories to which anything in `story` leads."""
    for link in filter(within_site, story.links):
        yield from linked.of(link)
    for pointer in story.pointers:
        yield from linked.of(pointer)
    yield from (path for path in (story.front.report_of, story.front.part_of) if path)


def _shows_hidden(story: SourceStory, decision: Decision) -> bool:
    if not all(media.is_known for media in story.front.media.values()):
        return True
    return bool(decision.files) and any(one.target in decision.files for one in story.links)


def _whole_families(
    stories: Mapping[str, SourceStory], children: Mapping[str, tuple[str, ...]]
) -> Iterator[frozenset[str]]:
    """The paths of stories that stand on each other, however far; each family once."""
    seen: set[str] = set()
    for path in stories:
        if path in seen:
            continue
        found, waiting = {path}, [path]
        while waiting:
            here = waiting.pop()
            near = {*children.get(here, ()), *stories[here].needs} & stories.keys()
            waiting += near - found
            found |= near
        seen |= found
        yield frozenset(found)
