"""JPEG: its segments, and its scans. Source: ITU-T T.81."""

import re
import struct
from collections.abc import Iterator

from PIL import ExifTags, Image

from byleave.cleaning.formats.pieces import Piece, Still, after, part, with_changed_end

START = re.compile(rb"\xff\xd8\xff")
# Encoders make about ten; a thousand of a large picture keep a computer busy for an hour.
MOST_SCANS = 100
# Baseline and progressive frames, Huffman's tables, quantization, restarts: what browsers show.
_PROGRESSIVE = 0xC2
_FRAMES = frozenset({0xC0, 0xC1, _PROGRESSIVE})
_NOTES = 0xE1
_TABLES, _QUANTA, _RESTARTS, _SCAN, _END = 0xC4, 0xDB, 0xDD, 0xDA, 0xD9
_JFIF, _ADOBE = 0xE0, 0xEE
_JFIF_LENGTH, _ADOBE_LENGTH = 16, 14  # without a thumbnail, and without anything of one's own
_KEPT = frozenset({*range(0xC0, 0xD0), _SCAN, _QUANTA, _RESTARTS, _ADOBE})
_MARKER = re.compile(rb"\xff+([^\x00\xff])", re.S)
_AFTER_SCAN = re.compile(rb"\xff+[^\x00\xff\xd0-\xd7]", re.S)
_RESTART = re.compile(rb"\xff[\xd0-\xd7]")
# In the place of a code: what a scan packs, and what stands behind the end.
_PACKED, _BEHIND = 0, -1


def pieces(content: bytes) -> Iterator[Piece]:
    """Its segments and scans; raises ValueError or IndexError where it is not as it says."""
    tables = _Tables()
    seen: set[int] = set()
    for code, segment, _ in _segments(content):
        if code in (_PACKED, _BEHIND):
            yield code == _PACKED, segment
            continue
        belongs = code not in seen and _belongs(code, segment, tables)
        if code in _FRAMES or code in (_JFIF, _ADOBE):
            seen.add(code)
        yield belongs, b"" if belongs and code == _JFIF else bytes([code]) + segment
    if tables.has_unused or tables.waiting:
        yield False, b""


def stills(content: bytes) -> Iterator[Still]:
    """The file itself; none where a scan has restarts, before each of which anything can stand."""
    ends = []
    for code, segment, end in _segments(content):
        if code == _PACKED:
            if _RESTART.search(segment):
                return
            ends.append(end)
    yield content, (with_changed_end(content, end) for end in ends)


def count_scans(content: bytes) -> int:
    """How many scans it has; a few more where there are not many. Raises as `pieces` does."""
    # In what is packed, these two bytes never stand; what else holds them adds little.
    most = content.count(bytes([0xFF, _SCAN]))
    return most if most <= MOST_SCANS else sum(code == _SCAN for code, _, _ in _segments(content))


def is_progressive(content: bytes) -> bool:
    """Whether a later scan makes the picture sharper; raises as `pieces` does."""
    return any(code == _PROGRESSIVE for code, _, _ in _segments(content))


def with_more(content: bytes, more: bytes) -> bytes:
    """The same file with `more` at the end of what each scan packs, and before each restart.

    The same picture comes of it where each scan has all that the picture needs.
    """
    made = [content[:2]]
    for code, segment, _ in _segments(content):
        if code > 0:
            made.append(bytes([0xFF, code]) + segment)
        elif code == _PACKED:
            made.append(_RESTART.sub(lambda found: more + found[0], segment) + more)
    return b"".join((*made, b"\xff\xd9"))


def without_notes(content: bytes, *, upright: bool = False) -> bytes:
    """The same pixels in a file without notes; raises as `pieces` does.

    Where a document shows it, nobody may turn it: how it is to be turned stays, unless `upright`.
    """
    made, noted = [content[:2]], not upright
    for code, segment, _ in _segments(content):
        if code == _NOTES and noted and (turn := _turn(segment)) != 1:
            made.append(_note_of(turn))
            noted = False
        elif code == _PACKED:
            made.append(segment)
        elif code in _KEPT and (code != _ADOBE or len(segment) == _ADOBE_LENGTH):
            made.append(bytes([0xFF, code]) + segment)
    return b"".join((*made, b"\xff\xd9"))


def _turn(segment: bytes) -> int:
    """How EXIF in a segment says that a picture is to be turned; 1 for not at all."""
    notes = Image.Exif()
    try:
        notes.load(segment[2:])
        said = notes.get(ExifTags.Base.Orientation, 1)
    except (OSError, SyntaxError, ValueError, KeyError, TypeError, struct.error):
        return 1
    return said if said in range(1, 9) else 1


def _note_of(turn: int) -> bytes:
    notes = Image.Exif()
    notes[ExifTags.Base.Orientation] = turn
    said = notes.tobytes()
    return bytes([0xFF, _NOTES]) + (len(said) + 2).to_bytes(2, "big") + said


def _segments(content: bytes) -> Iterator[tuple[int, bytes, int]]:
    """The code, bytes and end of each segment, of what scans pack, and of what is behind it all."""
    at = 2
    while True:
        marker = _MARKER.match(content, at)
        if marker is None:
            raise ValueError
        code = marker[1][0]
        if code == _END:
            yield from (
                (_BEHIND, behind, len(content)) for _, behind in after(content, marker.end())
            )
            return
        length = int.from_bytes(part(content, marker.end(), 2), "big")
        segment = part(content, marker.end(), max(2, length))
        at = marker.end() + len(segment)
        yield code, segment, at
        if code == _SCAN:
            following = _AFTER_SCAN.search(content, at)
            if following is None:
                raise ValueError
            yield _PACKED, content[at : following.start()], following.start()
            at = following.start()


def _belongs(code: int, segment: bytes, tables: "_Tables") -> bool:
    if code == _JFIF:
        return segment[2:7] == b"JFIF\0" and len(segment) == _JFIF_LENGTH and not any(segment[14:])
    if code == _ADOBE:
        return segment[2:7] == b"Adobe" and len(segment) == _ADOBE_LENGTH
    if code in _FRAMES:
        tables.frame(segment)
        return len(segment) == 8 + 3 * segment[7]
    if code == _SCAN:
        tables.scan(segment)
        return len(segment) == 6 + 2 * segment[2]
    if code in (_TABLES, _QUANTA):
        return tables.define(code, segment)
    return code == _RESTARTS and len(segment) == 4


class _Tables:
    """Which tables there are, and whether a scan uses each: what nothing uses can say anything."""

    def __init__(self) -> None:
        self.has_unused = False
        self.waiting: set[tuple[int, int]] = set()

    def define(self, code: int, segment: bytes) -> bool:
        """Note the tables in a segment; False where there is more in it than tables."""
        at = 2
        while at < len(segment):
            kind = segment[at]
            key = (code, kind if code == _TABLES else kind & 15)
            self.has_unused |= key in self.waiting
            self.waiting.add(key)
            if code == _TABLES:
                at += 17 + sum(part(segment, at + 1, 16))
            else:
                at += 1 + 64 * (1 + (kind >> 4))
        return at == len(segment)

    def frame(self, segment: bytes) -> None:
        self.waiting -= {(_QUANTA, which) for which in segment[10::3]}

    def scan(self, segment: bytes) -> None:
        selectors = segment[4 : 3 + 2 * segment[2] : 2]
        direct = {(_TABLES, one >> 4) for one in selectors}
        self.waiting -= direct | {(_TABLES, 0x10 | one & 15) for one in selectors}
