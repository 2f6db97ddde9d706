"""What pictures, recordings and documents say of themselves is looked through as well."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import ExifTags, Image
from PIL.PngImagePlugin import PngInfo
from pypdf import PdfWriter
from pypdf.annotations import FreeText

from tests.permission.guarding import built, found_in, output_of, site_with
from tests.read.folders import story, voice

REAL = "Tamsin Oakley"
ANN = voice("ann", "Ann")


def saved(form: str, **how: object) -> bytes:
    """A small picture with something beside its pixels."""
    stream = io.BytesIO()
    Image.new("RGB", (8, 8), "teal").save(stream, form, **how)
    return stream.getvalue()


def exif(form: str = "JPEG") -> bytes:
    """A picture whose EXIF has an artist."""
    facts = Image.Exif()
    facts[ExifTags.Base.Artist] = REAL
    return saved(form, exif=facts)


def exif_for_windows() -> bytes:
    """A picture whose EXIF has an author in two bytes a letter."""
    facts = Image.Exif()
    facts[ExifTags.Base.XPAuthor] = REAL.encode("utf-16-le")
    return saved("JPEG", exif=facts)


def exif_comment() -> bytes:
    """A picture with a user's comment in a group of its own."""
    facts = Image.Exif()
    facts.get_ifd(ExifTags.IFD.Exif)[ExifTags.Base.UserComment] = b"ASCII\0\0\0" + REAL.encode()
    return saved("JPEG", exif=facts)


def xmp() -> bytes:
    """A picture with XMP."""
    text = f"<x:xmpmeta xmlns:x='adobe:ns:meta/'><dc:creator>{REAL}</dc:creator></x:xmpmeta>"
    return saved("JPEG", xmp=text.encode())


def iptc() -> bytes:
    """A picture with IPTC, as agencies write it."""
    said = REAL.encode()
    field = b"\x1c\x02\x50" + len(said).to_bytes(2, "big") + said
    block = b"8BIM\x04\x04\0\0" + len(field).to_bytes(4, "big") + field + b"\0" * (len(field) % 2)
    body = b"Photoshop 3.0\0" + block
    data = saved("JPEG")
    return data[:2] + b"\xff\xed" + (len(body) + 2).to_bytes(2, "big") + body + data[2:]


def png_text() -> bytes:
    """A picture with a packed text."""
    notes = PngInfo()
    notes.add_itxt("Comment", f"Támsin Oakley {'and so on ' * 50}", zip=True)
    return saved("PNG", pnginfo=notes)


def after_the_end() -> bytes:
    """A picture with something after its end."""
    return saved("PNG") + b"\0\x01" + REAL.encode()


def document(fill: Callable[[PdfWriter], object]) -> bytes:
    """A PDF of one empty page, filled."""
    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    fill(writer)
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


def pdf_author() -> bytes:
    """A PDF with an author."""
    return document(lambda writer: writer.add_metadata({"/Author": "Tamsin Oaklëy"}))


def pdf_outline() -> bytes:
    """A PDF with an outline."""
    return document(lambda writer: writer.add_outline_item(title=REAL, page_number=0))


def pdf_note() -> bytes:
    """A PDF with a note on a page."""
    note = FreeText(text=REAL, rect=(1, 1, 90, 90))
    return document(lambda writer: writer.add_annotation(0, note))


def pdf_attachment() -> bytes:
    """A PDF with a file in it."""
    return document(lambda writer: writer.add_attachment("notes.txt", REAL.encode()))


def recording() -> bytes:
    """A recording with a tag of an artist (ID3, version 2.3) in two bytes a letter."""
    said = b"\x01" + REAL.encode("utf-16")
    frame = b"TPE1" + len(said).to_bytes(4, "big") + b"\0\0" + said
    size = len(frame)
    length = bytes((size >> shift) & 0x7F for shift in (21, 14, 7, 0))
    return b"ID3\x03\0\0" + length + frame + b"\xff\xfb\x90\0" + b"\0" * 413


def letter() -> bytes:
    """A document of Word, as far as it matters here."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("docProps/core.xml", f"<dc:creator>{REAL}</dc:creator>")
        archive.writestr("word/document.xml", "<w:t>Hello</w:t>")
    return stream.getvalue()


MADE: dict[str, tuple[str, Callable[[], bytes]]] = {
    "EXIF": ("a.jpg", exif),
    "EXIF of WebP": ("a.webp", lambda: exif("WEBP")),
    "EXIF of PNG": ("a.png", lambda: exif("PNG")),
    "EXIF of TIFF": ("a.tif", lambda: exif("TIFF")),
    "EXIF for Windows": ("a.jpg", exif_for_windows),
    "a comment in EXIF": ("a.jpg", exif_comment),
    "XMP": ("a.jpg", xmp),
    "IPTC": ("a.jpg", iptc),
    "a text in PNG": ("a.png", png_text),
    "after the end": ("a.png", after_the_end),
    "a comment in GIF": ("a.gif", lambda: saved("GIF", comment=REAL.encode())),
    "an author of a PDF": ("a.pdf", pdf_author),
    "an outline of a PDF": ("a.pdf", pdf_outline),
    "a note in a PDF": ("a.pdf", pdf_note),
    "a file in a PDF": ("a.pdf", pdf_attachment),
    "a tag of a recording": ("a.mp3", recording),
    "an author of a Word document": ("a.docx", letter),
}


@pytest.mark.parametrize(("path", "make"), MADE.values(), ids=MADE)
def test_a_guarded_name_beside_the_content_is_found(path: str, make: Callable[[], bytes]) -> None:
    """A camera or an office wrote it there, and nobody saw it."""
    assert found_in(path, make(), REAL)


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "GIF", "TIFF"])
def test_a_picture_without_the_name_is_let_be(form: str) -> None:
    """Pixels are no letters, whatever they look like."""
    stream = io.BytesIO()
    Image.effect_noise((300, 300), 90).save(stream, form)
    assert not found_in(f"a.{form.lower()}", stream.getvalue(), REAL, "Max", "Jo", "Wil", "Al")


@pytest.mark.parametrize("path", ["a.pdf", "a.jpg", "a.mp3", "a.docx", "a.gz"])
def test_a_damaged_file_harms_nobody(path: str) -> None:
    """It is said that it could not be read, and the rest is looked through."""
    begins = {"a.pdf": b"%PDF-1.7", "a.docx": b"PK\x03\x04", "a.gz": b"\x1f\x8b"}
    data = begins.get(path, b"") + b"\0\xff\x01 Tamsin Oakley \xfe\0"
    found = found_in(path, data, REAL)
    assert found or path in ("a.docx", "a.gz")


def test_a_recording_with_the_name_in_it_takes_its_story(tmp_path: Path) -> None:
    """What is copied as it is must not say it either; the other stories stay."""
    files: dict[str, str | bytes] = {
        "stories/pond.md": story("The pond.\n", ANN, title="The pond"),
        "stories/song/index.md": story("[Listen](song.mp3)\n", ANN, title="A song").replace(
            "voices:", "media: {song.mp3: {alt: A song, shows: [ann]}}\nvoices:", 1
        ),
        "stories/song/song.mp3": recording(),
    }
    site = site_with(tmp_path, files, REAL)
    result = built(site)
    errors = [(one.path, one.code) for one in result.diagnostics if one.severity == "error"]
    assert errors == [("stories/song/index.md", "guarded-name")]
    assert b"A song" not in output_of(site)
