"""PNG and APNG: their chunks, and whether the packed pixels end where the picture does.

Source: W3C PNG (third edition).
"""

import re
import zlib
from collections.abc import Iterable, Iterator

from byleave.cleaning.formats.pieces import Piece, after, part

_SIGN = b"\x89PNG\r\n\x1a\n"
START = re.compile(re.escape(_SIGN))
# How long what belongs to a picture is, in bytes; those without a length are looked at below.
_LENGTHS = {
    b"IHDR": {13},
    b"IEND": {0},
    b"gAMA": {4},
    b"cHRM": {32},
    b"sRGB": {1},
    b"cICP": {4},
    b"sBIT": {1, 2, 3, 4},
    b"bKGD": {1, 2, 6},
    b"pHYs": {9},
    b"acTL": {8},
    b"fcTL": {26},
}
_PACKED = frozenset({b"IDAT", b"fdAT"})
_MANY = _PACKED | {b"fcTL"}
_CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}  # by kind of colour
_BY_PALETTE = 3
_ADAM7 = (
    (0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)
)  # fmt: skip
_PIECE = 1 << 20  # bytes unpacked at a time


def pieces(content: bytes) -> Iterator[Piece]:
    """Its chunks; raises ValueError or IndexError where it is not as it says."""
    seen: set[bytes] = set()
    head = b""
    end = len(_SIGN)
    for kind, chunk in _chunks(content):
        head = head or chunk[8:-4]
        once = kind in _MANY or kind not in seen
        seen.add(kind)
        yield once and _belongs(kind, chunk[8:-4], head), chunk
        end += len(chunk)
    yield from after(content, end)


def without_notes(content: bytes) -> bytes:
    """The same pixels in a file without notes; raises as `pieces` does."""
    kept = (b"PLTE", b"tRNS")
    found = (
        chunk
        for (kind, chunk), (belongs, _) in zip(_chunks(content), pieces(content), strict=False)
        if belongs or kind in kept
    )
    return _SIGN + b"".join(found)


def is_exact(content: bytes) -> bool:
    """Whether what is packed are the pixels, and nothing behind them."""
    head = b""
    size = (0, 0)
    packed: list[bytes] = []
    for kind, chunk in _chunks(content):
        said = chunk[8:-4]
        if kind == b"IHDR":
            head, size = said, (_number(said, 0), _number(said, 4))
        elif kind == b"IDAT":
            packed.append(said)
        elif kind == b"fdAT":
            packed.append(said[4:])
        elif kind in (b"fcTL", b"IEND") and packed:
            if not _fills(packed, _length(head, *size)):
                return False
            packed = []
        if kind == b"fcTL":
            size = _number(said, 4), _number(said, 8)
    return True


def count_frames(content: bytes) -> int:
    """How many pictures it says that it has; raises as `pieces` does."""
    if b"fcTL" not in content:
        return 1
    return max(1, sum(kind == b"fcTL" for kind, _ in _chunks(content)))


def _chunks(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    at, kind = len(_SIGN), b""
    while kind != b"IEND":
        length = _number(part(content, at, 4), 0)
        chunk = part(content, at, length + 12)
        kind = chunk[4:8]
        if zlib.crc32(chunk[4:-4]) != _number(chunk, len(chunk) - 4):
            raise ValueError
        yield kind, chunk
        at += length + 12


def _belongs(kind: bytes, said: bytes, head: bytes) -> bool:
    if kind == b"PLTE":
        most = 3 << head[8]
        return head[9] == _BY_PALETTE and len(said) <= most and len(said) % 3 == 0
    if kind == b"tRNS":
        most = {0: 2, 2: 6, _BY_PALETTE: 256}.get(head[9], 0)
        return len(said) <= most if head[9] == _BY_PALETTE else len(said) == most
    return kind in _PACKED or len(said) in _LENGTHS.get(kind, ())


def _number(content: bytes, at: int) -> int:
    return int.from_bytes(content[at : at + 4], "big")


def _length(head: bytes, width: int, height: int) -> int:
    """How many bytes the pixels of a picture take before they are packed."""
    bits = head[8] * _CHANNELS.get(head[9], 0)
    ways = _ADAM7 if head[12] else ((0, 0, 1, 1),)
    found = 0
    for left, top, across, down in ways:
        columns, rows = -(-(width - left) // across), -(-(height - top) // down)
        if columns > 0 and rows > 0:
            found += rows * (1 + -(-columns * bits // 8))
    return found


def _fills(packed: Iterable[bytes], length: int) -> bool:
    """Whether what is `packed` are `length` bytes and nothing behind them."""
    unpacker = zlib.decompressobj()
    found = 0
    for piece in packed:
        if unpacker.eof:
            return False
        waiting = piece
        while waiting and not unpacker.eof:
            try:
                found += len(unpacker.decompress(waiting, _PIECE))
            except zlib.error:
                return False
            waiting = unpacker.unconsumed_tail
            if found > length:
                return False
    return unpacker.eof and not unpacker.unused_data and found == length
