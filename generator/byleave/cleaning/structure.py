"""What a picture file consists of, told apart without decoding it: what is shown, and the rest.

Each format is read by a list of what belongs to the picture; whatever is not on it does not.
"""

import re
from collections.abc import Callable, Iterator

from msgspec import Struct

from byleave.cleaning.examined import UnreadableMediaError
from byleave.cleaning.formats import gif, jpeg, png, webp
from byleave.cleaning.formats.pieces import Piece


class Structure(Struct, frozen=True, kw_only=True):
    """The bytes that make the picture, and whether the file seems to hold nothing else."""

    shown: bytes
    clean: bool


def structure(content: bytes) -> Structure | None:
    """The structure of a picture; None for a format that is not taken apart.

    Raises UnreadableMediaError where the file ends too early or is not as its format says.
    """
    for start, pieces in _FORMATS:
        if start.match(content):
            try:
                found = list(pieces(content))
            except (IndexError, ValueError):
                raise UnreadableMediaError from None
            shown = b"".join(piece for belongs, piece in found if belongs)
            return Structure(shown=shown, clean=all(belongs for belongs, _ in found))
    return None


_FORMATS: tuple[tuple[re.Pattern[bytes], Callable[[bytes], Iterator[Piece]]], ...] = (
    (jpeg.START, jpeg.pieces),
    (png.START, png.pieces),
    (gif.START, gif.pieces),
    (webp.START, webp.pieces),
)
