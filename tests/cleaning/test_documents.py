"""A published PDF has its pages, and no word about who made it."""

from io import BytesIO

from pypdf import PdfReader, PdfWriter
from pypdf.annotations import Text
from pypdf.generic import (
    DecodedStreamObject,
    DictionaryObject,
    NameObject,
    create_string_object,
)

from byleave.cleaning import cleaned, examine

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
