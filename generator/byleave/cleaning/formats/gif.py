"""GIF: its blocks, and its pictures one by one. Source: CompuServe GIF89a."""

import re
from collections.abc import Iterator

from byleave.cleaning.formats.pieces import Piece, Still, after, part, with_changed_end

START = re.compile(rb"GIF8[79]a")
_EXTENSION, _IMAGE, _END = 0x21, 0x2C, 0x3B
_CONTROL, _APPLICATION = 0xF9, 0xFF
_CONTROL_LENGTH = 8
_LOOPS = (b"\x21\xff\x0bNETSCAPE2.0\x03\x01", b"\x21\xff\x0bANIMEXTS1.0\x03\x01")
_LOOPS_LENGTH = 19
_BLOCK = 255


def pieces(content: bytes) -> Iterator[Piece]:
    """Its blocks; raises ValueError or IndexError where it is not as it says."""
    head = _head(content)
    uses_head = not _colours(content[10])
    looped = controlled = False
    found: list[Piece] = []
    for block in _blocks(content, len(head)):
        if block[0] == _IMAGE:
            uses_head |= not block[9] & 0x80
            found.append((True, block))
            controlled = False
        elif block[1] == _CONTROL:
            found.append((len(block) == _CONTROL_LENGTH and not controlled, block))
            controlled = True
        else:
            loops = len(block) == _LOOPS_LENGTH and block.startswith(_LOOPS)
            found.append((loops and not looped, block))
            looped |= loops
    # A table of colours that nothing uses can say anything.
    yield uses_head and not controlled, head
    yield from found
    yield from after(content, len(head) + sum(len(block) for _, block in found) + 1)


def without_notes(content: bytes) -> bytes:
    """The same pixels in a file without notes; raises as `pieces` does."""
    head, *found = pieces(content)
    return head[1] + b"".join(piece for belongs, piece in found if belongs) + b";"


def stills(content: bytes) -> Iterator[Still]:
    """Each of its pictures in a file of its own."""
    head = _head(content)
    for block in _blocks(content, len(head)):
        if block[0] != _IMAGE:
            continue
        table = 10 + _colours(block[9])
        packed = b"".join(_unblocked(block, table + 1))
        start = b"GIF89a" + block[5:9] + content[10:11] + b"\0\0" + head[13:]
        start += b"\x2c\0\0\0\0" + block[5 : table + 1]
        changed = with_changed_end(packed, len(packed))
        yield _file(start, packed), (_file(start, one) for one in (changed,))


def _file(start: bytes, packed: bytes) -> bytes:
    blocks = (packed[at : at + _BLOCK] for at in range(0, len(packed), _BLOCK))
    return start + b"".join(bytes([len(one)]) + one for one in blocks) + b"\0;"


def extent(content: bytes) -> tuple[int, int, int]:
    """How far its pictures reach to the right and down, in pixels, and how many there are."""
    right = down = number = 0
    for block in _blocks(content, len(_head(content))):
        if block[0] == _IMAGE:
            left, top, width, height = (
                int.from_bytes(block[at : at + 2], "little") for at in (1, 3, 5, 7)
            )
            right, down, number = max(right, left + width), max(down, top + height), number + 1
    return right, down, number


def _head(content: bytes) -> bytes:
    return part(content, 0, 13 + _colours(content[10]))


def _blocks(content: bytes, at: int) -> Iterator[bytes]:
    while content[at] != _END:
        if content[at] == _IMAGE:
            start = at + 10 + _colours(content[at + 9]) + 1
        elif content[at] == _EXTENSION:
            start = at + 2
        else:
            raise ValueError
        end = _end_of_blocks(content, start)
        yield content[at:end]
        at = end


def _colours(flags: int) -> int:
    """The length of the table of colours that such flags announce."""
    return 3 << ((flags & 7) + 1) if flags & 0x80 else 0


def _end_of_blocks(content: bytes, at: int) -> int:
    while content[at]:
        at += content[at] + 1
    return at + 1


def _unblocked(block: bytes, at: int) -> Iterator[bytes]:
    while block[at]:
        yield block[at + 1 : at + 1 + block[at]]
        at += block[at] + 1
