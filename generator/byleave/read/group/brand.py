"""The group's own colours: whether they can be read on the look's grounds, and how they turn out
in the dark.

Contrast is that of WCAG 2.2: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio.
"""

import re
from collections.abc import Iterator
from colorsys import hls_to_rgb, rgb_to_hls
from math import floor

from msgspec import Struct

from byleave.diagnostics import Diagnostic, error
from byleave.model.settings import Brand
from byleave.positions import Positions
from byleave.values import replace

TEXT = 7.0
"""What text needs against its ground (success criterion 1.4.6, level AAA)."""
REST = 3.0
"""What lines and marks need (success criterion 1.4.11)."""

# The grounds on which a group's colours stand, as look/styles.css has them.
LIGHT_GROUNDS = ("#fcf8f1", "#f4ecdf", "#fbe9c8")
DARK_GROUNDS = ("#1b1815", "#272320", "#3a2f1c")

_COLOUR = re.compile(r"#(?:[0-9a-f]{3}|[0-9a-f]{6})", re.IGNORECASE)
_STEPS = 200
# A colour as strong on a dark ground as on a light one would glare.
_CALM = 0.6


class _Meant(Struct, frozen=True, kw_only=True):
    """Where a colour stands, how much contrast it needs there, and which way that is."""

    grounds: tuple[str, ...]
    least: float
    dark: bool


_MEANT = {
    "colour": _Meant(grounds=LIGHT_GROUNDS, least=TEXT, dark=False),
    "colour_dark": _Meant(grounds=DARK_GROUNDS, least=TEXT, dark=True),
    "accent": _Meant(grounds=LIGHT_GROUNDS, least=REST, dark=False),
    "accent_dark": _Meant(grounds=DARK_GROUNDS, least=REST, dark=True),
}


def read_brand(brand: Brand, path: str, at: Positions) -> tuple[Brand, tuple[Diagnostic, ...]]:
    """`brand` with its colours for the dark filled in, or each colour that cannot be read.

    `path` is the file that the settings stand in, `at` the places of its keys.
    """
    found = tuple(fault for name in _MEANT for fault in _faults(name, brand, path, at))
    return (brand, found) if found else (_in_the_dark(brand), ())


def _faults(name: str, brand: Brand, path: str, at: Positions) -> Iterator[Diagnostic]:
    colour: str | None = getattr(brand, name)
    meant = _MEANT[name]
    here = at.at("brand", name)
    if colour is None and ("brand", name) not in at.paths:
        return
    if colour is None or not _COLOUR.fullmatch(colour):
        do = 'write it in quotes, like "#0b4f55": without them YAML takes # for a remark'
        yield error(path, "brand-colour", "no colour stands here", do, here)
    elif (ratio := worst(colour, meant.grounds)) < meant.least:
        # Rounded down, so that 6.99 to 1 is not said to be the 7 to 1 that it has to be.
        message = (
            f"the contrast of this colour with its ground is {floor(ratio * 10) / 10} to 1,"
            f" and has to be {meant.least:.0f} to 1"
        )
        nearest = readable(colour, meant.grounds, meant.least, dark=meant.dark)
        do = f"choose a {'lighter' if meant.dark else 'darker'} one, such as {nearest}"
        yield error(path, "brand-contrast", message, do, here)


def _in_the_dark(brand: Brand) -> Brand:
    """`brand` with a lighter form of each colour that has none of its own for the dark."""
    return replace(
        brand,
        colour_dark=brand.colour_dark or _lighter(brand.colour, TEXT),
        accent_dark=brand.accent_dark or _lighter(brand.accent, REST),
    )


def _lighter(colour: str | None, least: float) -> str | None:
    return readable(colour, DARK_GROUNDS, least, dark=True) if colour else None


def readable(colour: str, grounds: tuple[str, ...], least: float, *, dark: bool) -> str:
    """The colour of the same hue that is nearest to `colour` and has the `least` contrast.

    It gets lighter, and calmer, on `dark` grounds, and darker on others. Black or white where no
    colour does.
    """
    hue, lightness, saturation = rgb_to_hls(*_parts(colour))
    calm, end = (saturation * _CALM, 1.0) if dark else (saturation, 0.0)
    for step in range(_STEPS):
        mixed = _written(hls_to_rgb(hue, lightness + (end - lightness) * step / _STEPS, calm))
        if worst(mixed, grounds) >= least:
            return mixed
    return "#ffffff" if dark else "#000000"


def worst(colour: str, grounds: tuple[str, ...]) -> float:
    """The smallest contrast of `colour` with one of `grounds`, from 1 to 21."""
    return min(contrast(colour, ground) for ground in grounds)


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, from 1 to 21 (WCAG 2.2, "contrast ratio")."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    """The relative luminance of an sRGB colour, from 0 to 1 (WCAG 2.2, "relative luminance").

    `colour` is written like #0b4f55 or #abc.
    """
    red, green, blue = map(_linear, _parts(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    """One part of an sRGB colour without its gamma; both from 0 to 1."""
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def _parts(colour: str) -> tuple[float, float, float]:
    """Red, green and blue, from 0 to 1."""
    digits = colour.removeprefix("#")
    if len(digits) == 3:
        digits = "".join(digit * 2 for digit in digits)
    red, green, blue = bytes.fromhex(digits)
    return red / 255, green / 255, blue / 255


def _written(parts: tuple[float, float, float]) -> str:
    return "#" + "".join(f"{round(part * 255):02x}" for part in parts)
