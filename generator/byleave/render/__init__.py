"""A plan of a site to its files: pages by templates, prose by Markdown engines."""

import hashlib
from importlib.resources import files as files_of

from byleave.executors import Executor
from byleave.model.output import CleanedCopy, CopyOf, OutputFile, PublishedOutput
from byleave.model.published import LookFile, MediaFile, RootFile
from byleave.model.settings import Brand
from byleave.model.site import SitePlan
from byleave.render.addresses import Addresses, file_path
from byleave.render.bodies import UnrenderableError
from byleave.render.pages import Shared, start

__all__ = ["Addresses", "UnrenderableError", "render_site"]

_STYLES = "styles.css"
_DIGITS = 8


def render_site(plan: SitePlan, addresses: Addresses, executor: Executor) -> PublishedOutput:
    """The files of the site that `plan` is of.

    Raises ValueError for the plan of a rehearsal, UnrenderableError for a text that cannot be
    rendered, SiteError for a template of the group's that asks for what the page does not have.
    """
    if not plan.public:
        raise ValueError("a rehearsal is not rendered as a site")
    styles = _styles(plan.look, plan.settings.brand)
    shared = Shared(
        settings=plan.settings,
        navigation=plan.navigation,
        footer=plan.footer,
        feed=plan.feed,
        json_feed=plan.json_feed,
        calendar=plan.calendar,
        styles="/" + styles.path,
        look=plan.look,
        addresses=addresses,
    )
    pages = executor.map_in_order(start, shared, plan.views)
    found = {file_path(view.address): page for view, page in zip(plan.views, pages, strict=True)}
    rendered = (OutputFile(path=path, content=page) for path, page in found.items())
    files = (*map(_copied, plan.media), *map(_copied_to_top, plan.root_files), styles, *rendered)
    # A page of Byleave's own comes after a group's file of the same name, and so replaces it.
    return PublishedOutput(files=tuple({file.path: file for file in files}.values()))


def _styles(look: tuple[LookFile, ...], brand: Brand) -> OutputFile:
    """The stylesheet, named by its content so that a browser keeps it until it changes."""
    own = next((file.text for file in look if file.path == _STYLES), None)
    text = own if own is not None else (files_of("byleave") / "look" / _STYLES).read_text("utf-8")
    data = (text + _colours(brand)).encode()
    name = hashlib.sha256(data).hexdigest()[:_DIGITS]
    return OutputFile(path=f"styles.{name}.css", content=data)


def _colours(brand: Brand) -> str:
    """The end of the stylesheet: the group's colours in place of the look's own."""
    named = {
        "--brand": brand.colour,
        "--brand-dark": brand.colour_dark,
        "--accent": brand.accent,
        "--accent-dark": brand.accent_dark,
    }
    own = " ".join(f"{name}: {colour};" for name, colour in named.items() if colour)
    return f"\n:root {{ {own} }}\n" if own else ""


def _copied(media: MediaFile) -> OutputFile:
    return OutputFile(path=file_path(media.address), content=_copy(media))


def _copied_to_top(file: RootFile) -> OutputFile:
    return OutputFile(path=file.path, content=_copy(file))


def _copy(file: MediaFile | RootFile) -> CopyOf | CleanedCopy:
    if file.recipe:
        return CleanedCopy(path=file.source, sha256=file.sha256, recipe=file.recipe)
    return CopyOf(path=file.source, sha256=file.sha256, size=file.size)
