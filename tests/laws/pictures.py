"""Tiny pictures, each with a colour of its own, so that no two files show the same."""

import struct
import zlib

_START = b"\x89PNG\r\n\x1a\n"


def picture(name: str) -> bytes:
    """A PNG of one pixel, whose colour is made from the name."""
    return _png(name)


def photograph(name: str) -> bytes:
    """Such a picture; every second one says in itself who made it, as cameras do."""
    if zlib.crc32(name.encode()) % 2:
        return _png(name)
    return _png(name, chunk(b"tEXt", b"Author\0" + name.encode()), chunk(b"tIME", bytes(7)))


def seen(content: bytes) -> bytes:
    """What is seen of a picture that was made here, whoever encoded it; other files as they are."""
    if not content.startswith(_START):
        return content
    at = content.index(b"IDAT")
    length = int.from_bytes(content[at - 4 : at], "big")
    # Before the pixel stands how it is filtered, which says nothing of a single one.
    return zlib.decompress(content[at + 4 : at + 4 + length])[1:]


def _png(name: str, *more: bytes) -> bytes:
    colour = zlib.crc32(name.encode()).to_bytes(4, "big")
    header = chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 6, 0, 0, 0))
    pixels = chunk(b"IDAT", zlib.compress(b"\0" + colour))
    return b"".join((_START, header, *more, pixels, chunk(b"IEND", b"")))


def chunk(kind: bytes, data: bytes) -> bytes:
    """A part of a PNG with its checksum."""
    checksum = struct.pack(">I", zlib.crc32(kind + data))
    return struct.pack(">I", len(data)) + kind + data + checksum
