"""What each page may be used for: as far as everybody on it, and in what it has to list, allows."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from byleave.model.published import StoryHead
from byleave.model.said import said_in
from byleave.relate.index.common_uses import PAGE_USES, SHOWN_USES, Uses, common_uses, listed_uses
from byleave.relate.index.groups import RelatedStories, family, replied_to
from byleave.relate.index.naming import event_names


def line_uses(story: StoryHead) -> Uses:
    """The uses of a story's line in lists.

    What an event says of its form, place and access stands in lists, too. Feeds and calendars
    leave such words out where they name somebody, and so keep the line.
    """
    uses = listed_uses(story)
    words = "\n".join(said.text for said in said_in(story.event, "event") if said.part.lists)
    if words:
        for voice in story.voices:
            lacking = SHOWN_USES - voice.uses
            if lacking and event_names(story, voice, words):
                uses -= lacking
    return uses


def page_uses(known: RelatedStories, lines: Mapping[str, Uses]) -> Mapping[str, Uses]:
    """The uses of each story's page, by the story's path.

    Sessions, reports and versions belong to a page, so that it gives way where one of them allows
    less. Responses do not: one that allows less than the page stands apart. Nor do neighbours and
    the like, of which a page shows only those that allow as much as it does.
    """
    return {
        path: uses_of_page(story, known, lines)
        for path, story in known.by_path.items()
        if not story.responds_to
    }


def uses_of_page(story: StoryHead, known: RelatedStories, lines: Mapping[str, Uses]) -> Uses:
    """The uses of the page of one story."""
    beside = (lines[one.path] for one in _beside(story, known))
    return common_uses(story.voices).intersection(*beside)


def _beside(story: StoryHead, known: RelatedStories) -> Iterable[StoryHead]:
    yield from known.sessions.get(story.path, ())
    yield from known.reports.get(story.path, ())
    yield from family(story, known)
    for path in (story.part_of, story.report_of):
        if found := known.by_path.get(path or ""):
            yield found


def standing_apart(known: RelatedStories, pages: Mapping[str, Uses]) -> frozenset[str]:
    """The paths of the responses that lack a use which their story's page has.

    So do replies to them, for a reply is not to be read without what it answers.
    """
    apart: set[str] = set()
    for path, responses in known.responses.items():
        needed = pages.get(path, frozenset()) & PAGE_USES
        for response in in_threads(responses, known):
            if replied_to(response, known) in apart or not needed <= common_uses(response.voices):
                apart.add(response.path)
    return frozenset(apart)


def in_threads(responses: Iterable[StoryHead], known: RelatedStories) -> Iterable[StoryHead]:
    """Responses as people read them: oldest first, and below each the replies to it.

    However deep a thread is, this needs no more of the stack. A reply to what is not among
    `responses` begins a thread of its own.
    """
    found = sorted(responses, key=lambda one: (one.date, one.path), reverse=True)
    paths = {response.path for response in found}
    replies: dict[str | None, list[StoryHead]] = defaultdict(list)
    for response in found:
        under = replied_to(response, known)
        replies[under if under in paths else None].append(response)
    waiting = replies[None]
    while waiting:
        response = waiting.pop()
        yield response
        waiting += replies[response.path]
