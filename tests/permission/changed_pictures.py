"""Pictures as photographs are, made by numbers, and what people do to them before they publish."""

import io
import random
from collections.abc import Callable, Mapping
from typing import Any

from PIL import Image, ImageDraw, ImageEnhance, ImageFilter, ImageOps

Change = Callable[[Image.Image], Image.Image]
_SIZE = (320, 240)


def photograph(number: int) -> Image.Image:
    """Light and shade in many sizes, with some things before it; no two numbers look alike."""
    dice = random.Random(number)
    channels = (_clouds(dice) for _ in range(3))
    made = Image.merge("RGB", tuple(channels))
    draw = ImageDraw.Draw(made)
    for _ in range(dice.randrange(3, 9)):
        left, top = dice.randrange(_SIZE[0]), dice.randrange(_SIZE[1])
        box = (left, top, left + dice.randrange(15, 95), top + dice.randrange(15, 95))
        colour = tuple(dice.randrange(256) for _ in range(3))
        form = draw.ellipse if dice.random() < 0.5 else draw.rectangle
        form(box, fill=colour)
    return made.filter(ImageFilter.GaussianBlur(1))


def _clouds(dice: random.Random) -> Image.Image:
    made = Image.new("L", _SIZE, 128)
    for octave in range(6):
        wide, high = 2 ** (octave + 1) * 4 // 3 + 1, 2 ** (octave + 1) + 1
        spots = Image.new("L", (wide, high))
        spots.putdata([dice.randrange(256) for _ in range(wide * high)])
        layer = spots.resize(_SIZE, Image.Resampling.BICUBIC)
        made = Image.blend(made, layer, 0.45 / (octave * 0.35 + 1))
    return made


def packed(picture: Image.Image, form: str = "JPEG", **how: Any) -> bytes:
    """A picture as a file; `how` is what Pillow is told."""
    stream = io.BytesIO()
    picture.convert("RGB").save(stream, form, **how)
    return stream.getvalue()


def cropped(
    wide: float, high: float | None = None, across: float = 0.3, down: float = 0.6
) -> Change:
    """Take out a part of this width and height, of what there is, at this place."""

    def crop(picture: Image.Image) -> Image.Image:
        width, height = picture.width * wide, picture.height * (high or wide)
        left, top = (picture.width - width) * across, (picture.height - height) * down
        return picture.crop((round(left), round(top), round(left + width), round(top + height)))

    return crop


def brighter(by: float) -> Change:
    """Make each pixel so many times as light."""
    return lambda picture: ImageEnhance.Brightness(picture).enhance(by)


def of_contrast(by: float) -> Change:
    """Make what is light lighter and what is dark darker, or the other way round below 1."""
    return lambda picture: ImageEnhance.Contrast(picture).enhance(by)


def _on_a_page(picture: Image.Image) -> Image.Image:
    page = Image.new("RGB", (320, 420), "white")
    page.paste(picture.resize((200, 150)), (40, 130))
    return page


FOUND: Mapping[str, Change] = {
    "packed badly": lambda picture: Image.open(io.BytesIO(packed(picture, quality=30))),
    "smaller": lambda picture: picture.resize((80, 60)),
    "squashed": lambda picture: picture.resize((200, 200)),
    "grey": lambda picture: picture.convert("L"),
    "blurred": lambda picture: picture.filter(ImageFilter.GaussianBlur(3)),
    "turned a quarter": lambda picture: picture.rotate(90, expand=True),
    "turned upside down": lambda picture: picture.rotate(180),
    "mirrored": ImageOps.mirror,
    "brighter": brighter(1.3),
    "darker": brighter(0.5),
    "more contrast": of_contrast(1.6),
    "less contrast": of_contrast(0.5),
    "other tones": lambda picture: picture.point(lambda value: round(255 * (value / 255) ** 0.6)),
    "nine tenths": cropped(0.9),
    "two thirds": cropped(0.66),
    "a half": cropped(0.5),
    "a square": cropped(0.75, 1),
    "a wide part": cropped(0.9, 0.5),
    "a high part": cropped(0.4, 1, across=0.2),
    "mirrored, a part, brighter": lambda picture: brighter(1.3)(
        cropped(0.7)(ImageOps.mirror(picture))
    ),
    "a little askew": lambda picture: picture.rotate(1),
}
OFTEN: Mapping[str, Change] = {
    "much brighter": brighter(1.8),
    "in a frame": lambda picture: ImageOps.expand(picture, 25, "white"),
    "on a page": _on_a_page,
}
MISSED: Mapping[str, Change] = {
    "a small part": cropped(0.25),
    "askew": lambda picture: picture.rotate(12),
    "a negative": ImageOps.invert,
}
