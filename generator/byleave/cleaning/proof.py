"""Whether a picture can be decoded, and whether its packed bytes hold anything beside its pixels.

A decoder does not say where it stopped. But where the last bytes of what is packed are needed, a
file in which they are others is another picture; and where all that is needed is there, more bytes
behind it change nothing.
"""

import hashlib
import re
from collections.abc import Callable, Iterator

from PIL import Image

from byleave.cleaning.decoding import frames, opened
from byleave.cleaning.examined import UnreadableMediaError
from byleave.cleaning.formats import gif, jpeg, png, webp
from byleave.cleaning.formats.pieces import Still
from byleave.cleaning.structure import structure

_STRIP = 256  # rows of pixels that are copied at a time
# Of a JPEG with more scans than encoders make, the proof would take longer than a new file.
_MOST_CHANGED = 16
_MORE = bytes.fromhex("a5c396e17a3bd24c")
_SMALL = (1, 1)

_STILLS: tuple[tuple[re.Pattern[bytes], Callable[[bytes], Iterator[Still]]], ...] = (
    (jpeg.START, jpeg.stills),
    (gif.START, gif.stills),
    (webp.START, webp.stills),
)


def holds_only_pixels(content: bytes) -> bool:
    """Whether nothing is in a picture but what it shows; raises UnreadableMediaError."""
    parts = structure(content)
    _check_decodes(content)
    if parts is None or not parts.clean:
        return False
    try:
        return png.is_exact(content) if png.START.match(content) else _needs_its_ends(content)
    except (IndexError, ValueError):
        return False


def _check_decodes(content: bytes) -> None:
    """Raise UnreadableMediaError for a picture that is not whole, or too large to be decoded."""
    if not jpeg.START.match(content):
        with opened(content) as picture:
            for _ in frames(picture):
                pass
        return
    # From afar, nothing can be seen of the last scans of a progressive one.
    small = not jpeg.is_progressive(content)
    if _print_of(content, small=small) != _print_of(jpeg.with_more(content, _MORE), small=small):
        raise UnreadableMediaError


def _needs_its_ends(content: bytes) -> bool:
    """Whether each of its pictures is another one as soon as the end of its bytes is."""
    stills = next(stills for start, stills in _STILLS if start.match(content))
    found = False
    for still, changed in stills(content):
        found, shown = True, _print_of(still)
        for number, other in enumerate(changed):
            if number == _MOST_CHANGED or _print_or_none(other) == shown:
                return False
    return found


def _print_or_none(content: bytes) -> bytes | None:
    try:
        return _print_of(content)
    except UnreadableMediaError:
        return None


def _print_of(content: bytes, *, small: bool = False) -> bytes:
    """What stands for the pixels of a picture; of a `small` one, for what is seen from afar."""
    with opened(content) as picture:
        if small:
            picture.draft(None, _SMALL)
        picture.load()
        return _digest_of(picture)


def _digest_of(picture: Image.Image) -> bytes:
    made = hashlib.sha256(f"{picture.mode} {picture.size}".encode())
    for top in range(0, picture.height, _STRIP):
        bottom = min(top + _STRIP, picture.height)
        made.update(picture.crop((0, top, picture.width, bottom)).tobytes())
    return made.digest()
