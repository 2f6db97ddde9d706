"""Files that stand in the text of another, written in letters: in `data:` addresses and in data."""

import base64
import binascii
import re
from collections.abc import Iterator

from byleave.text_in_files.escapes import written_out

# Files whose texts may be whole files of their own.
DATA = frozenset(
    ".json .jsonl .js .mjs .map .webmanifest .ics .vcf .xml .fb2 .svg .rss .atom".split()
)

# Drawing programs break it into lines, also as entities.
_ADDRESS = re.compile(
    r"data:([\w/+.-]{0,80})[^,\"'<>()\s]{0,80};base64,\s{0,9}([A-Za-z0-9+/%_=-]{8,})"
    r"((?:\s{1,99}[A-Za-z0-9+/%_=-]+)*)"
)
_STRING = re.compile(r"(?<![A-Za-z0-9+/_=-])[A-Za-z0-9+/_-]{16,}={0,2}(?![A-Za-z0-9+/_=-])")
_LINES = re.compile(r"(?<![A-Za-z0-9+/])(?:[A-Za-z0-9+/]{40,}+\s{1,99})+[A-Za-z0-9+/]++={0,2}")
_ENDINGS = {"jpeg": ".jpg", "svg+xml": ".svg", "plain": ".txt", "javascript": ".js"}
# What letters that decode to no text may be: pictures, archives, documents, what is packed.
_FILES = (
    *((b"\xff\xd8\xff", ".jpg"), (b"\x89PNG\r\n", ".png"), (b"GIF8", ".gif"), (b"RIFF", ".webp")),
    *((b"PK\x03\x04", ".zip"), (b"%PDF-", ".pdf"), (b"\x1f\x8b", ".gz"), (b"ID3", ".mp3")),
)


def embedded_in(text: str, *, is_data: bool) -> Iterator[tuple[str, bytes]]:
    """A name and the bytes of each file in `text`; `is_data` says that it is made for programs."""
    if "base64" in text:
        for plain in dict.fromkeys(written_out(text)):
            yield from _in_addresses(plain)
    if is_data:
        for pattern in (_STRING, _LINES):
            for string in pattern.finditer(text):
                # What decodes to no text is a hash, or letters by chance.
                data = _decoded(string[0])
                if data is not None and (ending := _ending_of(data)):
                    yield f"embedded{ending}", data


def _in_addresses(text: str) -> Iterator[tuple[str, bytes]]:
    for found in _ADDRESS.finditer(text):
        kind = found[1].rpartition("/")[2].lower()
        # What follows after a gap may be words that come next, and no part of it.
        for letters in dict.fromkeys((found[2] + found[3], found[2])):
            if (data := _decoded(letters)) is not None:
                yield f"embedded{_ENDINGS.get(kind, f'.{kind}')}", data


def _decoded(letters: str) -> bytes | None:
    plain = letters.replace("%2B", "+").replace("%2F", "/").replace("%3D", "=").rstrip("=")
    plain = "".join(plain.replace("-", "+").replace("_", "/").split())
    try:
        return base64.b64decode(plain + "=" * (-len(plain) % 4), validate=True)
    except (binascii.Error, ValueError):
        return None


def _ending_of(data: bytes) -> str:
    """How a file that is `data` would end; empty where it is none that anybody would put there."""
    for begins, ending in _FILES:
        if data.startswith(begins):
            return ending
    return ".txt" if _is_text(data) else ""


def _is_text(data: bytes) -> bool:
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return all(sign.isprintable() or sign in "\t\r\n" for sign in text)
