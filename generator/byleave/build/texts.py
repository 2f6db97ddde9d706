"""Views without the texts that they show, and with them again."""

from collections.abc import Iterator, Mapping

from byleave.model.pieces import Body
from byleave.model.published import Block
from byleave.model.site import ResponsesView, StoryView
from byleave.values import replace

TextView = StoryView | ResponsesView


def sources(view: TextView) -> Iterator[str]:
    """The paths of the stories whose texts `view` shows."""
    if isinstance(view, StoryView):
        yield view.body.source
    yield from (response.body.source for response in view.responses)


def with_texts(view: TextView, texts: Mapping[str, tuple[Block, ...]]) -> TextView:
    """`view` with these texts, by the path of each, and without any others."""

    def body(of: Body) -> Body:
        return replace(of, blocks=texts.get(of.source, ()))

    responses = tuple(replace(one, body=body(one.body)) for one in view.responses)
    if isinstance(view, StoryView):
        return replace(view, body=body(view.body), responses=responses)
    return replace(view, responses=responses)
