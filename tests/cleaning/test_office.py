"""A published document of an office program has its words and pictures, and not who made it."""

import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from PIL import ExifTags

from byleave.cleaning import cleaned, examine
from byleave.cleaning.office import MOST_MEMBERS
from tests.cleaning.originals import SECRETS, encoded, everything, picture, read_back
from tests.cli.running import build
from tests.read.folders import put, story

NAME = "Qwynneth"
WORD = "urn:example:w"
RELATIONS = (
    b'<?xml version="1.0"?><Relationships xmlns="r">'
    b'<Relationship Id="a" Target="word/document.xml"/>'
    b'<Relationship Id="b" Target="docProps/thumbnail.jpeg"/></Relationships>'
)
MANIFEST = (
    b'<?xml version="1.0"?><m:manifest xmlns:m="urn:m"><m:file-entry m:full-path="content.xml"/>'
    b'<m:file-entry m:full-path="Thumbnails/thumbnail.png"/></m:manifest>'
)
PHOTOGRAPH = encoded(picture(), "JPEG", **everything(6))
SAID = f"<x><creator>{NAME}</creator></x>".encode()


def archive(files: dict[str, bytes], *, comment: bytes = b"") -> bytes:
    """A document of these members, with the time at which somebody saved it."""
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name, data in files.items():
            new.writestr(zipfile.ZipInfo(name, (2025, 11, 3, 23, 59, 58)), data)
        new.comment = comment
    return made.getvalue()


WORDS = {
    "[Content_Types].xml": b"<Types/>",
    "_rels/.rels": RELATIONS,
    "docProps/core.xml": SAID,
    "docProps/app.xml": SAID,
    "docProps/custom.xml": SAID,
    "docProps/thumbnail.jpeg": PHOTOGRAPH,
    "word/document.xml": f'<w:p xmlns:w="{WORD}">A walk to the weir</w:p>'.encode(),
    "word/media/image1.jpeg": PHOTOGRAPH,
    "word/media/image2.png": encoded(picture(), "PNG", **everything()),
}
OPEN = {
    "mimetype": b"application/vnd.oasis.opendocument.text",
    "meta.xml": SAID,
    "settings.xml": f'<a><config:config-item config:name="PrinterName" config:type="string">{NAME}'
    "</config:config-item></a>".encode(),
    "content.xml": b"<p>A walk to the weir</p>",
    "Pictures/a.jpg": PHOTOGRAPH,
    "Thumbnails/thumbnail.png": encoded(picture(), "PNG"),
    "META-INF/manifest.xml": MANIFEST,
}
DOCUMENTS = {".docx": WORDS, ".odt": OPEN}


@pytest.mark.parametrize(("suffix", "files"), DOCUMENTS.items(), ids=DOCUMENTS)
def test_nobody_is_named_and_no_place_is_told(suffix: str, files: dict[str, bytes]) -> None:
    """Author, times, printer, small picture and what cameras noted go; words and pictures stay."""
    made = cleaned(archive(files, comment=NAME.encode()), suffix)
    with zipfile.ZipFile(BytesIO(made)) as read:
        kept = {one.filename: read.read(one) for one in read.infolist()}
        assert {one.date_time for one in read.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    whole = b"".join((made, *kept.values()))
    assert not [secret for secret in (NAME.encode(), *SECRETS[:4]) if secret in whole]
    assert not [name for name in kept if "humbnail" in name]
    assert b"humbnail" not in whole
    assert any(b"A walk to the weir" in data for data in kept.values())
    assert next(iter(kept)) == next(iter(files))


def test_a_picture_in_a_document_is_not_turned() -> None:
    """How it is turned, its program knows from the note; all else that the camera noted goes."""
    made = cleaned(archive(WORDS), ".docx")
    with zipfile.ZipFile(BytesIO(made)) as read:
        photograph = read.read("word/media/image1.jpeg")
    shown, original = read_back(photograph), read_back(PHOTOGRAPH)
    assert dict(shown.getexif()) == {ExifTags.Base.Orientation: 6}
    assert shown.tobytes() == original.tobytes()


@pytest.mark.parametrize(("suffix", "files"), DOCUMENTS.items(), ids=DOCUMENTS)
def test_the_same_document_gives_the_same_bytes(suffix: str, files: dict[str, bytes]) -> None:
    """And there is nothing to do the second time."""
    made = cleaned(archive(files), suffix)
    assert cleaned(archive({**files}), suffix) == made
    assert cleaned(made, suffix) == made
    assert examine(made, suffix).clean


TELLING = {
    "a picture that cannot be taken apart": ({"word/media/a.emf": b"emf"}, "pictures"),
    "a broken picture": ({"word/media/a.jpeg": PHOTOGRAPH[:200]}, "pictures"),
    "a sheet in a text": ({"word/embeddings/a.xlsx": b"x"}, "attached"),
    "comments": ({"word/comments.xml": b"<w:comments/>"}, "changes"),
    "changes": ({"word/document.xml": b'<w:del w:author="x">no</w:del>'}, "changes"),
    "too many parts": ({f"a{n}": b"" for n in range(MOST_MEMBERS + 1)}, "kept"),
}


@pytest.mark.parametrize(("files", "tell"), TELLING.values(), ids=TELLING)
def test_what_stays_is_told(files: dict[str, bytes], tell: str) -> None:
    """What somebody wrote or drew is not ours to take out."""
    assert examine(archive({**WORDS, **files}), ".docx").tells == {tell}


@pytest.mark.parametrize("content", [b"no archive", archive(WORDS)[:300]])
def test_one_that_cannot_be_read_is_told_of(content: bytes) -> None:
    """It is published as it is, and an editor is warned."""
    assert "kept" in examine(content, ".docx").tells
    assert cleaned(content, ".docx") == content


@pytest.mark.slow
def test_a_small_document_fills_no_memory() -> None:
    """A few kilobytes can be unpacked to gigabytes: what the parts say is added up before."""
    one = b"\0" * 100_000_000
    bomb = archive({**WORDS, **{f"word/{n}.bin": one for n in range(4)}})
    assert examine(bomb, ".docx").tells == {"kept"}


@pytest.mark.parametrize("allowed", [False, True])
def test_an_editor_is_told_once_and_can_allow_it(tmp_path: Path, allowed: bool) -> None:
    """At the file, with what to write where all of it may be public."""
    also = ", as_it_is: yes" if allowed else ""
    site = put(
        tmp_path / "site",
        {
            "stories/a/index.md": story(
                "[x](a.docx)\n", media=f"{{a.docx: {{alt: x, shows: nobody{also}}}}}"
            ),
            "stories/a/a.docx": archive({**WORDS, "word/comments.xml": b"<w:comments/>"}),
        },
    )
    said = build(site, tmp_path / "out")
    assert said.code == 0
    assert said.err.count("stories/a/a.docx:1:1: warning[document-inside]") == (not allowed)
    assert ("as_it_is: yes" in said.err) is not allowed
