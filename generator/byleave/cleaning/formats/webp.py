"""WebP: its chunks, and its pictures one by one. Source: RFC 9649."""

import re
from collections.abc import Iterator, Sequence

from byleave.cleaning.formats import vp8
from byleave.cleaning.formats.pieces import Piece, Still, after, part, with_changed_end

START = re.compile(rb"RIFF....WEBP", re.S)
_PIXELS = frozenset({b"VP8 ", b"VP8L"})
_SAID = 0x20 | 0x08 | 0x04  # VP8X announces a profile of colours, EXIF and XMP by these
_ALPHA = 0x10
_LENGTHS = {b"VP8X": 10, b"ANIM": 6}
_FRAME = 16  # bytes that say where and how long a picture is shown
_TOP = 12
_CHANGED = 8  # bytes: VP8 packs a few more than it needs

_Chunk = tuple[bytes, bytes, bytes]  # its kind, what it holds, and what makes its length even


def pieces(content: bytes) -> Iterator[Piece]:
    """Its chunks; raises ValueError or IndexError where it is not as it says."""
    end = 8 + int.from_bytes(content[4:8], "little")
    if end > len(content):
        raise ValueError
    seen: set[bytes] = set()
    for kind, said, even in _chunks(content, _TOP, end):
        belongs = kind not in seen and _belongs(kind, said) and even in (b"", b"\0")
        seen |= set() if kind == b"ANMF" else {b"VP8 ", b"VP8L"} if kind in _PIXELS else {kind}
        if kind == b"VP8X":
            said = bytes([said[0] & ~_SAID]) + said[1:]
        yield belongs, kind + said
    if b"ANMF" in seen and seen & _PIXELS:
        yield False, b""
    yield from after(content, end)


def stills(content: bytes) -> Iterator[Still]:
    """Each of its pictures in a file of its own."""
    end = 8 + int.from_bytes(content[4:8], "little")
    chunks = list(_chunks(content, _TOP, end))
    size = next((said[4:10] for kind, said, _ in chunks if kind == b"VP8X"), b"")
    frames = [said for kind, said, _ in chunks if kind == b"ANMF"]
    if not frames:
        yield _still(chunks, size)
    for said in frames:
        yield _still(list(_chunks(said, _FRAME, len(said))), said[6:12])


def count_frames(content: bytes) -> int:
    """How many pictures it has; raises as `pieces` does."""
    end = min(len(content), 8 + int.from_bytes(content[4:8], "little"))
    return max(1, sum(kind == b"ANMF" for kind, _, _ in _chunks(content, _TOP, end)))


def _chunks(content: bytes, at: int, end: int) -> Iterator[_Chunk]:
    while at < end:
        kind = part(content, at, 4)
        length = int.from_bytes(part(content, at + 4, 4), "little")
        yield kind, part(content, at + 8, length), content[at + 8 + length : end][: length % 2]
        at += 8 + length + length % 2


def _belongs(kind: bytes, said: bytes) -> bool:
    if kind == b"ANMF":
        inner = list(_chunks(said, _FRAME, len(said)))
        kinds = [kind for kind, _, _ in inner]
        even = all(even in (b"", b"\0") for _, _, even in inner)
        return even and kinds in ([b"VP8 "], [b"VP8L"], [b"ALPH", b"VP8 "])
    if kind == b"VP8X" and any(said[1:4]):
        return False
    return kind in _PIXELS or kind == b"ALPH" or _LENGTHS.get(kind) == len(said)


def _still(chunks: Sequence[_Chunk], size: bytes) -> Still:
    """A file with the pixels among `chunks`, and as large as `size` says where they have alpha."""
    kept = [(kind, said) for kind, said, _ in chunks if kind in _PIXELS or kind == b"ALPH"]
    if any(kind == b"ALPH" for kind, _ in kept):
        kept.insert(0, (b"VP8X", bytes([_ALPHA, 0, 0, 0]) + size))
    made, ends = b"WEBP", []
    for kind, said in kept:
        start = len(made) + 2 * 8
        if kind == b"VP8 ":
            ends += [start + end for end in vp8.ends(said)]
        elif kind != b"VP8X":
            ends.append(start + len(said))
        made += kind + len(said).to_bytes(4, "little") + said + b"\0" * (len(said) % 2)
    content = b"RIFF" + len(made).to_bytes(4, "little") + made
    return content, (with_changed_end(content, end, _CHANGED) for end in ends)
