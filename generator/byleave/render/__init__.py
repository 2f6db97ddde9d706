"""A plan of a site to its files: pages by templates, prose by Markdown engines."""

from collections.abc import Iterable

from byleave.model.addresses import file_path
from byleave.model.output import OutputFile, PublishedOutput
from byleave.model.site_plan import SitePlan
from byleave.render.bodies import UnrenderableError
from byleave.render.on_request import OnRequest
from byleave.render.pages import Renderer, SharedByPages, but_settings
from byleave.render.policy import PREVIEW_POLICY
from byleave.render.shared_files import copies, shared_by, stylesheets
from byleave.render.unused_look import look_findings
from byleave.render.written_addresses import WrittenAddresses

__all__ = [
    "PREVIEW_POLICY",
    "OnRequest",
    "Renderer",
    "SharedByPages",
    "UnrenderableError",
    "WrittenAddresses",
    "but_settings",
    "file_path",
    "look_findings",
    "other_files",
    "shared_of",
    "site_of",
]


def site_of(plan: SitePlan, pages: Iterable[OutputFile]) -> PublishedOutput:
    """The files of the site that `plan` is of; `pages` are those that are made of its views.

    Raises ValueError for the plan of a rehearsal.
    """
    if not plan.public:
        raise ValueError("a rehearsal is not rendered as a site")
    styles = stylesheets(plan.look, plan.settings)
    files = (*copies(plan), *styles.files, *pages)
    # A page of Byleave's own comes after a group's file of the same name, and so replaces it.
    return PublishedOutput(files=tuple({file.path: file for file in files}.values()))


def shared_of(plan: SitePlan, addresses: WrittenAddresses) -> SharedByPages:
    """What all pages of the site that `plan` is of are made of, beside their views."""
    return shared_by(plan, addresses, stylesheets(plan.look, plan.settings))


def other_files(plan: SitePlan) -> Iterable[str]:
    """The paths of the files of a site that are no views."""
    yield from (file.path for file in copies(plan))
    yield from (file.path for file in stylesheets(plan.look, plan.settings).files)
