"""A plan of which one story has another body and nothing else is otherwise."""

from collections.abc import Mapping
from dataclasses import replace

from byleave.model.pieces import Body, Response
from byleave.model.published import Content, Link, Story
from byleave.model.site import LooseLink, ResponsesView, SitePlan, StoryView, View

Moved = Mapping[tuple[int, int], tuple[int, int]]


def with_body(plan: SitePlan, before: Content, after: Content, path: str) -> SitePlan | None:
    """What `relate` would make of `after`, where it made `plan` of `before`.

    The two differ in the story at `path` alone; None where that differs in more than the text of
    its blocks and the places of its links: then other pages may show the difference.
    """
    pair = [one for content in (before, after) for one in content.stories if one.path == path]
    return plan if not pair else _with_body(plan, *pair)


def _with_body(plan: SitePlan, before: Story, after: Story) -> SitePlan | None:
    moved = _moved(before.links, after.links)
    if moved is None or not _alike(before, after):
        return None
    views = (_with(view, after) for view in plan.views)
    loose = (_at_its_place(link, after.path, moved) for link in plan.loose_links)
    return replace(plan, views=tuple(views), loose_links=tuple(loose))


def _alike(before: Story, after: Story) -> bool:
    """Whether all else is the same; the order of names and files shows, so it counts too."""
    same_order = list(before.names) == list(after.names) and list(before.media) == list(after.media)
    return same_order and replace(after, blocks=before.blocks, links=before.links) == before


def _moved(before: tuple[Link, ...], after: tuple[Link, ...]) -> Moved | None:
    """Where each link is now, by where it was; None where that is not told by its place alone."""
    if [replace(link, line=0, column=0) for link in before] != [
        replace(link, line=0, column=0) for link in after
    ]:
        return None
    moved = {
        (was.line, was.column): (now.line, now.column)
        for was, now in zip(before, after, strict=True)
    }
    in_step = all(
        moved[was.line, was.column] == (now.line, now.column)
        for was, now in zip(before, after, strict=True)
    )
    return moved if in_step else None


def _at_its_place(link: LooseLink, path: str, moved: Moved) -> LooseLink:
    if link.path != path:
        return link
    line, column = moved[link.line, link.column]
    return replace(link, line=line, column=column)


def _with(view: View, story: Story) -> View:
    """`view` with the new body wherever it shows the old one."""
    if isinstance(view, StoryView) and view.body.source == story.path:
        return replace(view, body=_body(view.body, story))
    if isinstance(view, StoryView | ResponsesView) and any(
        response.body.source == story.path for response in view.responses
    ):
        return replace(view, responses=tuple(_response(one, story) for one in view.responses))
    return view


def _response(response: Response, story: Story) -> Response:
    if response.body.source != story.path:
        return response
    return replace(response, body=_body(response.body, story))


def _body(body: Body, story: Story) -> Body:
    return replace(body, blocks=story.blocks)
