"""What all files of a site share: its stylesheet, its copied files, what every page shows."""

import hashlib
import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files as files_of

from msgspec import Struct

from byleave.model.addresses import file_path
from byleave.model.output import CleanedCopy, CopyOf, OutputFile
from byleave.model.published import LookFile, MediaFile, RootFile
from byleave.model.settings import Brand, Settings
from byleave.model.site_plan import OnEveryPage, SitePlan
from byleave.render.feed_heads import feed_heads
from byleave.render.pages import SharedByPages
from byleave.render.strings import Strings
from byleave.render.written_addresses import WrittenAddresses
from byleave.share_cards import card_address, share_card
from byleave.values import field_names

_STYLES = "styles.css"
_FEED_STYLES = "feed.css"
# What is added to the stylesheet, whosever that is.
_EXTRA = "extra.css"
_ICONS = ("favicon.ico", "favicon.svg", "favicon.png", "apple-touch-icon.png")
_FONTS = (".woff2", ".woff", ".ttf", ".otf")
_DIGITS = 8
_REMARK = re.compile(r"/\*.*?\*/", re.DOTALL)
_MARGINS = re.compile(r"\s*\n\s*")


class Stylesheets(Struct, frozen=True, kw_only=True):
    """The stylesheet of pages, and what that of feeds adds to it."""

    pages: OutputFile
    feeds: OutputFile

    @property
    def files(self) -> tuple[OutputFile, ...]:
        """Both of them."""
        return self.pages, self.feeds


def shared_by(plan: SitePlan, addresses: WrittenAddresses, styles: Stylesheets) -> SharedByPages:
    """What every page of the site that `plan` is of shares."""
    own_files = {file.path for file in plan.root_files}
    return SharedByPages(
        **{name: getattr(plan, name) for name in field_names(OnEveryPage)},
        styles="/" + styles.pages.path,
        feed_styles="/" + styles.feeds.path,
        icons=tuple(f"/{name}" for name in _ICONS if name in own_files),
        fonts=any(path.lower().endswith(_FONTS) for path in own_files),
        cards=bool(plan.cards),
        addresses=addresses,
    )


def copies(plan: SitePlan) -> Iterator[OutputFile]:
    """The files that are copied as they are."""
    yield from map(_copied, plan.media)
    yield from map(_copied_to_top, plan.root_files)
    yield from plan.renditions
    yield from (_card(title, plan) for title in plan.cards)


def stylesheets(look: tuple[LookFile, ...], settings: Settings) -> Stylesheets:
    """The stylesheets, named by their content so that a browser keeps them until they change."""
    theirs = {file.path: file.text for file in look}
    extra = f"\n{theirs[_EXTRA]}" if _EXTRA in theirs else ""
    pages = _text(_STYLES, theirs) + _colours(settings.brand) + extra
    feeds = _text(_FEED_STYLES, theirs) + feed_heads(settings, Strings(look))
    return Stylesheets(pages=_named(_STYLES, pages), feeds=_named(_FEED_STYLES, feeds))


def _text(name: str, theirs: Mapping[str, str]) -> str:
    own = theirs.get(name)
    return own if own is not None else _ours(name)


def _named(name: str, text: str) -> OutputFile:
    data = text.encode()
    digits = hashlib.sha256(data).hexdigest()[:_DIGITS]
    return OutputFile(path=f"{name.removesuffix('.css')}.{digits}.css", content=data)


@cache
def _ours(name: str) -> str:
    """The look's own lines without remarks and margins: a seventh of what is sent of them."""
    text = (files_of("byleave") / "look" / name).read_text("utf-8")
    return _MARGINS.sub("\n", _REMARK.sub("", text)).lstrip()


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


def _card(title: str, plan: SitePlan) -> OutputFile:
    card = share_card(title, plan.settings.name, plan.settings.brand.colour)
    return OutputFile(path=file_path(card_address(card)), content=card)


def _copied(media: MediaFile) -> OutputFile:
    return OutputFile(path=file_path(media.address), content=_copy(media))


def _copied_to_top(file: RootFile) -> OutputFile:
    return OutputFile(path=file.path, content=_copy(file))


def _copy(file: MediaFile | RootFile) -> CopyOf | CleanedCopy:
    if file.recipe:
        return CleanedCopy(path=file.source, sha256=file.sha256, recipe=file.recipe)
    return CopyOf(path=file.source, sha256=file.sha256, size=file.size)
