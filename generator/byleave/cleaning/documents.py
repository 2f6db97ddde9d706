"""Documents (PDF): without author, program, dates, XMP and the names of who commented.

What a page shows stays, and so does what is hidden in its pictures: nobody looks into those.
"""

import hashlib
import logging
from io import BytesIO

from pypdf import PdfReader, PdfWriter
from pypdf.errors import PyPdfError
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, PdfObject

from byleave.cleaning.facts import Examined

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
_OF_A_PAGE = ("/Metadata", "/PieceInfo", "/LastModified")
_OF_A_COMMENT = ("/T", "/M", "/CreationDate", "/NM")
_OF_THE_WHOLE = ("/Metadata", "/PieceInfo")


def examine_document(content: bytes) -> Examined:
    """What is to be known of a document; one that cannot be read is published as it is."""
    done = _without_metadata(content)
    return Examined(
        digest=hashlib.sha256(content if done is None else done).hexdigest(),
        clean=done is None or done == content,
        tells=frozenset({"kept"}) if done is None else frozenset(),
    )


def cleaned_document(content: bytes) -> bytes:
    """The document without metadata; the same bytes where it has none or cannot be read."""
    done = _without_metadata(content)
    return content if done is None else done


def _without_metadata(content: bytes) -> bytes | None:
    """The document without metadata, the same bytes where it has none; None if it is unreadable."""
    logger = logging.getLogger("pypdf")
    before = logger.level
    # What it says of a damaged file quotes the file.
    logger.setLevel(logging.CRITICAL)
    try:
        return _rewritten(content)
    except _FAULTS:
        return None
    finally:
        logger.setLevel(before)


def _rewritten(content: bytes) -> bytes | None:
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
