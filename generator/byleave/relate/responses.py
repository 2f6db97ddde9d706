"""The responses to a story: which stand on its page, which on a page of their own, in threads."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from byleave.model.published import Story, Voice
from byleave.model.site import Response, ResponsesView
from byleave.relate.bodies import anchor, story_body
from byleave.relate.index import Index, place, shown
from byleave.relate.items import person
from byleave.relate.uses import PAGE_USES, authors, common_uses


@dataclass(frozen=True, slots=True, kw_only=True)
class Split:
    """The responses to one story; `apart` lack a use that the story's page has."""

    beside: tuple[Response, ...]
    apart: tuple[Response, ...]
    voices_beside: tuple[Voice, ...]
    voices_apart: tuple[Voice, ...]


def responses_address(story: Story) -> str:
    """The address of the page of those responses that stand apart."""
    return f"{story.address}responses/"


def split(story: Story, known: Index) -> Split:
    """The responses to `story`, oldest first, and replies under what they reply to."""
    found = known.responses.get(story.path, ())
    needed = common_uses(story.voices) & PAGE_USES
    apart: set[str] = set()
    for response in _replied_to_first(found):
        lacks = not needed <= common_uses(response.voices)
        if lacks or response.in_reply_to in apart:
            apart.add(response.path)
    beside = [response for response in found if response.path not in apart]
    others = [response for response in found if response.path in apart]
    return Split(
        beside=_threads(beside, known),
        apart=_threads(others, known),
        voices_beside=tuple(voice for response in beside for voice in response.voices),
        voices_apart=tuple(voice for response in others for voice in response.voices),
    )


def _replied_to_first(responses: Iterable[Story]) -> Iterable[Story]:
    replies: dict[str | None, list[Story]] = defaultdict(list)
    paths = {response.path for response in responses}
    for response in responses:
        replies[response.in_reply_to if response.in_reply_to in paths else None].append(response)
    waiting = list(replies[None])
    while waiting:
        response = waiting.pop()
        yield response
        waiting += replies.get(response.path, ())


def _threads(responses: list[Story], known: Index) -> tuple[Response, ...]:
    """Responses as trees, made from the last replies up, so that no thread is too deep."""
    paths = {response.path for response in responses}
    replies: dict[str | None, list[Response]] = defaultdict(list)
    for response in reversed(list(_replied_to_first(responses))):
        under = response.in_reply_to if response.in_reply_to in paths else None
        answers = sorted(replies[response.path], key=lambda one: (one.date, one.anchor))
        replies[under].append(_response(response, tuple(answers), known))
    return tuple(sorted(replies[None], key=lambda one: (one.date, one.anchor)))


def _response(story: Story, replies: tuple[Response, ...], known: Index) -> Response:
    return Response(
        anchor=anchor(story.path),
        date=story.date,
        title=shown(story.title, story.names),
        authors=tuple(map(person, authors(story))),
        posted_by=story.names.get(story.posted_by or "", ""),
        language=story.language,
        body=story_body(story, known),
        replies=replies,
        withheld=story.withheld,
    )


def responses_view(story: Story, found: Split) -> ResponsesView:
    """The page of the responses that stand apart."""
    uses = common_uses((*story.voices, *found.voices_apart))
    return ResponsesView(
        address=responses_address(story),
        title=shown(story.title, story.names),
        language=story.language,
        indexable="engines" in uses,
        source=story.path,
        story=place(story),
        responses=found.apart,
    )
