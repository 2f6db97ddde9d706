"""The texts of a plan that concern one voice, with the blocks in them that do."""

from collections.abc import Collection, Iterator

from msgspec import Struct

from byleave.model.forms import ShownText
from byleave.model.pieces import Body, Person
from byleave.model.register import ShownWords
from byleave.model.site import ResponsesView, SitePlan, StoryView, View


class FoundText(Struct, frozen=True, kw_only=True):
    """A text where its page shows it, and the voices whom the page lists for it."""

    view: View
    body: Body
    title: str
    summary: str
    language: str
    easy_read: bool
    voices: tuple[Person, ...]


def found_texts(plan: SitePlan) -> Iterator[FoundText]:
    """Every story, version and response that the pages of the plan show."""
    for view in plan.views:
        if isinstance(view, StoryView):
            yield FoundText(
                view=view,
                body=view.body,
                title=view.title,
                summary=view.summary,
                language=view.language,
                easy_read=view.easy_read,
                voices=view.voices,
            )
        if isinstance(view, StoryView | ResponsesView):
            for response in view.responses:
                yield FoundText(
                    view=view,
                    body=response.body,
                    title=response.title,
                    summary="",
                    language=response.language,
                    easy_read=False,
                    voices=response.authors,
                )


def shown_text(text: FoundText, words: Collection[ShownWords]) -> ShownText:
    """What of `text` are the `words` that a voice is asked about, all of them of its file."""
    passages = {one.text for one in words if one.kind == "passage"}
    return ShownText(
        view=text.view,
        body=text.body,
        title=text.title,
        summary=text.summary,
        language=text.language,
        easy_read=text.easy_read,
        blocks=frozenset(
            number
            for number, block in enumerate(text.body.blocks)
            if (block.by or block.about) and block.text in passages
        ),
        unmarked=any(one.kind == "text" for one in words),
        named=any(one.kind in ("title", "summary") for one in words),
    )
