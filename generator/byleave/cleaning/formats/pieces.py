"""What the formats of pictures have in common: pieces of a file, and pictures in it."""

from collections.abc import Iterator

Piece = tuple[bool, bytes]  # whether it belongs to the picture, and its bytes
# A file with one picture in it, and the same file with the end of one of its packed stretches
# changed, for each of these in turn.
Still = tuple[bytes, Iterator[bytes]]

_CHANGED = 4  # bytes: of fewer, a decoder may need none
_ESCAPE = 0xFF


def with_changed_end(content: bytes, end: int, length: int = _CHANGED) -> bytes:
    """`content` with `length` other bytes before `end`, none of which begins a marker of JPEG."""
    start = max(0, end - length)
    while start and content[start - 1] == _ESCAPE:
        start -= 1
    other = bytes(0x2A if byte in (0xD5, 0xAA) else byte ^ 0x55 for byte in content[start:end])
    return content[:start] + other + content[end:]


def part(content: bytes, start: int, length: int) -> bytes:
    """`length` bytes from `start` on; raises ValueError where there are fewer."""
    piece = content[start : start + length]
    if len(piece) != length:
        raise ValueError
    return piece


def after(content: bytes, end: int) -> Iterator[Piece]:
    """Whatever stands behind the end of the picture."""
    if content[end:]:
        yield False, content[end:]
