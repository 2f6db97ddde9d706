"""What all files of a site share: its stylesheet, its copied files, what every page shows."""

import hashlib
from collections.abc import Iterator
from importlib.resources import files as files_of

from byleave.model.addresses import file_path
from byleave.model.output import CleanedCopy, CopyOf, OutputFile
from byleave.model.published import LookFile, MediaFile, RootFile
from byleave.model.settings import Brand
from byleave.model.site import SitePlan
from byleave.render.addresses import Addresses
from byleave.render.pages import Shared

_STYLES = "styles.css"
_DIGITS = 8


def shared_by(plan: SitePlan, addresses: Addresses, styles: OutputFile) -> Shared:
    """What every page of the site that `plan` is of shares."""
    return Shared(
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


def copies(plan: SitePlan) -> Iterator[OutputFile]:
    """The files that are copied as they are."""
    yield from map(_copied, plan.media)
    yield from map(_copied_to_top, plan.root_files)


def stylesheet(look: tuple[LookFile, ...], brand: Brand) -> OutputFile:
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
