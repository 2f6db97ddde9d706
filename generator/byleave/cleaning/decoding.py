"""Pictures decoded by Pillow: whatever goes wrong ends in one way, and none asks for too much."""

import struct
import warnings
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO

from PIL import Image

from byleave.cleaning.examined import UnreadableMediaError
from byleave.cleaning.formats import gif, jpeg, png, webp

# What Pillow calls the formats that browsers show. It opens some JPEG files as "MPO": those with
# more pictures behind the first.
_FORMATS = ("JPEG", "PNG", "GIF", "WEBP", "AVIF")
# Whatever Pillow may raise for a damaged file.
FAULTS = (
    OSError,
    SyntaxError,
    ValueError,
    KeyError,
    TypeError,
    IndexError,
    EOFError,
    struct.error,
    zlib.error,
)
_TOO_LARGE = (MemoryError, Image.DecompressionBombError, Image.DecompressionBombWarning)
# As many pixels as Pillow thinks sane, in one picture or in all pictures of a drawing; and in all
# frames of one that moves: several copies of all of these are in memory while it is made anew.
MOST_PIXELS = 89_478_485
MOST_PIXELS_OF_FRAMES = 50_000_000
_ONE_PICTURE = ("JPEG", "MPO")


@contextmanager
def opened(content: bytes) -> Iterator[Image.Image]:
    """The picture, its pixels not decoded yet; whatever goes wrong is an UnreadableMediaError."""
    with warnings.catch_warnings():
        # What Pillow has to say of odd metadata is of no use to anybody; a bomb is a fault.
        warnings.simplefilter("ignore")
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        try:
            with Image.open(BytesIO(content), formats=_FORMATS) as picture:
                _check_budget(picture, content)
                yield picture
        except _TOO_LARGE as fault:
            raise UnreadableMediaError("large") from fault
        except FAULTS as fault:
            raise UnreadableMediaError from fault


def frames(picture: Image.Image) -> Iterator[int]:
    """Go to each picture of an animation; of several pictures in a JPEG, the first alone."""
    count = 1 if picture.format in _ONE_PICTURE else getattr(picture, "n_frames", 1)
    for number in range(count):
        picture.seek(number)
        picture.load()
        yield number


def _check_budget(picture: Image.Image, content: bytes) -> None:
    """Raise UnreadableMediaError for a picture that would fill the memory, before it is decoded."""
    width, height = picture.size
    number = 1
    match picture.format:
        case "JPEG" | "MPO":
            if jpeg.count_scans(content) > jpeg.MOST_SCANS:
                raise UnreadableMediaError("large")
        case "GIF":
            # A later picture may be larger than the first.
            right, down, number = gif.extent(content)
            width, height = max(width, right), max(height, down)
        case "PNG":
            number = png.count_frames(content)
        case "WEBP":
            number = webp.count_frames(content)
        case _:
            number = getattr(picture, "n_frames", 1)
    if number > 1 and number * width * height > MOST_PIXELS_OF_FRAMES:
        raise UnreadableMediaError("large")
