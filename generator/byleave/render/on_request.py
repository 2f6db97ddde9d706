"""The files of a site, each made when somebody asks for it: for looking at, never for writing."""

from byleave.model.output import (
    CleanedCopy,
    CopyOf,
    KeptFile,
    RenditionCopy,
    ShareCard,
    SpooledFile,
)
from byleave.model.site import View
from byleave.model.site_plan import SitePlan
from byleave.render.pages import Renderer, SharedByPages
from byleave.render.shared_files import copies, shared_by, stylesheets
from byleave.render.written_addresses import WrittenAddresses


class OnRequest:
    """Makes the files of the site that `plan` is of, which may be that of a rehearsal.

    They are the files that a build makes, but for what is marked as withheld, and but for
    the policy of each page, which lets scripts of the site itself run.
    """

    _renderer: Renderer

    def __init__(
        self, plan: SitePlan, addresses: WrittenAddresses, before: "OnRequest | None" = None
    ) -> None:
        """Make nothing yet. Templates are taken over from `before` where nothing they see changed.

        Raises SiteError for a template or a catalogue of the group's that cannot be read.
        """
        styles = stylesheets(plan.look, plan.settings)
        self._renderer = _renderer(shared_by(plan, addresses, styles), before)
        self._copies = {
            file.path: file.content
            for file in (*copies(plan), *styles.files)
            if not isinstance(file.content, KeptFile | SpooledFile | RenditionCopy | ShareCard)
        }
        self._pages = plan.pages
        self._last: tuple[str, View | None] = "", None

    def link(self, address: str) -> str:
        """The link to `address` as pages write it."""
        return self._renderer.shared.addresses.link(address, "/")

    def view(self, path: str) -> View | None:
        """The view of the file at `path`, below the top of the site, if it is made of one."""
        # Whoever answers with a page looks at what is on it as well.
        if path != self._last[0]:
            self._last = path, self._pages.get(_address_of(path))
        return self._last[1]

    def content(self, path: str) -> bytes | CopyOf | CleanedCopy | None:
        """The file at `path`, or None where there is none; raises as `Renderer.page` does."""
        view = self.view(path)
        return self._copies.get(path) if view is None else self._renderer.page(view)


def _address_of(path: str) -> str:
    """The address at which the file at `path` is; see `file_path`."""
    folder, _, name = f"/{path}".rpartition("/")
    return f"{folder}/" if name == "index.html" else f"/{path}"


def _renderer(shared: SharedByPages, before: OnRequest | None) -> Renderer:
    if before is not None and before._renderer.shared == shared:
        return before._renderer
    return Renderer(shared, own_scripts=True)
