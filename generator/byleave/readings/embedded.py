"""Files that stand in the text of another, written in letters: in `data:` addresses and in data."""

import base64
import binascii
import re
from collections.abc import Iterator

# Files whose texts may be whole files of their own.
DATA = frozenset({".json", ".jsonl", ".js", ".mjs", ".map", ".webmanifest", ".ics", ".vcf", ".xml"})

_ADDRESS = re.compile(r"data:([\w/+.-]{0,80})[^,\"'<>()\s]{0,80};base64,([A-Za-z0-9+/%_=-]{8,})")
_STRING = re.compile(r"(?<![A-Za-z0-9+/_=-])[A-Za-z0-9+/_-]{16,}={0,2}(?![A-Za-z0-9+/_=-])")
_ENDINGS = {"jpeg": ".jpg", "svg+xml": ".svg", "plain": ".txt", "javascript": ".js"}


def embedded_in(text: str, *, is_data: bool) -> Iterator[tuple[str, bytes]]:
    """A name and the bytes of each file in `text`; `is_data` says that it is made for programs."""
    if ";base64," in text:
        for found in _ADDRESS.finditer(text):
            kind = found[1].rpartition("/")[2].lower()
            if (data := _decoded(found[2])) is not None:
                yield f"embedded{_ENDINGS.get(kind, f'.{kind}')}", data
    if is_data:
        for string in _STRING.finditer(text):
            # What decodes to no text is a hash, or letters by chance.
            if (data := _decoded(string[0])) is not None and _is_text(data):
                yield "embedded.txt", data


def _decoded(letters: str) -> bytes | None:
    plain = letters.replace("%2B", "+").replace("%2F", "/").replace("%3D", "=").rstrip("=")
    plain = plain.replace("-", "+").replace("_", "/")
    try:
        return base64.b64decode(plain + "=" * (-len(plain) % 4), validate=True)
    except (binascii.Error, ValueError):
        return None


def _is_text(data: bytes) -> bool:
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return all(sign.isprintable() or sign in "\t\r\n" for sign in text)
