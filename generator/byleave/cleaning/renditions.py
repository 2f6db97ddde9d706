"""The smaller files of a picture: in three widths, as JPEG or PNG and as WebP, whole and cut.

Each is made of the pixels alone, upright and in the colours that screens expect, like the picture
that is published beside it. What is no smaller than a wider one is left out.
"""

from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import Any

from msgspec import Struct
from PIL import Image

from byleave.cleaning.decoding import opened
from byleave.cleaning.pictures_made_anew import (
    ON_ITS_SIDE,
    TURNS,
    in_usual_colours,
    turn_of,
)
from byleave.model.renditions import (
    CUT,
    CUT_WIDTHS,
    USUAL_FOCUS,
    WIDTHS,
    Focus,
    Rendition,
    RenditionKind,
)

# What looks the same as the original to most people; every step more is a twentieth more to send.
_JPEG = {"quality": 80, "optimize": True, "progressive": True}
_WEBP = {"quality": 75, "method": 4}
# What a cut of a photograph may weigh, by its width: so that one and three small ones, as a phone
# shows them on the first page, are 60 KB together. Of one with more in it, less is kept.
_MOST_OF_CUTS = {240: 10_000, 480: 30_000}
_LOWER = (60, 45, 30)
# A drawing has sharp edges and even colours, which this keeps.
_DRAWN = {"lossless": True, "quality": 75, "method": 2}
_LEAST_CUT = 2 * CUT_WIDTHS[0]
_SHARP = Image.Resampling.LANCZOS
_DEEP = ("I", "I;16", "I;16B", "I;16L", "F")
# Of a picture that weighs less, nothing is saved that anybody would notice.
_LIGHT = 16_000  # bytes

Size = tuple[int, int]


class MadeRendition(Struct, frozen=True, kw_only=True):
    """A rendition with its bytes."""

    rendition: Rendition
    content: bytes


Renditions = tuple[tuple[MadeRendition, ...], ...]


def renditions(content: bytes, shapes: Sequence[Focus | None]) -> Renditions:
    """What is made of a picture in each of the `shapes`: whole, or cut about what is in focus.

    Nothing of one that moves, or is as small already. Raises UnreadableMediaError.
    """
    with opened(content) as picture:
        if getattr(picture, "n_frames", 1) > 1 and picture.format not in ("JPEG", "MPO"):
            return tuple(() for _ in shapes)
        turn = turn_of(picture)
        size = picture.size[::-1] if turn in ON_ITS_SIDE else picture.size
        wanted = [widths_of(size, shape, len(content)) for shape in shapes]
        if not any(wanted):
            return tuple(() for _ in shapes)
        colours = _few_colours(picture)
        whole = _upright(picture, turn, _scale(size))
    return tuple(
        # A whole picture is there already, in its own size; a cut is not.
        _made(_shaped(whole, shape), widths, None if shape else len(content), colours)
        for shape, widths in zip(shapes, wanted, strict=True)
    )


def widths_of(size: Size, shape: Focus | None, weight: int) -> tuple[int, ...]:
    """The widths that may be made of a picture of that size and weight; none is wider than it."""
    if shape is None:
        if size[0] <= WIDTHS[0] or weight < _LIGHT:
            return ()
        return _steps(_widest(size), WIDTHS)
    left, _, right, _ = _box(size, shape)
    width = right - left
    if width < _LEAST_CUT:
        return ()
    return _steps(min(width, CUT_WIDTHS[-1]), CUT_WIDTHS)


def _steps(most: int, widths: Sequence[int]) -> tuple[int, ...]:
    """`most`, and those of the usual widths that are so much less that they save something."""
    return (*(width for width in widths if width * 4 <= most * 3), most)


