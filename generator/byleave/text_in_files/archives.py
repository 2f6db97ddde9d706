"""Files that hold others: archives, documents of office programs, mail with what is attached.

What is opened is what Python's own library can open.
"""

import io
import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from email.message import Message

ArchiveKind = Literal["zip", "tar", "mail"]

_ZIP, _END_OF_ZIP = b"PK\x03\x04", b"PK\x05\x06"
# How far from the end of a file that of an archive may stand: behind it is only its comment.
_FROM_END = 22 + 65_535
_TAR_AT, _TAR = 257, b"ustar"
_MAIL = frozenset({".eml", ".mht", ".mhtml", ".mbox"})
_NEXT_MAIL = re.compile(rb"^From .*\r?\n", re.M)


class CannotOpenError(Exception):
    """An archive is damaged, locked, or packed in a way that nothing here can read."""


def kind_of(path: str, data: bytes, *, at_end: bool = False) -> ArchiveKind | None:
    """What kind of archive `data` is; with `at_end`, whether one stands behind what is not."""
    if at_end:
        return "zip" if _END_OF_ZIP in data[-_FROM_END:] else None
    ending = PurePosixPath(path).suffix.lower()
    if data.startswith(_ZIP):
        return "zip"
    if data[_TAR_AT:].startswith(_TAR) or ending == ".tar":
        return "tar"
    return "mail" if ending in _MAIL else None


def comment_of(kind: ArchiveKind, data: bytes) -> str:
    """What an archive says of itself; raises CannotOpenError."""
    if kind != "zip":
        return ""
    import zipfile  # only where there is an archive, as below

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return archive.comment.decode("utf-8", "replace")
    except (OSError, ValueError, zipfile.BadZipFile):
        raise CannotOpenError from None


def members_of(kind: ArchiveKind, data: bytes, most: int) -> Iterator[tuple[str, bytes]]:
    """The name and the bytes of each file in an archive, of each `most` + 1 bytes at most.

    Raises CannotOpenError where one cannot be read.
    """
    # Only where there is an archive: every build loads this, and these take as long as ten stories.
    import lzma
    import tarfile
    import zipfile
    import zlib

    opened = {"zip": _zipped, "tar": _in_tar, "mail": _mailed}[kind]
    try:
        yield from opened(data, most + 1)
    except (
        OSError,
        EOFError,
        ValueError,
        RuntimeError,
        zlib.error,
        lzma.LZMAError,
        tarfile.TarError,
        zipfile.BadZipFile,
    ):
        raise CannotOpenError from None


def _zipped(data: bytes, most: int) -> Iterator[tuple[str, bytes]]:
    import zipfile  # as above

    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for member in archive.infolist():
            with archive.open(member) as stream:
                yield member.filename, stream.read(most)


def _in_tar(data: bytes, most: int) -> Iterator[tuple[str, bytes]]:
    import tarfile  # as above

    with tarfile.open(fileobj=io.BytesIO(data), mode="r:") as archive:
        for member in archive:
            stream = archive.extractfile(member) if member.isfile() else None
            yield member.name, stream.read(most) if stream else b""


def _mailed(data: bytes, most: int) -> Iterator[tuple[str, bytes]]:
    import email  # only where there is a letter: loading it takes as long as a dozen pages

    for letter in _NEXT_MAIL.split(data):
        for part in email.message_from_bytes(letter).walk():
            yield "headers.txt", "\n".join(map(str, part.values())).encode("utf-8", "replace")
            inner = part.get_payload(decode=True)
            if isinstance(inner, bytes):
                yield _mailed_name(part), inner[:most]


def _mailed_name(part: "Message") -> str:
    said = part.get_filename()
    if said:
        return said
    kind = part.get_content_subtype()
    return f"part.{'txt' if kind == 'plain' else kind}"
