"""A published PDF has its pages, and no word about who made it."""

from io import BytesIO

from pypdf import PdfReader, PdfWriter
from pypdf.annotations import Text
from pypdf.generic import (
    DecodedStreamObject,
    DictionaryObject,
    NameObject,
    NumberObject,
    StreamObject,
    create_string_object,
)

from byleave.cleaning import cleaned, examine
from tests.cleaning.originals import SECRETS, photograph

NAME = "Qwynneth"


def document(*, told: bool = True, text: str = "", locked: bool = False) -> bytes:
    """A PDF of one page; with `told`, its author's name is wherever one can be."""
    writer = PdfWriter()
    page = writer.add_blank_page(200, 200)
    writer.metadata = None
    if text:
        page[NameObject("/Contents")] = writer._add_object(_words(text))
        page[NameObject("/Resources")] = _font()
    if told:
        writer.add_metadata({"/Author": NAME, "/Producer": f"{NAME}'s printer"})
        xmp = DecodedStreamObject()
        xmp.set_data(f"<x><dc:creator>{NAME}</dc:creator></x>".encode())
        writer.root_object[NameObject("/Metadata")] = writer._add_object(xmp)
        note = Text(rect=(1, 1, 9, 9), text="Here is a stile.")
        note[NameObject("/T")] = create_string_object(NAME)
        writer.add_annotation(0, note)
    if locked:
        writer.encrypt(NAME)
    made = BytesIO()
    writer.write(made)
    return made.getvalue()


def _words(text: str) -> DecodedStreamObject:
    stream = DecodedStreamObject()
    stream.set_data(f"BT /F1 12 Tf 9 99 Td ({text}) Tj ET".encode())
    return stream


def _font() -> DictionaryObject:
    font = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/Type1"),
            NameObject("/BaseFont"): NameObject("/Helvetica"),
        }
    )
    fonts = DictionaryObject({NameObject("/F1"): font})
    return DictionaryObject({NameObject("/Font"): fonts})


def test_nobody_is_named_by_a_document() -> None:
    """Author, program, XMP and whoever commented go; the pages and the comments stay."""
    original = document(text="A walk to the weir")
    assert NAME.encode() in original
    made = cleaned(original, ".pdf")
    assert NAME.encode() not in made
    read = PdfReader(BytesIO(made))
    assert not read.metadata
    assert read.pages[0].extract_text() == "A walk to the weir"
    notes = [one.get_object() for one in read.pages[0].annotations or ()]
    assert "Here is a stile." in str(notes)


def with_photograph(packed: bytes, kind: str = "/DCTDecode") -> bytes:
    """A PDF of one page with a picture on it."""
    writer = PdfWriter()
    page = writer.add_blank_page(200, 200)
    writer.metadata = None
    shown = StreamObject()
    shown.set_data(packed)
    said = {"/Type": "/XObject", "/Subtype": "/Image", "/Filter": kind, "/ColorSpace": "/DeviceRGB"}
    for key, value in said.items():
        shown[NameObject(key)] = NameObject(value)
    for key, number in {"/Width": 48, "/Height": 32, "/BitsPerComponent": 8}.items():
        shown[NameObject(key)] = NumberObject(number)
    pictures = DictionaryObject({NameObject("/A"): writer._add_object(shown)})
    page[NameObject("/Resources")] = DictionaryObject({NameObject("/XObject"): pictures})
    made = BytesIO()
    writer.write(made)
    return made.getvalue()


def test_a_photograph_inside_tells_nothing() -> None:
    """A program that makes PDFs takes a photograph in with all that the camera noted."""
    original = with_photograph(photograph())
    assert [secret for secret in SECRETS if secret in original]
    made = cleaned(original, ".pdf")
    assert not [secret for secret in SECRETS if secret in made]
    (shown,) = PdfReader(BytesIO(made)).pages[0].images
    assert shown.image is not None
    assert shown.image.size == (48, 32)
    assert cleaned(made, ".pdf") == made
    assert examine(original, ".pdf").tells == frozenset()


def test_a_picture_that_cannot_be_taken_apart_is_told() -> None:
    """JPEG 2000 has notes of its own kind."""
    assert examine(with_photograph(b"jp2", "/JPXDecode"), ".pdf").tells == {"pictures"}
    assert examine(with_photograph(b"\xff\xd8 no"), ".pdf").tells == {"pictures"}


def test_what_is_attached_is_told() -> None:
    """A PDF can hold any other file."""
    writer = PdfWriter(clone_from=BytesIO(document(told=False)))
    writer.add_attachment("a.txt", b"words")
    made = BytesIO()
    writer.write(made)
    assert "attached" in examine(made.getvalue(), ".pdf").tells


def test_what_an_earlier_version_told_is_gone() -> None:
    """Programs add to a PDF when it is saved again: what was there before is still in the file."""
    later = document(told=False)
    twice = document() + later
    assert NAME.encode() not in cleaned(twice, ".pdf")


def test_the_same_document_gives_the_same_bytes() -> None:
    """Twice the same, and nothing to do the second time; with no time of day in it."""
    made = cleaned(document(), ".pdf")
    assert made == cleaned(document(), ".pdf")
    assert cleaned(made, ".pdf") == made
    assert examine(made, ".pdf").clean


def test_a_document_that_cannot_be_read_is_told_of() -> None:
    """It is published as it is, and an editor is warned that it may name its author."""
    for content in (b"media", document(locked=True)):
        found = examine(content, ".pdf")
        assert "kept" in found.tells
        assert cleaned(content, ".pdf") == content


def test_a_signed_form_is_told_from_an_empty_one() -> None:
    """An empty form is for readers to print; one with a name in it belongs in a drawer."""
    signed = document(text="Permission form. Signed: Qwynneth Ap Huw")
    empty = document(text="Permission form. Signed:                 ")
    assert "form" in examine(signed, ".pdf").tells
    assert "form" not in examine(empty, ".pdf").tells