def _widest(size: Size) -> int:
    """How wide a whole picture may be: one that stands upright is not shown at full width."""
    return min(size[0], WIDTHS[-1], max(WIDTHS[0], size[0] * WIDTHS[-1] // size[1]))


def _box(size: Size, focus: Focus) -> tuple[int, int, int, int]:
    """The largest part of the usual shape that has the focus in its middle, or as near to it."""
    across, down = CUT
    width = min(size[0], size[1] * across // down)
    height = min(size[1], size[0] * down // across)
    left = min(max(size[0] * focus.across // 100 - width // 2, 0), size[0] - width)
    top = min(max(size[1] * focus.down // 100 - height // 2, 0), size[1] - height)
    return left, top, left + width, top + height


def _scale(size: Size) -> float:
    """How much of its size a picture keeps for all that may be made of it, wanted or not.

    So each shape of it is the same, whatever else is made.
    """
    left, _, right, _ = _box(size, USUAL_FOCUS)
    return min(max(_widest(size) / size[0], CUT_WIDTHS[-1] / (right - left)), 1.0)


def _upright(picture: Image.Image, turn: int, scale: float) -> Image.Image:
    """The picture as it is shown, no larger than it is needed; of a JPEG, no more is decoded."""
    width, height = picture.size
    wanted = max(1, round(width * scale)), max(1, round(height * scale))
    if picture.format in ("JPEG", "MPO"):
        picture.draft(None, wanted)
    picture.load()
    frame = _in_full_colours(picture)
    if frame.size != wanted:
        frame = frame.resize(wanted, _SHARP)
    frame = in_usual_colours(frame, picture.info.get("icc_profile"))
    if frame.mode == "RGBA" and frame.getchannel("A").getextrema() == (255, 255):
        frame = frame.convert("RGB")
    return frame.transpose(TURNS[turn]) if turn in TURNS else frame


def _in_full_colours(picture: Image.Image) -> Image.Image:
    """The picture in colours between which there are others: shades are made of them."""
    if picture.mode in _DEEP:
        # Sixteen bits, of which screens show eight.
        return picture.convert("I").point(lambda value: value / 256).convert("L")
    if picture.mode in ("PA", "LA") or "transparency" in picture.info:
        return picture.convert("RGBA")
    plain = {"P": "RGB", "1": "L"}.get(picture.mode)
    return picture.convert(plain) if plain else picture


def _shaped(whole: Image.Image, shape: Focus | None) -> Image.Image:
    return whole if shape is None else whole.crop(_box(whole.size, shape))


def _made(
    picture: Image.Image, widths: Sequence[int], most: int | None, colours: Image.Image | None
) -> tuple[MadeRendition, ...]:
    """The renditions of one shape, narrowest first: each lighter than any wider, and than `most`.

    There is WebP where it is lighter than the others, and then in the largest size as well, since
    browsers that know it look at no others.
    """
    found: list[MadeRendition] = []
    lightest: dict[RenditionKind, int] = {}
    for width in reversed(widths):
        height = max(1, round(picture.height * width / picture.width))
        small = picture.resize((width, height), _SHARP) if width != picture.width else picture
        budget = _MOST_OF_CUTS.get(width) if most is None else None
        for kind, content in _encoded(small, colours, budget):
            heavier = [*lightest.values()] if kind == "webp" else [lightest.get(kind)]
            if all(one is None or len(content) < one for one in (most, *heavier)):
                lightest[kind] = len(content)
                rendition = Rendition(kind=kind, width=width, height=height)
                found.append(MadeRendition(rendition=rendition, content=content))
    largest = {one.rendition.kind for one in found if one.rendition.width == widths[-1]}
    return (
        tuple(one for one in reversed(found) if one.rendition.kind != "webp" or "webp" in largest)
        if widths
        else ()
    )


def _few_colours(picture: Image.Image) -> Image.Image | None:
    """The colours of a drawing that has a table of them; None for what has all that there are."""
    if picture.mode != "P" or "transparency" in picture.info or picture.info.get("icc_profile"):
        return None
    return picture.crop((0, 0, 1, 1))


def _encoded(
    picture: Image.Image, colours: Image.Image | None, budget: int | None
) -> Iterator[tuple[RenditionKind, bytes]]:
    """One size in the form that every browser knows, then as WebP within its budget."""
    if colours is not None:
        few = picture.quantize(palette=colours, dither=Image.Dither.NONE)
        yield "png", _saved(few, "PNG", {})
        yield "webp", _saved(few.convert("RGB"), "WEBP", _DRAWN)
    elif picture.mode == "RGBA":
        yield "png", _saved(picture, "PNG", {})
        yield "webp", _saved(picture, "WEBP", _WEBP)
    else:
        yield "jpeg", _saved(picture, "JPEG", _JPEG)
        yield "webp", _within(picture, budget)


def _within(picture: Image.Image, budget: int | None) -> bytes:
    """A photograph as WebP: as good as can be within its budget, if it has one."""
    made = _saved(picture, "WEBP", _WEBP)
    for quality in _LOWER:
        if budget is None or len(made) <= budget:
            break
        made = _saved(picture, "WEBP", {**_WEBP, "quality": quality})
    return made


def _saved(picture: Image.Image, kind: str, settings: Any) -> bytes:
    picture.info = {}  # or an encoder would write what the original says of itself
    made = BytesIO()
    picture.save(made, format=kind, **settings)
    return made.getvalue()
