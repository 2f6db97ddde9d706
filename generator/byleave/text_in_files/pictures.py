"""Whether two pictures show the same, though one was cropped, turned or made anew from the other.

A picture is known by where it grows lighter and darker, which is nearly the same in another size,
packing, brightness or contrast. A part of it is looked for in windows of many sizes and places:
quickly by 64 signs of each, and where these agree more closely.
"""

import io
import math
import re
import warnings
from collections.abc import Iterator
from functools import cached_property
from itertools import islice
from operator import mul

from PIL import Image, ImageOps

Box = tuple[float, float, float, float]

# Pixels of the longer side: enough for all that is compared.
_SIDE = 160
_SIGNS = (9, 8)
# Of 64 signs: what may be the same, and is looked at closely.
_MOST_APART = 20
_GRID = 16
# What two photographs have in common by chance is below 0.5, as tests/permission measures.
_SAME, _COPY, _HOPEFUL = 0.75, 0.95, 0.35
# A picture of one colour is like every other.
_LEAST_CHANGE = 60.0
# The smallest window is two fifths of what there is, each next one an eighth larger.
_SMALLEST, _LARGER = 0.4, 1.12
_STEPS = 10
_LOOKED_AT, _CLOSEST = 24, 5
_ASPECTS = 8  # this many in each time e that a picture is longer than high
_LEAST_WINDOW = 8.0
_MOST_FRAMES = 8
_MOST_INSIDE = 40
_BEGINNING = re.compile(rb"\xff\xd8\xff|\x89PNG\r\n\x1a\n|GIF8[79]a|RIFF.{4}WEBP", re.S)
_TURNS = (None, *Image.Transpose)
# How a window may be moved and stretched: what is added to each of its sides.
_MOVES = (
    *((1, 0, 1, 0), (-1, 0, -1, 0), (0, 1, 0, 1), (0, -1, 0, -1), (1, 1, -1, -1), (-1, -1, 1, 1)),
    *((1, 0, 0, 0), (-1, 0, 0, 0), (0, 0, 1, 0), (0, 0, -1, 0)),
    *((0, 1, 0, 0), (0, -1, 0, 0), (0, 0, 0, 1), (0, 0, 0, -1)),
)


class Picture:
    """What is compared of one picture, or of one frame of it."""

    def __init__(self, small: Image.Image) -> None:
        """Keep the picture, grey and no larger than needed."""
        self.small = small
        self.change = _change(small)
        self._windows: dict[int, tuple[tuple[int, Box], ...]] = {}

    @property
    def is_plain(self) -> bool:
        """Whether there is nothing in it by which it could be known."""
        return math.hypot(*self.change) < _LEAST_CHANGE

    @cached_property
    def turned(self) -> tuple[tuple[Image.Image, int, tuple[int, ...]], ...]:
        """The picture in each way that it can be turned and mirrored, with its signs and change."""
        ways = (self.small if how is None else self.small.transpose(how) for how in _TURNS)
        return tuple((way, _signs(way), _change(way)) for way in ways)

    def windows(self, aspect: float) -> tuple[tuple[int, Box], ...]:
        """The windows that are about `aspect` times as wide as high, and the signs of each."""
        near = round(math.log(aspect) * _ASPECTS)
        if near not in self._windows:
            boxes = _boxes(self.small.size, math.exp(near / _ASPECTS))
            self._windows[near] = tuple((_signs(self.small, box), box) for box in boxes)
        return self._windows[near]


