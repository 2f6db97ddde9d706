"""What pictures, recordings and documents say of themselves: who made them, where, of whom."""

import io
import logging
import warnings
from collections.abc import Iterable, Iterator
from typing import Any

from PIL import ExifTags, Image, IptcImagePlugin
from pypdf import PdfReader
from tinytag import TinyTag

from byleave.text_in_files.texts import BREAK, Text, texts_of

_UNREAD = Text(kind="unread", text="")
_GROUPS = (
    ExifTags.IFD.Exif,
    ExifTags.IFD.GPSInfo,
    ExifTags.IFD.Interop,
    ExifTags.IFD.IFD1,
    ExifTags.IFD.MakerNote,
)
# Fields of bytes that are no words: colours.
_NO_WORDS = frozenset({"icc_profile"})
_LONG = 1000
_LEAST_IN_LONG = 5
_MOST_PIXELS = 50_000_000

# What it says of a document that it cannot read well may quote it.
logging.getLogger("pypdf").setLevel(logging.CRITICAL + 1)


def texts_of_picture(data: bytes) -> Iterator[Text]:
    """EXIF (its thumbnail's too), XMP, IPTC, comments and other texts in a picture."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            fields = tuple(_picture_fields(data))
    except Exception:  # noqa: BLE001 - a damaged file can fail in any way in its library
        yield _UNREAD
        return
    yield from _texts(fields)


def texts_of_recording(data: bytes) -> Iterator[Text]:
    """The tags of a recording: title, artist, comment, words of a song, and all others."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            tags = TinyTag.get(file_obj=io.BytesIO(data), duration=False).as_dict()
    except Exception:  # noqa: BLE001 - as above
        yield _UNREAD
        return
    yield from _texts(tags)


def texts_of_document(data: bytes) -> Iterator[Text | tuple[str, bytes]]:
    """The text, the fields, the notes and the outline of a PDF; a file in it as name and bytes."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            found = tuple(_document_fields(PdfReader(io.BytesIO(data), strict=False)))
    except Exception:  # noqa: BLE001 - as above
        yield _UNREAD
        return
    for one in found:
        if isinstance(one, tuple):
            yield one
        else:
            yield from _texts(one)


def _picture_fields(data: bytes) -> Iterator[Any]:
    with Image.open(io.BytesIO(data)) as picture:
        if picture.format == "PNG" and picture.width * picture.height <= _MOST_PIXELS:
            # Texts may stand after the pixels.
            picture.load()
        yield {key: value for key, value in picture.info.items() if key not in _NO_WORDS}
        exif = picture.getexif()
        yield dict(exif)
        for group in _GROUPS:
            yield exif.get_ifd(group)
        yield IptcImagePlugin.getiptcinfo(picture)


def _document_fields(reader: PdfReader) -> Iterator[Any]:
    yield dict(reader.metadata or {})
    root: Any = reader.trailer["/Root"].get_object()
    if "/Metadata" in root:
        yield root["/Metadata"].get_object().get_data()
    yield [str(one.title) for one in _flat(reader.outline) if hasattr(one, "title")]
    yield {name: field.get("/V") for name, field in (reader.get_fields() or {}).items()}
    for page in reader.pages:
        yield page.extract_text()
        for note in page.get("/Annots") or ():
            there: Any = note.get_object()
            yield [str(there.get(key)) for key in ("/Contents", "/T", "/TU", "/Subj", "/A")]
    for name, contents in reader.attachments.items():
        yield from ((name, inner) for inner in contents)


def _flat(items: Iterable[Any]) -> Iterator[Any]:
    for one in items:
        if isinstance(one, list):
            yield from _flat(one)
        else:
            yield one


def _texts(value: Any) -> Iterator[Text]:
    """Each text somewhere inside `value`."""
    if isinstance(value, str):
        yield from texts_of(value, "metadata")
    elif isinstance(value, bytes):
        yield from _texts_of_bytes(value)
    elif isinstance(value, dict):
        for key, one in value.items():
            yield from _texts(key)
            yield from _texts(one)
    elif isinstance(value, list | tuple | set):
        for one in value:
            yield from _texts(one)


def _texts_of_bytes(value: bytes) -> Iterator[Text]:
    """A field of bytes read in each way in which one may have been written."""
    readings = dict.fromkeys(
        value.decode(way, "replace") for way in ("utf-8", "cp1252", "utf-16-le", "utf-16-be")
    )
    if len(value) > _LONG and value.lstrip()[:1] != b"<":
        text = BREAK.join(readings)
        yield Text(kind="metadata", text=text, least_letters=_LEAST_IN_LONG)
        return
    for text in readings:
        yield from texts_of(text.removeprefix("ASCII\0\0\0").removeprefix("UNICODE\0"), "metadata")
