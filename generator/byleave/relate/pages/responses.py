"""The responses to a story: those on its page and those on a page of their own, in threads."""

from collections.abc import Iterable, Iterator
from functools import partial

from msgspec import Struct

from byleave.model.pieces import PageLink, Response
from byleave.model.published import StoryHead
from byleave.model.site import ResponsesView
from byleave.relate.index.common_uses import authors, common_uses
from byleave.relate.index.groups import replied_to
from byleave.relate.index.index import Index, responses_address
from byleave.relate.index.list_lines import person
from byleave.relate.index.page_uses import in_threads
from byleave.relate.page_plan import PlannedPage
from byleave.relate.pages.bodies import Texts, resolved, story_body
from byleave.relate.pages.versions import versions


class ResponsesByPage(Struct, frozen=True, kw_only=True):
    """The responses to one story; `apart` lack a use that the story's page has."""

    beside: tuple[StoryHead, ...]
    apart: tuple[StoryHead, ...]


def by_page(story: StoryHead, known: Index) -> ResponsesByPage:
    """The responses to `story`, by where they stand."""
    found = known.responses.get(story.path, ())
    return ResponsesByPage(
        beside=tuple(one for one in found if one.path not in known.apart),
        apart=tuple(one for one in found if one.path in known.apart),
    )


def threads(responses: Iterable[StoryHead], known: Index, texts: Texts) -> Iterator[Response]:
    """Responses as people read them: oldest first, and below each the replies to it."""
    levels: dict[str, tuple[int, StoryHead]] = {}
    for story in in_threads(responses, known):
        text = texts[story.path]
        level, answers = levels.get(replied_to(story, known) or "", (0, None))
        levels[story.path] = level + 1, story
        yield Response(
            anchor=known.anchors[story.path],
            level=level + 1,
            date=story.date,
            title=known.items[story.path].title,
            authors=tuple(map(person, authors(story))),
            posted_by=story.names.get(story.posted_by or "", ""),
            language=story.language,
            body=story_body(text, resolved(text.links, known)),
            versions=tuple(versions(story, known)),
            answers=known.anchors[answers.path] if answers else "",
            answered=tuple(voice.name for voice in authors(answers)) if answers else (),
            withheld=story.withheld,
        )


def responses_page(story: StoryHead, known: Index, texts: Texts) -> Iterator[PlannedPage]:
    """The page of the responses that stand apart, if there are any."""
    if apart := by_page(story, known).apart:
        voices = (voice for response in apart for voice in response.voices)
        uses = common_uses(voices) & known.line_uses[story.path]
        yield PlannedPage(
            responses_address(story), partial(_responses, story, apart, known, texts), uses
        )


def _responses(
    story: StoryHead, apart: tuple[StoryHead, ...], known: Index, texts: Texts
) -> ResponsesView:
    item = known.items[story.path]
    return ResponsesView(
        address=responses_address(story),
        title=item.title,
        language=story.language,
        source=story.path,
        story=PageLink(address=story.address, title=item.title, language=story.language),
        responses=tuple(threads(apart, known, texts)),
    )