def pictures_in(data: bytes) -> tuple[Picture, ...]:
    """The picture that `data` is, or frames of it; none where there is nothing to be known by."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            found = tuple(_frames(data))
    except Exception:  # noqa: BLE001 - a damaged file can fail in any way in its library
        return ()
    return tuple(one for one in found if not one.is_plain)


def pictures_inside(data: bytes) -> Iterator[bytes]:
    """Pictures that stand whole within other bytes: in documents, tags of recordings, EXIF.

    Each from where it begins, to the end of `data`; at most forty of them.
    """
    begins = islice((found.start() for found in _BEGINNING.finditer(data, 1)), _MOST_INSIDE)
    yield from (data[start:] for start in begins)
    if data[:1024].find(b"%PDF-") >= 0:
        yield from _of_document(data)


def _of_document(data: bytes) -> Iterator[bytes]:
    """The pictures on the pages of a PDF, however they are kept in it."""
    from pypdf import PdfReader

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            images = (image for page in PdfReader(io.BytesIO(data)).pages for image in page.images)
            yield from (image.data for image in islice(images, _MOST_INSIDE))
    except Exception:  # noqa: BLE001 - as above
        return


def is_copy(one: Picture, other: Picture) -> bool:
    """Whether both are the same picture, whole and the same way up."""
    return _likeness(one.change, other.change) >= _COPY


def shows_same(one: Picture, other: Picture) -> bool:
    """Whether one is the other or a part of it, whichever way it is turned or mirrored."""
    if any(_likeness(one.change, change) >= _SAME for _, _, change in other.turned):
        return True
    return _is_within(one, other) or _is_within(other, one)


def _frames(data: bytes) -> Iterator[Picture]:
    with Image.open(io.BytesIO(data)) as picture:
        count = getattr(picture, "n_frames", 1)
        for number in sorted({count * part // _MOST_FRAMES for part in range(_MOST_FRAMES)}):
            if count > 1:
                picture.seek(number)
            else:
                picture.draft("L", (_SIDE * 2, _SIDE * 2))
            yield Picture(_small(ImageOps.exif_transpose(picture)))


def _small(picture: Image.Image) -> Image.Image:
    grey = picture.convert("RGBA").convert("L")
    scale = _SIDE / max(grey.size)
    if scale >= 1:
        return grey
    width, height = (max(1, round(side * scale)) for side in grey.size)
    return grey.resize((width, height), Image.Resampling.BOX)


def _signs(picture: Image.Image, box: Box | None = None) -> int:
    """64 signs of where it grows lighter from left to right."""
    light = picture.resize(_SIGNS, Image.Resampling.BOX, box=box).tobytes()
    signs = 0
    width = _SIGNS[0]
    for place, value in enumerate(light):
        if (place + 1) % width:
            signs = signs << 1 | (value < light[place + 1])
    return signs


def _change(picture: Image.Image, box: Box | None = None) -> tuple[int, ...]:
    """By how much it grows lighter from each place to the next, and to the one below."""
    light = picture.resize((_GRID, _GRID), Image.Resampling.BOX, box=box).tobytes()
    across = (light[at + 1] - light[at] for at in range(_GRID**2) if (at + 1) % _GRID)
    down = (light[at + _GRID] - light[at] for at in range(_GRID**2 - _GRID))
    return (*across, *down)


def _likeness(one: tuple[int, ...], other: tuple[int, ...]) -> float:
    """1 where both change in the same way, about 0 where they have nothing in common."""
    lengths = math.hypot(*one), math.hypot(*other)
    if min(lengths) < _LEAST_CHANGE:
        return 0.0
    return float(sum(map(mul, one, other)) / (lengths[0] * lengths[1]))


def _boxes(size: tuple[int, int], aspect: float) -> Iterator[Box]:
    """Windows in a picture of `size`, from the largest of this form to the smallest."""
    widest = min(size[0], size[1] * aspect)
    scale = 1.0
    while scale >= _SMALLEST:
        width, height = widest * scale, widest * scale / aspect
        for left in _places(size[0], width):
            for top in _places(size[1], height):
                yield left, top, min(size[0], left + width), min(size[1], top + height)
        scale /= _LARGER


def _places(whole: int, part: float) -> Iterator[float]:
    rest = max(0.0, whole - part)
    count = math.ceil(rest * _STEPS / part) if rest > 1 else 0
    yield from (rest * number / count for number in range(count + 1)) if count else (rest / 2,)


def _is_within(whole: Picture, part: Picture) -> bool:
    hopeful: list[tuple[int, Box, tuple[int, ...]]] = []
    for way, signs, change in part.turned:
        for found, box in whole.windows(way.width / way.height):
            apart = (found ^ signs).bit_count()
            if apart <= _MOST_APART:
                hopeful.append((apart, box, change))
    hopeful.sort(key=lambda one: one[0])
    likely = [
        (_likeness(_change(whole.small, box), change), box, change)
        for _, box, change in hopeful[:_LOOKED_AT]
    ]
    likely.sort(key=lambda one: -one[0])
    return any(
        _closest(whole.small, box, change, best) >= _SAME for best, box, change in likely[:_CLOSEST]
    )


def _closest(picture: Image.Image, box: Box, change: tuple[int, ...], best: float) -> float:
    """How alike the window `box`, now `best`, is moved and stretched by less and less."""
    step = 1 / _STEPS
    while _HOPEFUL <= best < _SAME and step > 1 / _STEPS / 8:
        for move in _MOVES:
            moved = _moved(box, move, step / 2, picture.size)
            if moved is not None:
                found = _likeness(_change(picture, moved), change)
                if found > best:
                    best, box = found, moved
        step /= 2
    return best


def _moved(
    box: Box, move: tuple[int, int, int, int], step: float, size: tuple[int, int]
) -> Box | None:
    width, height = (box[2] - box[0]) * step, (box[3] - box[1]) * step
    left, top = max(0.0, box[0] + move[0] * width), max(0.0, box[1] + move[1] * height)
    right, bottom = min(size[0], box[2] + move[2] * width), min(size[1], box[3] + move[3] * height)
    if min(right - left, bottom - top) < _LEAST_WINDOW:
        return None
    return left, top, right, bottom
