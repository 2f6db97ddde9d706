"""Cards for pages that somebody shares: the colour of the group, a title and the group's name.

Nobody is in them: no picture is, and no words but these two, which the page's own card has as well.
They are drawn with one font, Noto Sans, which comes as a package. The fonts of machines differ, and
so would the cards.
"""

import hashlib
import unicodedata
from functools import cache
from importlib.resources import files as files_of
from importlib.util import find_spec
from io import BytesIO
from typing import TYPE_CHECKING

from byleave.model.addresses import MEDIA
from byleave.model.output import ShareCard

if TYPE_CHECKING:
    from PIL.ImageFont import FreeTypeFont

SIZE = (1200, 630)
_PACKAGE = "fontpkg_noto_sans"
_FONT = "NotoSans[wdth,wght].ttf"
_PAPER, _INK, _BRAND = "#fcf8f1", "#26211b", "#1d4d3b"
# Shades from ink to paper, and above them the colour of the group.
_SHADES, _COLOUR, _LIGHTEST = 240, 255, 14
_EDGE, _BAR, _TOP, _FOOT = 80, 28, 96, 540
_SIZES = (96, 84, 72, 60, 52)
_NAME = 40
_BOLD, _PLAIN = 700, 400
_DIGITS = 16
# What the font has, and what is read as it is written, sign by sign: Latin, Greek and Cyrillic
# letters, with their punctuation. Arabic letters would have to be joined, by a library of the
# system that is not on every machine.
_RANGES = (
    (0x20, 0x24F),
    (0x384, 0x3E1),
    (0x400, 0x4FF),
    (0x1E00, 0x1EFF),
    (0x2010, 0x2027),
    (0x2030, 0x203A),
    (0x20A0, 0x20BF),
)


def share_card(title: str, site: str, colour: str | None) -> ShareCard:
    """The card of the page with that title, or of the site itself, which has none."""
    # Loaded only where there are cards: it takes as long as some ten pages.
    from importlib.metadata import version

    colour = colour or _BRAND
    makers = " ".join((version("pillow"), version(_PACKAGE.replace("_", "-"))))
    said = "\0".join(("1", makers, title, site, colour))
    recipe = hashlib.sha256(said.encode()).hexdigest()
    return ShareCard(title=title, site=site, colour=colour, recipe=recipe)


def card_address(card: ShareCard) -> str:
    """Where a card is published: by what is on it."""
    return f"{MEDIA}card.{card.recipe[:_DIGITS]}.png"


def can_be_drawn() -> bool:
    """Whether the package with the font is there."""
    return find_spec(_PACKAGE) is not None


def drawn(card: ShareCard) -> bytes:
    """The card as PNG: without words that cannot be drawn wholly."""
    from PIL import Image, ImageDraw

    shown = Image.new("L", SIZE, _SHADES)
    draw = ImageDraw.Draw(shown)
    draw.rectangle((0, 0, SIZE[0], _BAR), fill=_COLOUR)
    for size in _SIZES:
        font = _font(size, _BOLD)
        lines = _lines(card.title or card.site, font)
        height = len(lines) * size * 5 // 4
        if lines and _TOP + height <= _FOOT - _NAME:
            for number, line in enumerate(lines):
                draw.text((_EDGE, _TOP + number * size * 5 // 4), line, font=font, fill=0)
            break
    if card.title and len(_lines(card.site, _font(_NAME, _PLAIN))) == 1:
        draw.text((_EDGE, _FOOT), _text(card.site), font=_font(_NAME, _PLAIN), fill=0)
    # As many shades as eyes tell apart, and the colour: sixteen, of which two fit into a byte.
    shown = shown.point(
        [_LIGHTEST + 1 if n == _COLOUR else n * _LIGHTEST // _SHADES for n in range(256)]
    )
    shown.putpalette(_palette(card.colour))
    made = BytesIO()
    shown.save(made, "PNG", bits=4)
    return made.getvalue()


def _text(said: str) -> str:
    return unicodedata.normalize("NFC", said)


def _lines(said: str, font: "FreeTypeFont") -> list[str]:
    """The words in lines as wide as the card; none where they cannot be drawn, or do not fit."""
    text = _text(said)
    if not text or not all(map(_is_known, text)):
        return []
    lines = [""]
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}".strip()
        if font.getlength(longer) <= SIZE[0] - 2 * _EDGE:
            lines[-1] = longer
        elif font.getlength(word) <= SIZE[0] - 2 * _EDGE:
            lines.append(word)
        else:
            return []
    return [line for line in lines if line]


def _is_known(sign: str) -> bool:
    in_font = any(first <= ord(sign) <= last for first, last in _RANGES)
    return in_font and unicodedata.category(sign)[0] not in "CM"


@cache
def _font(size: int, weight: int) -> "FreeTypeFont":
    from PIL import ImageFont

    data = (files_of(_PACKAGE) / "files" / _FONT).read_bytes()
    font = ImageFont.truetype(BytesIO(data), size, layout_engine=ImageFont.Layout.BASIC)
    font.set_variation_by_axes([weight, 100])
    return font


def _palette(colour: str) -> list[int]:
    ink, paper, brand = map(_rgb, (_INK, _PAPER, colour))
    shades = [
        (dark * (_LIGHTEST - n) + light * n) // _LIGHTEST
        for n in range(_LIGHTEST + 1)
        for dark, light in zip(ink, paper, strict=True)
    ]
    return [*shades, *brand]


def _rgb(colour: str) -> tuple[int, ...]:
    digits = colour.removeprefix("#")
    return tuple(bytes.fromhex("".join(one * 2 for one in digits) if len(digits) == 3 else digits))
