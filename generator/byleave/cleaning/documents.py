"""Documents (PDF): without author, program, dates, XMP and the names of who commented.

What a page shows stays, and so does what is hidden in its pictures: nobody looks into those.
"""

import hashlib
import logging
import re
from collections.abc import Callable
from io import BytesIO
from typing import TypeVar

from pypdf import PdfReader, PdfWriter
from pypdf.errors import PyPdfError
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, PdfObject

from byleave.cleaning.facts import Examined, Tell

Found = TypeVar("Found")

# Whatever pypdf may raise for a damaged document.
_FAULTS = (
    PyPdfError,
    OSError,
    ValueError,
    KeyError,
    TypeError,
    AttributeError,
    IndexError,
    RecursionError,
    NotImplementedError,
)
_PAGES_READ = 2
_FORM = re.compile(r"\b(?:consent|permission|release)\s+form\b|ffurflen\s+(?:g|ch)?aniat", re.I)
# An empty form asks for a signature; one that is filled in has something behind the word.
_SIGNED = re.compile(r"\b(?:signed|signature|llofnod\w*)\b[ \t]*:?[ \t]*\w", re.I)
_OF_A_PAGE = ("/Metadata", "/PieceInfo", "/LastModified")
_OF_A_COMMENT = ("/T", "/M", "/CreationDate", "/NM")
_OF_THE_WHOLE = ("/Metadata", "/PieceInfo")


def examine_document(content: bytes) -> Examined:
    """What is to be known of a document; one that cannot be read is published as it is."""
    done = _quietly(_rewritten, content)
    tells: set[Tell] = {"kept"} if done is None else set()
    if _quietly(_seems_signed, content):
        tells.add("form")
    return Examined(
        digest=hashlib.sha256(content if done is None else done).hexdigest(),
        clean=done is None or done == content,
        tells=frozenset(tells),
    )


def cleaned_document(content: bytes) -> bytes:
    """The document without metadata; the same bytes where it has none or cannot be read."""
    done = _quietly(_rewritten, content)
    return content if done is None else done


def _quietly(task: Callable[[bytes], Found | None], content: bytes) -> Found | None:
    """What is found out about a document; None if it is unreadable."""
    logger = logging.getLogger("pypdf")
    before = logger.level
    # What it says of a damaged file quotes the file.
    logger.setLevel(logging.CRITICAL)
    try:
        return task(content)
    except _FAULTS:
        return None
    finally:
        logger.setLevel(before)


def _seems_signed(content: bytes) -> bool:
    """Whether the first pages speak as a form of permission does once it is signed."""
    pages = PdfReader(BytesIO(content)).pages[:_PAGES_READ]
    text = " ".join(page.extract_text() for page in pages)
    return bool(_FORM.search(text) and _SIGNED.search(text))


def _rewritten(content: bytes) -> bytes | None:
    """The document without metadata, the same bytes where it has none; None for a locked one."""
    reader = PdfReader(BytesIO(content))
    if reader.is_encrypted:
        return None
    # Whoever saved a document again has often only added to it: what was there before is kept.
    changed = content.count(b"%%EOF") != 1 or "/Info" in reader.trailer
    changed |= _drop(reader.root_object, _OF_THE_WHOLE)
    for page in reader.pages:
        changed |= _drop(page, _OF_A_PAGE)
        for comment in _resolved(page.get("/Annots")):
            if isinstance(comment, DictionaryObject) and comment.get("/Subtype") != "/Widget":
                changed |= _drop(comment, _OF_A_COMMENT)
    if not changed:
        return content
    # Made from what is left, so that nothing which nobody refers to any more comes along.
    writer = PdfWriter(clone_from=reader)
    writer.metadata = None
    made = BytesIO()
    writer.write(made)
    return made.getvalue()


def _drop(thing: DictionaryObject, keys: tuple[str, ...]) -> bool:
    there = [key for key in keys if key in thing]
    for key in there:
        del thing[NameObject(key)]
    return bool(there)


def _resolved(thing: PdfObject | None) -> list[PdfObject | None]:
    array = thing.get_object() if thing is not None else None
    return [one.get_object() for one in array] if isinstance(array, ArrayObject) else []
