"""The smaller files that are made of a picture, so that nobody is sent more than a screen shows.

What there may be of a picture is settled here, for those who make, write and show them.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from msgspec import Struct

# In pixels: a phone, a phone with a fine screen or a tablet, a wide screen or a sheet of paper.
WIDTHS = (480, 960, 1600)
# A cut stands beside words or above them, and never across a page.
CUT_WIDTHS = (240, 480, 960)
CUT = (3, 2)

RenditionKind = Literal["webp", "jpeg", "png"]
ENDINGS: Mapping[RenditionKind, str] = {"webp": "webp", "jpeg": "jpg", "png": "png"}


_DIGITS = 16
_BY_CONTENT = re.compile("[0-9a-f]{16}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Focus:
    """What of a picture has to stay in a cut of it: how far from its left, and from its top.

    Both are in hundredths. Where nobody says it, that is the middle of the upper third, where
    faces are.
    """

    across: int = 50
    down: int = 33


USUAL_FOCUS = Focus()
_HUNDREDTHS = re.compile(r"(\d{1,3})% +(\d{1,3})%")
_ACROSS: Mapping[str, int] = {"left": 20, "right": 80}
_DOWN: Mapping[str, int] = {"top": 15, "upper": 33, "lower": 67, "bottom": 85}
_MIDDLE = frozenset({"centre", "center", "middle"})


def focus_at(text: str) -> Focus:
    """The place that somebody wrote, as "30% 40%" or in words; ValueError for what is none."""
    if found := _HUNDREDTHS.fullmatch(text):
        place = Focus(across=int(found[1]), down=int(found[2]))
        if max(place.across, place.down) > 100:
            raise ValueError("no place in a picture")
        return place
    words = text.lower().replace("-", " ").split()
    across = [_ACROSS[word] for word in words if word in _ACROSS]
    down = [_DOWN[word] for word in words if word in _DOWN]
    rest = [word for word in words if word not in _ACROSS and word not in _DOWN]
    if not words or not _MIDDLE.issuperset(rest) or len(across) > 1 or len(down) > 1:
        raise ValueError("no place in a picture")
    middle = 50 if rest else USUAL_FOCUS.down
    return Focus(across=(across or [50])[0], down=(down or [middle])[0])


class Rendition(Struct, frozen=True, kw_only=True, array_like=True):
    """A smaller file of a picture: its size in pixels, and of what kind it is."""

    kind: RenditionKind
    width: int
    height: int


class PictureFile(Struct, frozen=True, kw_only=True):
    """A file that shows a picture, where it is published, and how large it is in pixels."""

    address: str
    width: int
    height: int


class ShownPicture(Struct, frozen=True, kw_only=True):
    """All files of one picture or cut, narrowest first.

    Browsers choose one of `webp`, and those that do not know WebP one of `plain`, of which there is
    always one. `width` and `height` are those of the largest.
    """

    plain: tuple[PictureFile, ...]
    webp: tuple[PictureFile, ...] = ()

    @property
    def width(self) -> int:
        """How wide the largest of its files is."""
        return self._largest.width

    @property
    def height(self) -> int:
        """How high that is."""
        return self._largest.height

    @property
    def usual(self) -> PictureFile:
        """The file for whoever cannot choose: one for a small screen, if there is one."""
        small = [one for one in self.plain if one.width <= WIDTHS[1]]
        return small[-1] if small else self.plain[0]

    @property
    def _largest(self) -> PictureFile:
        return max((*self.plain, *self.webp), key=lambda one: one.width)


def shape_key(address: str, cut: Focus | None) -> str:
    """What the picture at an address, or a cut of it, is known by among all of a site."""
    return f"{address}#{cut.across}-{cut.down}" if cut else address


def rendition_address(shape: str, shown: str, one: Rendition) -> str:
    """Where a rendition of the shape with a key is published; `shown` stands for what it shows.

    A picture of a story has an address that its content gave. One of the group's has a name, and
    what is made of it is called by its content.
    """
    address, _, cut = shape.partition("#")
    stem = rendition_stem(address, shown)
    return ".".join((stem, *([cut] if cut else []), str(one.width), ENDINGS[one.kind]))


def rendition_stem(address: str, shown: str) -> str:
    """How the addresses of all renditions of a picture begin."""
    folder, _, name = address.rpartition("/")
    stem = name.partition(".")[0]
    return f"{folder}/{stem if _BY_CONTENT.fullmatch(stem) else shown[:_DIGITS]}"
