"""A canvas of flat shapes in one palette, on which the demonstration site's pictures are drawn."""

from __future__ import annotations

import math
import random
from collections.abc import Iterable
from pathlib import Path

# Pillow is needed for drawing alone, so it is not among what the tests install.
from PIL import (  # type: ignore[import-not-found, unused-ignore]
    Image,
    ImageDraw,
    ImageFont,
)

Point = tuple[float, float]

NIGHT, RIVER, POOL, MIST = "#0b3a40", "#0b4f55", "#2f7f86", "#cfe3e0"
PAPER, SAND, CLAY, BRICK = "#fbf3e4", "#ecdcc0", "#c98a5b", "#b5483a"
MUSTARD, MOSS, LEAF, PLUM = "#e0a83b", "#5d7f45", "#9dba72", "#5b3a57"
INK, STONE, CLOUD, STEEL = "#26302f", "#8d948c", "#e4e7e0", "#b4bfc0"
SKIN_DARK, SKIN_LIGHT = "#7a4a2f", "#e3b48c"

SHARPNESS = 4  # pixels drawn for each pixel kept, so that edges come out smooth
COLOURS = 160  # flat pictures need few: most of these are for smooth edges


class Canvas:
    """A picture of `width` by `height` pixels on a plain ground."""

    def __init__(self, width: int, height: int, ground: str) -> None:
        self.width, self.height = width, height
        self._image = Image.new("RGB", (width * SHARPNESS, height * SHARPNESS), ground)
        self._draw = ImageDraw.Draw(self._image)

    def box(self, x: float, y: float, w: float, h: float, fill: str, radius: float = 0) -> None:
        """Fill a rectangle, given by its top left corner and its size."""
        self._draw.rounded_rectangle(_scaled((x, y, x + w, y + h)), radius * SHARPNESS, fill=fill)

    def oval(self, x: float, y: float, rx: float, ry: float, fill: str) -> None:
        """Fill an ellipse, given by its middle and its radii."""
        self._draw.ellipse(_scaled((x - rx, y - ry, x + rx, y + ry)), fill=fill)

    def slice(self, x: float, y: float, r: float, start: float, end: float, fill: str) -> None:
        """Fill a slice of a circle, between angles in degrees, clockwise from the right."""
        self._draw.pieslice(_scaled((x - r, y - r, x + r, y + r)), start, end, fill=fill)

    def shape(self, points: Iterable[Point], fill: str) -> None:
        """Fill a polygon."""
        self._draw.polygon([(x * SHARPNESS, y * SHARPNESS) for x, y in points], fill=fill)

    def line(self, points: Iterable[Point], fill: str, width: float) -> None:
        """Draw a line with round ends and corners."""
        corners = list(points)
        self._draw.line(
            [(x * SHARPNESS, y * SHARPNESS) for x, y in corners],
            fill=fill,
            width=round(width * SHARPNESS),
            joint="curve",
        )
        for x, y in corners:
            self.oval(x, y, width / 2, width / 2, fill)

    def letters(self, text: str, x: float, y: float, size: float, fill: str) -> None:
        """Write a few letters around a middle, in the type that comes with Pillow."""
        font = ImageFont.load_default(size * SHARPNESS)
        at = (x * SHARPNESS, y * SHARPNESS)
        self._draw.text(at, text, fill=fill, font=font, anchor="mm")

    def hill(self, top: float, swell: float, period: float, shift: float, fill: str) -> None:
        """Fill everything below a slow wave whose middle is `top` pixels down."""
        wave = [
            (float(x), top + swell * math.sin((x + shift) / period))
            for x in range(0, self.width + 8, 8)
        ]
        self.shape([(0, self.height), *wave, (self.width, self.height)], fill)

    def rain(self, seed: int, drops: int, fill: str, above: float) -> None:
        """Scatter slanting drops over the part that is higher than `above`."""
        dice = random.Random(seed)
        for _ in range(drops):
            x, y = dice.uniform(0, self.width), dice.uniform(0, above)
            self.line([(x, y), (x - 9, y + 26)], fill, 3)

    def ripple(self, x: float, y: float, length: float, fill: str, width: float = 5) -> None:
        """Draw one small wave of water, from its left end."""
        steps = [x + length * step / 24 for step in range(25)]
        self.line([(at, y + 5 * math.sin((at - x) / 11)) for at in steps], fill, width)

    def person(self, x: float, foot: float, tall: float, skin: str, hair: str, coat: str) -> None:
        """Draw somebody who faces us, from the feet up: legs, coat, head and hair."""
        unit = tall / 8
        for side in (-1, 1):
            self.box(
                x + side * unit * 0.55 - unit * 0.42,
                foot - unit * 3.4,
                unit * 0.84,
                unit * 3.4,
                NIGHT,
                unit * 0.3,
            )
        self.box(x - unit * 1.35, foot - unit * 6.3, unit * 2.7, unit * 3.6, coat, unit * 0.9)
        self.box(x - unit * 0.3, foot - unit * 6.7, unit * 0.6, unit * 0.7, skin)
        self.head(x, foot - unit * 7.4, unit, skin, hair)

    def head(self, x: float, y: float, r: float, skin: str, hair: str) -> None:
        """Draw a head with hair, eyes and a small smile; `r` is its radius."""
        self.oval(x, y - r * 0.18, r * 1.06, r * 1.06, hair)
        self.oval(x, y + r * 0.08, r * 0.9, r * 0.94, skin)
        self.slice(x, y - r * 0.16, r * 0.98, 196, 344, hair)
        for side in (-1, 1):
            self.oval(x + side * r * 0.34, y + r * 0.08, r * 0.09, r * 0.11, INK)
        smile = [
            (x + r * 0.3 * step / 4, y + r * (0.5 - 0.1 * (step / 4) ** 2)) for step in range(-4, 5)
        ]
        self.line(smile, INK, r * 0.09)

    def save(self, path: Path) -> int:
        """Write a PNG with no metadata, and return its size in bytes."""
        path.parent.mkdir(parents=True, exist_ok=True)
        small = self._image.resize((self.width, self.height), Image.Resampling.LANCZOS)
        small.quantize(COLOURS, dither=Image.Dither.NONE).save(path, optimize=True)
        return path.stat().st_size


def _scaled(corners: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
    left, top, right, bottom = corners
    return (left * SHARPNESS, top * SHARPNESS, right * SHARPNESS, bottom * SHARPNESS)
