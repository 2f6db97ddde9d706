"""The parts of a Word file that hold what somebody wrote, opened within bounds and made plain."""

import zipfile
from collections import Counter
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

from lxml import etree
from msgspec import Struct

from byleave.importing.refusing import CannotImportError

MOST_BYTES = 100_000_000
_MOST_IN_ALL = 400_000_000
_MOST_OF_XML = 40_000_000
_MOST_PARTS = 5_000
_OF_OLD = b"\xd0\xcf\x11\xe0"
# What is no story: remarks, heads and feet of pages, who wrote it and when, programs.
_LEFT_OUT = (
    *("word/comments", "word/header", "word/footer", "word/people", "word/vba", "word/glossary"),
    *("docProps/", "customXml/", "word/embeddings/", "word/activeX", "word/printerSettings"),
)
_AS_DOCX = "open it in Word, and save it as a Word document (.docx)"


class Opened(Struct, frozen=True, kw_only=True):
    """The parts of a document by name, those of XML as trees."""

    parts: Mapping[str, bytes]
    trees: Mapping[str, etree._Element]
    notes: tuple[str, ...]


def opened(path: Path) -> Opened:
    """The document at `path`; raises CannotImportError where it is none."""
    try:
        if path.stat().st_size > MOST_BYTES:
            message = f"{path}: this is larger than {MOST_BYTES // 1_000_000} million bytes"
            raise CannotImportError(message, "make its pictures smaller, or take some out")
        content = path.read_bytes()
    except OSError as fault:
        said = (fault.strerror or "this cannot be read").lower()
        raise CannotImportError(f"{path}: {said}", "name a file that ends in .docx") from None
    check_kind(path, content)
    notes: Counter[str] = Counter()
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            parts = _parts(path, archive, notes)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, ValueError, OSError):
        raise CannotImportError(f"{path}: this is damaged, or no Word document", _AS_DOCX) from None
    trees = {
        name: _tree(path, part)
        for name, part in parts.items()
        if name.startswith("word/") and name.endswith(".xml")
    }
    if "word/document.xml" not in trees:
        raise CannotImportError(f"{path}: this is no Word document", _AS_DOCX)
    return Opened(parts=parts, trees=trees, notes=tuple(note for note in notes if notes[note]))


def check_kind(path: Path, content: bytes) -> None:
    """Refuse what is no .docx, and say what it is."""
    if content.startswith(_OF_OLD):
        message = f"{path}: this is in Word's old form (.doc), or locked with a password"
        raise CannotImportError(message, _AS_DOCX)
    if content.startswith(b"{\\rtf"):
        raise CannotImportError(f"{path}: this is Rich Text (.rtf)", _AS_DOCX)
    if content[30:38] == b"mimetype":
        message = f"{path}: this is a document of LibreOffice or the like (.odt)"
        raise CannotImportError(message, "open it there, and save it as Word 2007-365 (.docx)")
    if not content.startswith(b"PK"):
        raise CannotImportError(f"{path}: this is no Word document", _AS_DOCX)


def _parts(path: Path, archive: zipfile.ZipFile, notes: Counter[str]) -> dict[str, bytes]:
    entries = archive.infolist()
    if len(entries) > _MOST_PARTS:
        raise CannotImportError(f"{path}: there are too many parts in this file", _AS_DOCX)
    left = _MOST_IN_ALL
    parts: dict[str, bytes] = {}
    for entry in entries:
        name = entry.filename
        notes["remarks beside the text were left out"] += name.startswith("word/comments")
        if name.startswith(_LEFT_OUT) or name.endswith("/"):
            continue
        is_xml = name.endswith((".xml", ".rels"))
        most = min(left, _MOST_OF_XML) if is_xml else left
        # What a file says of its own size may be wrong.
        with archive.open(entry) as stream:
            content = stream.read(most + 1)
        if len(content) > most:
            message = f"{path}: this file grows beyond measure when it is opened"
            raise CannotImportError(message, "do not trust it, unless you know who made it")
        left -= len(content)
        parts[name] = content
    return parts


def _tree(path: Path, content: bytes) -> etree._Element:
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError:
        raise CannotImportError(f"{path}: this is damaged", _AS_DOCX) from None
    if b"<!DOCTYPE" in content[:4096] or root.getroottree().docinfo.internalDTD is not None:
        message = f"{path}: this file declares things of its own (DOCTYPE), as Word never does"
        raise CannotImportError(message, "do not trust it, unless you know who made it")
    return root


def packed(document: Opened) -> BytesIO:
    """The document again, with its trees as they are now."""
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as archive:
        for name, content in document.parts.items():
            tree = document.trees.get(name)
            archive.writestr(name, content if tree is None else etree.tostring(tree))
    stream.seek(0)
    return stream
