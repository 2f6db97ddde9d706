"""Files that are packed as a whole, as servers and tools keep them beside those that they serve."""

import bz2
import gzip
import io
import lzma
import zlib
from importlib import import_module
from pathlib import PurePosixPath
from typing import Any, Literal

Packing = Literal["gzip", "bzip2", "xz", "brotli", "zstd", "other"]

_BEGINNINGS: tuple[tuple[bytes, Packing], ...] = (
    (b"\x1f\x8b", "gzip"),
    (b"BZh", "bzip2"),
    (b"\xfd7zXZ\0", "xz"),
    (b"\x28\xb5\x2f\xfd", "zstd"),
    # 7-Zip, RAR, Unix: nothing here can read them.
    (b"7z\xbc\xaf\x27\x1c", "other"),
    (b"Rar!", "other"),
    (b"\x1f\x9d", "other"),
)
# They leave no sign but the file's name.
_BY_ENDING: dict[str, Packing] = {".br": "brotli", ".lzma": "xz"}


def packing_of(path: str, data: bytes) -> Packing | None:
    """How the file at `path` is packed, or None."""
    ending = PurePosixPath(path).suffix.lower()
    if ending in _BY_ENDING:
        return _BY_ENDING[ending]
    return next((how for begins, how in _BEGINNINGS if data.startswith(begins)), None)


def unpacked(data: bytes, packing: Packing, most: int) -> bytes | None:
    """The first `most` bytes of what is packed in `data`; None where it cannot be read."""
    try:
        if packing == "gzip":
            return gzip.GzipFile(fileobj=io.BytesIO(data)).read(most)
        if packing == "bzip2":
            return bz2.BZ2File(io.BytesIO(data)).read(most)
        if packing == "xz":
            return lzma.LZMAFile(io.BytesIO(data)).read(most)
        if packing == "zstd":
            return _without_zstd(data, most)
    except (OSError, EOFError, zlib.error, lzma.LZMAError):
        return None
    return _without_brotli(data, most) if packing == "brotli" else None


def _without_zstd(data: bytes, most: int) -> bytes | None:
    try:
        # Comes with Python from 3.14 on.
        zstd: Any = import_module("compression.zstd")
    except ImportError:
        return None
    try:
        return bytes(zstd.ZstdFile(io.BytesIO(data)).read(most))
    except zstd.ZstdError:
        return None


def _without_brotli(data: bytes, most: int) -> bytes | None:
    try:
        # Comes with the optional package byleave[pdf].
        brotli: Any = import_module("brotli")
    except ImportError:
        return None
    reader = brotli.Decompressor()
    found = bytearray()
    try:
        given = data
        while not reader.is_finished() and len(found) < most:
            more = reader.process(given, output_buffer_limit=most)
            if not more and not given:
                return None  # it breaks off
            found += more
            given = b""
    except (brotli.error, TypeError):
        return None
    return bytes(found[:most])
