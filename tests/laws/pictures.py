"""Tiny pictures and documents, no two of which show the same."""

import hashlib
import struct
import zlib

WIDE, LARGE = (500, 20), (500, 334)
MANY = 48  # of so many pictures, two are wide, and not light, and two are large
_START = b"\x89PNG\r\n\x1a\n"


def picture(name: str) -> bytes:
    """A PNG of one pixel, whose colour is made from the name."""
    return _png(name)


def photograph(name: str) -> bytes:
    """Such a picture; every second one says in itself who made it, as cameras do.

    A few are so wide that there are smaller files of them, or so large that there are cuts.
    """
    number = zlib.crc32(name.encode())
    size = {0: WIDE, 1: LARGE}.get(number % MANY // 2, (1, 1))
    if number % 2:
        return _png(name, size=size)
    said = chunk(b"tEXt", b"Author\0" + name.encode()), chunk(b"tIME", bytes(7))
    return _png(name, *said, size=size)


def document(name: str) -> bytes:
    """A text of its own, which is published as it is."""
    return f"Minutes {zlib.crc32(name.encode())}\n".encode()


def seen(content: bytes) -> bytes:
    """What is seen of a picture that was made here, whoever encoded it; other files as they are."""
    if not content.startswith(_START):
        return content
    at = content.index(b"IDAT")
    length = int.from_bytes(content[at - 4 : at], "big")
    # Before the pixel stands how it is filtered, which says nothing of a single one.
    return zlib.decompress(content[at + 4 : at + 4 + length])[1:]


def _png(name: str, *more: bytes, size: tuple[int, int] = (1, 1)) -> bytes:
    width, height = size
    colour = zlib.crc32(name.encode()).to_bytes(4, "big")
    if width > 1:
        colour = hashlib.shake_128(name.encode()).digest(width * 4)
    header = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0))
    pixels = chunk(b"IDAT", zlib.compress((b"\0" + colour) * height, 0 if size == WIDE else -1))
    return b"".join((_START, header, *more, pixels, chunk(b"IEND", b"")))


def chunk(kind: bytes, data: bytes) -> bytes:
    """A part of a PNG with its checksum."""
    checksum = struct.pack(">I", zlib.crc32(kind + data))
    return struct.pack(">I", len(data)) + kind + data + checksum
