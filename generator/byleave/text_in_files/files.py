"""Every text in the bytes of a file: its name, its words, and what it says about itself."""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from msgspec import Struct

from byleave.model.addresses import HEADERS
from byleave.text_in_files.archives import (
    ArchiveKind,
    CannotOpenError,
    comment_of,
    kind_of,
    members_of,
)
from byleave.text_in_files.embedded import DATA, embedded_in
from byleave.text_in_files.escapes import unfolded, written_out
from byleave.text_in_files.packing import Packing, packing_of, unpacked
from byleave.text_in_files.texts import BREAK, Text, texts_of, texts_of_code, texts_of_markdown
from byleave.values import replace

_PICTURES = frozenset(
    ".jpg .jpeg .jpe .png .apng .gif .webp .avif .tif .tiff .bmp .ico .heic .jp2".split()
)
_RECORDINGS = frozenset(
    ".mp3 .ogg .oga .opus .flac .wav .wma .m4a .m4b .mp4 .m4v .aac .aiff .aif .aifc .mpga".split()
)
_CODE = frozenset({".css", ".js", ".mjs", ".cjs", ".map"})
_CALENDARS = frozenset({".ics", ".vcf", ".ical", ".ifb"})
_MARKDOWN = frozenset({".md", ".markdown"})
# How long a file may be kept (RFC 9111, 5.2): Max is somebody, and `max-age=60` is nobody.
_HOW_LONG = re.compile(r"(?<![\w-])(?:max-age|s-maxage|max-stale|min-fresh)(?=\s?=\s?\"?\d)", re.I)
# Runs of letters between other bytes, in UTF-8 and in UTF-16, too long to be there by chance.
_RUN = re.compile(
    rb"(?:[\x20-\x7e]|[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}){6,}"
)
_RUN_16 = re.compile(rb"(?:[\x20-\x7e\xa0-\xff]\0){6,}")
_RUN_16_BIG = re.compile(rb"(?:\0[\x20-\x7e\xa0-\xff]){6,}")
_LEAST_IN_BYTES = 6
# What is packed is unpacked this far and no further, so that a small file fills no memory.
_MOST_UNPACKED = 64 * 1024 * 1024
_DEEPEST = 3
_UNREAD = Text(kind="unread", text="")


class InnerFile(Struct, frozen=True, kw_only=True):
    """A file that is within another: in an archive, packed, or written in letters."""

    name: str
    data: bytes


def texts_in(path: str, data: bytes) -> Iterator[Text]:
    """Every text in the file at `path`, which holds `data`; its name comes first.

    A file that is packed is unpacked, at most three times. Raises nothing: what cannot be read is
    said by a Text of the kind "unread".
    """
    return (one for one in contents_of(path, data) if isinstance(one, Text))


def contents_of(path: str, data: bytes, depth: int = 0) -> Iterator[Text | InnerFile]:
    """As `texts_in`, with each file that is within this one as well, before its texts."""
    for name in dict.fromkeys(written_out(path)):
        yield Text(kind="name", text=name, address=True)
    if not data:
        return
    if depth:
        yield InnerFile(name=path, data=data)
    if depth > _DEEPEST:
        yield _UNREAD
    elif (packing := packing_of(path, data)) is not None:
        yield from _unpacked(path, data, packing, depth)
    elif (archive := kind_of(path, data)) is not None:
        yield from _members(archive, data, depth)
    else:
        yield from _plain(path, data, depth)
        if kind_of(path, data, at_end=True):
            yield from _members("zip", data, depth)


def _plain(path: str, data: bytes, depth: int) -> Iterator[Text | InnerFile]:
    # A document can be written in plain letters, and still say more when it is opened.
    yield from _about_itself(path, data, depth)
    text = _as_text(data)
    if text is None:
        yield from _strings(data)
        return
    ending = PurePosixPath(path).suffix.lower()
    said = _HOW_LONG.sub("", text) if PurePosixPath(path).name == HEADERS else text
    yield from _texts_of_kind(ending, said)
    whole = unfolded(text) if _is_folded(ending, text) else text
    for name, inner in embedded_in(whole, is_data=ending in DATA):
        yield from _within(name, inner, depth)


