"""Whether two pictures are of the same thing, though one was made anew from the other."""

import io
import warnings

from PIL import Image

_SIDE = 16
# Of 256 signs; another size or another way of packing changes a few of them.
_MOST_APART = 8
# A picture of one colour is like every other.
_LEAST_SIGNS = 12


def picture_print(data: bytes) -> int | None:
    """256 signs of where a picture grows lighter from left to right, or None for no such picture.

    It stays nearly the same when a picture is made smaller, packed again or rid of its metadata.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(data)) as picture:
                picture.draft("L", (_SIDE * 8, _SIDE * 8))
                flat = picture.convert("RGBA").convert("L")
                small = flat.resize((_SIDE + 1, _SIDE), Image.Resampling.BOX)
    except Exception:  # noqa: BLE001 - a damaged file can fail in any way in its library
        return None
    light = small.tobytes()
    signs = 0
    for row in range(_SIDE):
        for column in range(_SIDE):
            place = row * (_SIDE + 1) + column
            signs = signs << 1 | (light[place] < light[place + 1])
    return signs if signs.bit_count() >= _LEAST_SIGNS else None


def alike(one: int, other: int) -> bool:
    """Whether two prints are of the same picture."""
    return (one ^ other).bit_count() <= _MOST_APART
