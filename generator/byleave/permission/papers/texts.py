"""The texts of a plan that concern one voice, with the blocks in them that do."""

from collections.abc import Collection, Iterator, Mapping

from msgspec import Struct

from byleave.model.agreed import BESIDE
from byleave.model.forms import ShownText
from byleave.model.pieces import Body, Person
from byleave.model.published import Block
from byleave.model.register import ShownWords, WordsKind
from byleave.model.site import ResponsesView, StoryView, View
from byleave.model.site_plan import SitePlan
from byleave.values import replace

_LEAD = "byleave-lead"  # no file has such a name: they have endings


class TextOnPage(Struct, frozen=True, kw_only=True):
    """A text where its page shows it, and the voices whom the page lists for it."""

    view: View
    body: Body
    title: str
    summary: str
    beside: Mapping[WordsKind, str]
    language: str
    easy_read: bool
    voices: tuple[Person, ...]


def texts_on_pages(plan: SitePlan) -> Iterator[TextOnPage]:
    """Every story, version and response that the pages of the plan show."""
    for view in plan.views:
        if isinstance(view, StoryView):
            yield TextOnPage(
                view=view,
                body=_with_lead(view),
                title=view.title,
                summary=view.summary,
                beside=_beside(view),
                language=view.language,
                easy_read=view.easy_read,
                voices=view.voices,
            )
        if isinstance(view, StoryView | ResponsesView):
            for response in view.responses:
                yield TextOnPage(
                    view=view,
                    body=response.body,
                    title=response.title,
                    summary="",
                    beside={},
                    language=response.language,
                    easy_read=False,
                    voices=response.authors,
                )


def _with_lead(view: StoryView) -> Body:
    """The text with the picture that stands above it on its page: on paper, it is in the text."""
    body = view.body
    if view.lead is None:
        return body
    shown = Block(text=f"![]({_LEAD})\n\n")
    first, *rest = body.blocks or (Block(text=""),)
    if first.by:
        blocks = (shown, *body.blocks)
    else:
        blocks = (replace(first, text=shown.text + first.text.lstrip("\n")), *rest)
    return replace(body, blocks=blocks, media={**body.media, _LEAD: view.lead})


def shown_text(text: TextOnPage, words: Collection[ShownWords]) -> ShownText:
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
        beside={
            kind: said
            for kind, said in text.beside.items()
            if any(one.kind == kind for one in words)
        },
    )


def _beside(view: StoryView) -> Mapping[WordsKind, str]:
    found = {kind: getattr(view, key) for key, kind in BESIDE.items()}
    return {kind: said for kind, said in found.items() if said}