def _texts_of_kind(ending: str, text: str) -> Iterator[Text]:
    if ending in _CODE:
        yield from texts_of_code(text)
    elif ending in _MARKDOWN:
        yield from texts_of_markdown(text)
    else:
        yield from texts_of(text)
        if _is_folded(ending, text):
            yield from texts_of(unfolded(text))


def _is_folded(ending: str, text: str) -> bool:
    return ending in _CALENDARS or text.startswith("BEGIN:V")


def _within(name: str, data: bytes, depth: int) -> Iterator[Text | InnerFile]:
    """What is in a file that stands in the text of another, which gives it a name of its own."""
    for one in contents_of(name, data, depth + 1):
        if isinstance(one, InnerFile) or one.kind != "name":
            yield one


def _as_text(data: bytes) -> str | None:
    """The text that `data` is, or None where it is something else."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", "replace") if b"\0" in data[:100] else None
    if b"\0" in data:
        return None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        # Old texts are kept in Western letters; what has many control characters is none.
        rare = sum(byte < 9 or 13 < byte < 32 for byte in data[:4000])
        return None if rare else data.decode("cp1252", "replace")


def _about_itself(path: str, data: bytes, depth: int) -> Iterator[Text | InnerFile]:
    """What a picture, a recording or a document says of itself in the fields made for that."""
    ending = PurePosixPath(path).suffix.lower()
    is_document = data[:1024].find(b"%PDF-") >= 0
    if not is_document and ending not in _PICTURES | _RECORDINGS:
        return
    # Loaded only where there is such a file: its decoders take as long as some ten pages.
    from byleave.text_in_files.metadata import (
        texts_of_document,
        texts_of_picture,
        texts_of_recording,
    )

    if is_document:
        for one in texts_of_document(data):
            if isinstance(one, Text):
                yield one
            else:
                yield from contents_of(*one, depth + 1)
    elif ending in _PICTURES:
        yield from texts_of_picture(data)
    else:
        yield from texts_of_recording(data)


def _strings(data: bytes) -> Iterator[Text]:
    """What can be read between the other bytes of a file, wherever it stands."""
    found = [run.decode("utf-8", "replace") for run in _RUN.findall(data)]
    found += [run.decode("utf-16-le") for run in _RUN_16.findall(data)]
    found += [run.decode("utf-16-be") for run in _RUN_16_BIG.findall(data)]
    start = data.find(b"<x:xmpmeta")
    while start >= 0:
        end = data.find(b"</x:xmpmeta", start)
        end = end if end >= 0 else len(data)
        yield from texts_of(data[start:end].decode("utf-8", "replace"), "metadata")
        start = data.find(b"<x:xmpmeta", end)
    text = BREAK.join(found)
    for plain in written_out(text):
        yield Text(kind="bytes", text=plain, least_letters=_LEAST_IN_BYTES)


def _unpacked(path: str, data: bytes, packing: Packing, depth: int) -> Iterator[Text | InnerFile]:
    inner = unpacked(data, packing, _MOST_UNPACKED + 1)
    if inner is None:
        yield _UNREAD
        return
    if len(inner) > _MOST_UNPACKED:
        yield _UNREAD
    name = path.removesuffix(PurePosixPath(path).suffix)
    yield from contents_of(name, inner[:_MOST_UNPACKED], depth + 1)


def _members(archive: ArchiveKind, data: bytes, depth: int) -> Iterator[Text | InnerFile]:
    """What is in an archive, or in a document that is one: of Word, LibreOffice, an e-book."""
    left = _MOST_UNPACKED
    try:
        yield Text(kind="metadata", text=comment_of(archive, data))
        for name, inner in members_of(archive, data, _MOST_UNPACKED):
            left -= len(inner)
            if left < 0:
                yield _UNREAD
                return
            for one in contents_of(name, inner, depth + 1):
                is_name = isinstance(one, Text) and one.kind == "name"
                yield replace(one, kind="metadata") if is_name else one
    except CannotOpenError:
        yield _UNREAD
