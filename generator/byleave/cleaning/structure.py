"""What a picture file consists of, told apart without decoding it: what is shown, and the rest.

Each format is read by a list of what belongs to the picture; whatever is not on it does not.
Sources: ITU-T T.81 (JPEG), W3C PNG (third edition), CompuServe GIF89a, RFC 9649 (WebP).
"""

import re
import zlib
from collections.abc import Callable, Iterator

from msgspec import Struct

from byleave.cleaning.facts import UnreadableMediaError


class Structure(Struct, frozen=True, kw_only=True):
    """The bytes that make the picture, and whether the file holds nothing else."""

    shown: bytes
    clean: bool


_Piece = tuple[bool, bytes]  # whether it belongs to the picture, and its bytes


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


def _after(content: bytes, end: int) -> Iterator[_Piece]:
    """Whatever stands behind the end of the picture."""
    if content[end:]:
        yield False, content[end:]


def _slice(content: bytes, start: int, length: int) -> bytes:
    piece = content[start : start + length]
    if len(piece) != length:
        raise ValueError
    return piece


# The frame, its tables and its scans; SOF0 to SOF15 have tables (C4), JPG (C8) and DAC (CC) among
# them. APP14 of Adobe says how colours are kept.
_JPEG_SHOWN = frozenset({*range(0xC0, 0xD0), 0xDA, 0xDB, 0xDC, 0xDD, 0xDE, 0xDF})
_JPEG_MARKER = re.compile(rb"\xff+([^\x00\xff])", re.S)
_JPEG_AFTER_SCAN = re.compile(rb"\xff+[^\x00\xff\xd0-\xd7]", re.S)
_START_OF_SCAN, _END, _JFIF, _ADOBE = 0xDA, 0xD9, 0xE0, 0xEE
_JFIF_LENGTH, _ADOBE_LENGTH = 16, 14  # without a thumbnail, and without anything of one's own


def _jpeg(content: bytes) -> Iterator[_Piece]:
    at = 2
    while True:
        marker = _JPEG_MARKER.match(content, at)
        if marker is None:
            raise ValueError
        code = marker[1][0]
        if code == _END:
            yield from _after(content, marker.end())
            return
        length = int.from_bytes(_slice(content, marker.end(), 2), "big")
        segment = _slice(content, marker.end(), length)
        at = marker.end() + length
        yield _jpeg_segment(code, segment)
        if code == _START_OF_SCAN:
            following = _JPEG_AFTER_SCAN.search(content, at)
            if following is None:
                raise ValueError
            yield True, content[at : following.start()]
            at = following.start()


def _jpeg_segment(code: int, segment: bytes) -> _Piece:
    if code == _JFIF and segment[2:7] == b"JFIF\0" and len(segment) == _JFIF_LENGTH:
        return True, b""
    if code == _ADOBE and segment[2:7] == b"Adobe" and len(segment) == _ADOBE_LENGTH:
        return True, segment
    return code in _JPEG_SHOWN, bytes([code]) + segment


_PNG_START = b"\x89PNG\r\n\x1a\n"
_PNG_SHOWN = frozenset(
    b"IHDR PLTE tRNS IDAT IEND gAMA cHRM sRGB cICP sBIT bKGD pHYs acTL fcTL fdAT".split()
)


def _png(content: bytes) -> Iterator[_Piece]:
    at, kind = len(_PNG_START), b""
    while kind != b"IEND":
        length = int.from_bytes(_slice(content, at, 4), "big")
        chunk = _slice(content, at, length + 12)
        kind = chunk[4:8]
        if zlib.crc32(chunk[4:-4]) != int.from_bytes(chunk[-4:], "big"):
            raise ValueError
        yield kind in _PNG_SHOWN, chunk
        at += length + 12
    yield from _after(content, at)


_GIF_EXTENSION, _GIF_IMAGE, _GIF_END = 0x21, 0x2C, 0x3B
_GIF_CONTROL, _GIF_APPLICATION = 0xF9, 0xFF
_GIF_LOOPS = (b"NETSCAPE2.0", b"ANIMEXTS1.0")


def _gif(content: bytes) -> Iterator[_Piece]:
    at = 13 + _gif_colours(content[10])
    yield True, _slice(content, 0, at)
    while content[at] != _GIF_END:
        if content[at] == _GIF_IMAGE:
            start = at + 10 + _gif_colours(content[at + 9]) + 1
            belongs = True
        elif content[at] == _GIF_EXTENSION:
            start = at + 2
            loops = content[at + 3 : at + 14] in _GIF_LOOPS
            kind = content[at + 1]
            belongs = kind == _GIF_CONTROL or (kind == _GIF_APPLICATION and loops)
        else:
            raise ValueError
        end = _gif_end_of_blocks(content, start)
        yield belongs, content[at:end]
        at = end
    yield from _after(content, at + 1)


def _gif_colours(flags: int) -> int:
    """The length of the table of colours that such flags announce."""
    return 3 << ((flags & 7) + 1) if flags & 0x80 else 0


def _gif_end_of_blocks(content: bytes, at: int) -> int:
    while content[at]:
        at += content[at] + 1
    return at + 1


_WEBP_SHOWN = frozenset({b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF"})
_WEBP_SAID = 0x20 | 0x08 | 0x04  # VP8X announces a profile of colours, EXIF and XMP by these


def _webp(content: bytes) -> Iterator[_Piece]:
    at, end = 12, 8 + int.from_bytes(content[4:8], "little")
    if end > len(content):
        raise ValueError
    while at < end:
        kind = _slice(content, at, 4)
        length = int.from_bytes(_slice(content, at + 4, 4), "little")
        piece = kind + _slice(content, at + 8, length)
        if kind == b"VP8X":
            piece = kind + bytes([piece[4] & ~_WEBP_SAID]) + piece[5:]
        yield kind in _WEBP_SHOWN, piece
        at += 8 + length + length % 2
    yield from _after(content, at)


_FORMATS: tuple[tuple[re.Pattern[bytes], Callable[[bytes], Iterator[_Piece]]], ...] = (
    (re.compile(rb"\xff\xd8\xff"), _jpeg),
    (re.compile(re.escape(_PNG_START)), _png),
    (re.compile(rb"GIF8[79]a"), _gif),
    (re.compile(rb"RIFF....WEBP", re.S), _webp),
)
