"""Documents of office programs: without author, dates, settings of printers, and small pictures.

They are archives (ZIP) of XML and pictures: Office Open XML (ECMA-376) and OpenDocument (OASIS).
Comments and tracked changes are a part of what somebody wrote, so they stay and are told of.
"""

import hashlib
import re
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import NamedTuple

from lxml import etree

from byleave.cleaning.examined import Examined, Tell
from byleave.cleaning.inside import picture_inside

_FAULTS = (
    zipfile.BadZipFile,
    zlib.error,
    etree.XMLSyntaxError,
    OSError,
    ValueError,
    KeyError,
    EOFError,
    NotImplementedError,
    RuntimeError,
)
# No honest document is larger when it is unpacked, or has more parts: a small one fills no memory.
MOST_UNPACKED = 300_000_000  # bytes
MOST_MEMBERS = 10_000
_NO_TIME = (1980, 1, 1, 0, 0, 0)  # the first that an archive can say
_HEAD = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PROPERTIES = b"http://schemas.openxmlformats.org/"
# What stands in the place of what a document says of itself.
_EMPTY = {
    "docProps/core.xml": _HEAD
    + b'<cp:coreProperties xmlns:cp="'
    + _PROPERTIES
    + b'package/2006/metadata/core-properties"/>',
    "docProps/app.xml": _HEAD
    + b'<Properties xmlns="'
    + _PROPERTIES
    + b'officeDocument/2006/extended-properties"/>',
    "docProps/custom.xml": _HEAD
    + b'<Properties xmlns="'
    + _PROPERTIES
    + b'officeDocument/2006/custom-properties"/>',
    "meta.xml": _HEAD
    + b'<office:document-meta xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    + b' office:version="1.2"><office:meta/></office:document-meta>',
}
_SMALL_PICTURE = re.compile(r"(?:docProps/thumbnail\.\w+|Thumbnails/.*)\Z")
_LISTS = ("_rels/.rels", "META-INF/manifest.xml")
_PICTURES = re.compile(r"(?:(?:word|ppt|xl)/media|Pictures|media)/.*", re.S)
_DRAWN = re.compile(r"\.(?:jpe?g|png|gif)\Z", re.I)
_ATTACHED = re.compile(r"(?:word|ppt|xl)/(?:embeddings|activeX)/|Object [^/]*\Z")
_REMARKS = re.compile(
    r"(?:word|ppt|xl)/(?:comments|people|threadedComments|persons|revisions)", re.I
)
_TRACKED = re.compile(
    rb"<(?:w:ins|w:del|w:moveFrom|w:moveTo)\b|<office:annotation\b|tracked-changes>"
)
_PRINTER = re.compile(
    rb'(<config:config-item [^>]*config:name="Printer(?:Name|Setup)"[^>]*>)[^<]*(?=</)'
)


class _Cleaned(NamedTuple):
    content: bytes
    tells: frozenset[Tell]


def examine_office(content: bytes) -> Examined:
    """What is to be known of a document; one that cannot be read is published as it is."""
    found = _rewritten(content)
    return Examined(
        digest=hashlib.sha256(found.content).hexdigest(),
        clean=found.content == content,
        tells=found.tells,
    )


def cleaned_office(content: bytes) -> bytes:
    """The document without metadata; the same bytes where it has none or cannot be read."""
    return _rewritten(content).content


def _rewritten(content: bytes) -> _Cleaned:
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            members = archive.infolist()
            unpacked = sum(member.file_size for member in members)
            if len(members) > MOST_MEMBERS or unpacked > MOST_UNPACKED:
                return _Cleaned(content, frozenset({"kept"}))
            return _made_anew(archive)
    except _FAULTS:
        return _Cleaned(content, frozenset({"kept"}))


def _made_anew(archive: zipfile.ZipFile) -> _Cleaned:
    tells: set[Tell] = set()
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as new:
        for member, data in _kept(archive):
            tells.update(_tells(member.filename, data))
            plain = zipfile.ZipInfo(member.filename, _NO_TIME)
            plain.create_system = 3  # the same on each system: what it is noted on is another note
            plain.compress_type = member.compress_type
            new.writestr(plain, _cleaned_member(member.filename, data))
    return _Cleaned(made.getvalue(), frozenset(tells))


def _kept(archive: zipfile.ZipFile) -> Iterator[tuple[zipfile.ZipInfo, bytes]]:
    """The members that stay, each once, with what they hold."""
    seen = set()
    for member in archive.infolist():
        name = member.filename
        if name not in seen and not name.endswith("/") and not _SMALL_PICTURE.match(name):
            seen.add(name)
            yield member, archive.read(member)


def _tells(name: str, data: bytes) -> Iterator[Tell]:
    if _PICTURES.match(name) and not (_DRAWN.search(name) and picture_inside(data)):
        yield "pictures"
    if _ATTACHED.match(name):
        yield "attached"
    if _REMARKS.match(name) or (name.endswith(".xml") and _TRACKED.search(data)):
        yield "changes"


def _cleaned_member(name: str, data: bytes) -> bytes:
    if name in _EMPTY:
        return _EMPTY[name]
    if name in _LISTS:
        return _without_small_pictures(data)
    if name == "settings.xml":
        return _PRINTER.sub(rb"\1", data)
    if _PICTURES.match(name):
        return picture_inside(data) or data
    return data


def _without_small_pictures(data: bytes) -> bytes:
    """A list of members without those that are left out; the same bytes where it has none."""
    root = etree.fromstring(data, etree.XMLParser(no_network=True, resolve_entities=False))
    gone = [one for one in root if any(_is_small(str(value)) for value in one.attrib.values())]
    for one in gone:
        root.remove(one)
    if not gone:
        return data
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)


def _is_small(value: str) -> bool:
    return _SMALL_PICTURE.match(value.lstrip("/")) is not None
