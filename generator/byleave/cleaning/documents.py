"""Documents (PDF): without author, program, dates, XMP and the names of who commented.

What a page shows stays. Photographs in it (JPEG) lose their notes; pictures in forms that cannot be
taken apart, and files that are attached, are told of.
"""

import hashlib
import logging
import re
from collections.abc import Callable, Iterator
from io import BytesIO
from typing import TypeVar

from pypdf import PdfReader, PdfWriter
from pypdf.errors import DependencyError, PyPdfError
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    PdfObject,
    StreamObject,
)

from byleave.cleaning.examined import Examined, Tell
from byleave.cleaning.inside import picture_inside

Found = TypeVar("Found")

# Whatever pypdf may raise for a damaged document.
_FAULTS = (
    PyPdfError,
    # Some locks need a package that nothing else here does.
    DependencyError,
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
_OF_ANYTHING = ("/Metadata", "/PieceInfo", "/LastModified")
_OF_A_COMMENT = ("/T", "/M", "/CreationDate", "/NM")
_COMMENTS = frozenset(
    "/Text /Link /FreeText /Line /Square /Circle /Polygon /PolyLine /Highlight /Underline /Squiggly"
    " /StrikeOut /Stamp /Caret /Ink /Popup /FileAttachment /Sound /Redact".split()
)
# What is packed by these are pixels alone.
_PLAIN_FILTERS = frozenset(
    (
        None,
        "/FlateDecode",
        "/LZWDecode",
        "/RunLengthDecode",
        "/CCITTFaxDecode",
        "/JBIG2Decode",
        "/ASCII85Decode",
        "/ASCIIHexDecode",
    )
)


def examine_document(content: bytes) -> Examined:
    """What is to be known of a document; one that cannot be read is published as it is."""
    found = _quietly(_rewritten, content)
    done, told = found or (content, frozenset[Tell](("kept",)))
    tells = set(told)
    if _quietly(_seems_signed, content):
        tells.add("form")
    return Examined(
        digest=hashlib.sha256(done).hexdigest(),
        clean=done == content,
        tells=frozenset(tells),
    )


def cleaned_document(content: bytes) -> bytes:
    """The document without metadata; the same bytes where it has none or cannot be read."""
    found = _quietly(_rewritten, content)
    return content if found is None else found[0]


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


def _rewritten(content: bytes) -> tuple[bytes, frozenset[Tell]] | None:
    """The document without metadata, the same bytes where it has none; None for a locked one."""
    reader = PdfReader(BytesIO(content))
    if reader.is_encrypted:
        return None
    # Whoever saved a document again has often only added to it: what was there before is kept.
    changed = content.count(b"%%EOF") != 1 or "/Info" in reader.trailer
    tells: set[Tell] = set()
    for thing in _dictionaries(reader.root_object):
        changed |= _cleaned_object(thing, tells)
    if not changed:
        return content, frozenset(tells)
    # Made from what is left, so that nothing which nobody refers to any more comes along.
    writer = PdfWriter(clone_from=reader)
    writer.metadata = None
    made = BytesIO()
    writer.write(made)
    return made.getvalue(), frozenset(tells)


def _dictionaries(root: DictionaryObject) -> Iterator[DictionaryObject]:
    """Every group of keys that anything below `root` refers to, each once."""
    waiting: list[PdfObject | None] = [root]
    seen: set[tuple[int, int]] = set()
    while waiting:
        thing = waiting.pop()
        if isinstance(thing, IndirectObject):
            if (thing.idnum, thing.generation) in seen:
                continue
            seen.add((thing.idnum, thing.generation))
            thing = thing.get_object()
        if isinstance(thing, DictionaryObject):
            yield thing
            waiting += [thing.raw_get(key) for key in thing]
        elif isinstance(thing, ArrayObject):
            waiting += list.__iter__(thing)


def _cleaned_object(thing: DictionaryObject, tells: set[Tell]) -> bool:
    """Take out of an object what it tells, and note in `tells` what cannot be taken out."""
    changed = _drop(thing, _OF_ANYTHING)
    if thing.get("/Subtype") in _COMMENTS:
        changed |= _drop(thing, _OF_A_COMMENT)
    if "/EF" in thing or "/EmbeddedFiles" in thing:
        tells.add("attached")
    if isinstance(thing, StreamObject) and thing.get("/Subtype") == "/Image":
        filters = thing.get("/Filter")
        named = filters if isinstance(filters, ArrayObject) else [filters]
        if named == ["/DCTDecode"]:
            # pypdf has no way to replace what is packed without packing it anew.
            done = picture_inside(thing._data, upright=True)
            changed |= done is not None and done != thing._data
            thing._data = thing._data if done is None else done
            tells |= {"pictures"} if done is None else set()
        elif not _PLAIN_FILTERS.issuperset(named):
            tells.add("pictures")
    return changed


def _drop(thing: DictionaryObject, keys: tuple[str, ...]) -> bool:
    there = [key for key in keys if key in thing]
    for key in there:
        del thing[NameObject(key)]
    return bool(there)
