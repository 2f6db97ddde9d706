"""The responses to a story: those on its page and those on a page of their own, in threads."""

from collections.abc import Iterable, Iterator
from functools import partial

from msgspec import Struct

from byleave.model.pieces import Place, Response
from byleave.model.published import Story
from byleave.model.site import ResponsesView
from byleave.relate.allowed import in_threads
from byleave.relate.bodies import story_body
from byleave.relate.index import Index, responses_address
from byleave.relate.items import person
from byleave.relate.kin import replied_to
from byleave.relate.planned import Planned
from byleave.relate.uses import authors, common_uses
from byleave.relate.versions import versions


class Split(Struct, frozen=True, kw_only=True):
    """The responses to one story; `apart` lack a use that the story's page has."""

    beside: tuple[Story, ...]
    apart: tuple[Story, ...]


def split(story: Story, known: Index) -> Split:
    """The responses to `story`, by where they stand."""
    found = known.responses.get(story.path, ())
    return Split(
        beside=tuple(one for one in found if one.path not in known.apart),
        apart=tuple(one for one in found if one.path in known.apart),
    )


def threads(responses: Iterable[Story], known: Index) -> Iterator[Response]:
    """Responses as people read them: oldest first, and below each the replies to it."""
    levels: dict[str, tuple[int, Story]] = {}
    for story in in_threads(responses, known):
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
            body=story_body(story, known),
            versions=tuple(versions(story, known)),
            answers=known.anchors[answers.path] if answers else "",
            answered=tuple(voice.name for voice in authors(answers)) if answers else (),
            withheld=story.withheld,
        )


def responses_page(story: Story, known: Index) -> Iterator[Planned]:
    """The page of the responses that stand apart, if there are any."""
    if apart := split(story, known).apart:
        voices = (voice for response in apart for voice in response.voices)
        uses = common_uses(voices) & known.line_uses[story.path]
        yield Planned(responses_address(story), partial(_responses, story, apart, known), uses)


def _responses(story: Story, apart: tuple[Story, ...], known: Index) -> ResponsesView:
    item = known.items[story.path]
    return ResponsesView(
        address=responses_address(story),
        title=item.title,
        language=story.language,
        source=story.path,
        story=Place(address=story.address, title=item.title, language=story.language),
        responses=tuple(threads(apart, known)),
    )
