"""A plan of a site to its files: pages by templates, prose by Markdown engines."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from byleave.executors import Executor
from byleave.model.output import KeptFile, OutputFile, PublishedOutput
from byleave.model.site import SitePlan, View
from byleave.render.addresses import Addresses, file_path
from byleave.render.bodies import UnrenderableError
from byleave.render.one_by_one import OneByOne
from byleave.render.pages import Renderer, Shared, start
from byleave.render.policy import PREVIEW_POLICY
from byleave.render.whole import copies, shared_by, stylesheet

__all__ = [
    "PREVIEW_POLICY",
    "Addresses",
    "OneByOne",
    "Shared",
    "UnrenderableError",
    "file_path",
    "other_files",
    "render_page",
    "render_site",
    "shared_of",
]


def render_site(
    plan: SitePlan,
    addresses: Addresses,
    executor: Executor,
    kept: Mapping[str, KeptFile] = MappingProxyType({}),
) -> PublishedOutput:
    """The files of the site that `plan` is of; those at the paths `kept` are not made again.

    Raises ValueError for the plan of a rehearsal, UnrenderableError for a text that cannot be
    rendered, SiteError for a template of the group's that asks for what the page does not have.
    """
    if not plan.public:
        raise ValueError("a rehearsal is not rendered as a site")
    styles = stylesheet(plan.look, plan.settings.brand)
    shared = shared_by(plan, addresses, styles)
    views = {file_path(view.address): view for view in plan.views}
    new = [path for path in views if path not in kept]
    pages = executor.map_in_order(start, shared, [views[path] for path in new])
    made: dict[str, bytes | KeptFile] = {**kept, **dict(zip(new, pages, strict=True))}
    rendered = (OutputFile(path=path, content=made[path]) for path in views)
    files = (*copies(plan), styles, *rendered)
    # A page of Byleave's own comes after a group's file of the same name, and so replaces it.
    return PublishedOutput(files=tuple({file.path: file for file in files}.values()))


def shared_of(plan: SitePlan, addresses: Addresses) -> Shared:
    """What all pages of the site that `plan` is of are made of, beside their views."""
    return shared_by(plan, addresses, stylesheet(plan.look, plan.settings.brand))


def render_page(view: View, shared: Shared) -> bytes:
    """One page by itself; raises as `render_site` does."""
    return Renderer(shared).page(view)


def other_files(plan: SitePlan) -> Iterable[str]:
    """The paths of the files of a site that are no views."""
    yield from (file.path for file in copies(plan))
    yield stylesheet(plan.look, plan.settings.brand).path
