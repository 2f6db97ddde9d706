"""Letters that a file writes in another way: escapes of HTML, addresses, JSON, calendars, CSS."""

import html
import re
from urllib.parse import unquote

_BACKSLASH = re.compile(
    r"\\(?:u([0-9a-fA-F]{4})|u\{([0-9a-fA-F]{1,6})\}|x([0-9a-fA-F]{2})|([nrtbfNRT])|(.))", re.S
)
_CSS = re.compile(r"\\(?:([0-9a-fA-F]{1,6})[ \t\r\n\f]?|(.))", re.S)
_PERCENT = re.compile("%[0-9a-fA-F]{2}")
_FOLD = re.compile(r"\r?\n[ \t]")
_HIGHEST = 0x10FFFF


def written_out(text: str) -> tuple[str, ...]:
    """What `text` says when what stands in it for other letters is put in their place.

    Each way of writing them is tried by itself; the text as it is comes first, entities undone.
    """
    plain = html.unescape(text) if "&" in text else text
    found = [plain]
    if "\\" in plain:
        found.append(without_backslashes(plain))
    if "%" in plain and _PERCENT.search(plain):
        found.append(unquote(plain))
    return tuple(found)


def without_backslashes(text: str) -> str:
    """`text` with the escapes of JSON, scripts and calendars undone."""
    # Letters beyond the first 65536 are two escapes each.
    return _joined(_BACKSLASH.sub(_letter, text))


def without_css_escapes(text: str) -> str:
    """`text` with the escapes of style sheets undone."""
    return _joined(_CSS.sub(lambda found: _code(found[1]) if found[1] else found[2], text))


def unfolded(text: str) -> str:
    """A calendar or an address card with its lines whole again (RFC 5545, 3.1)."""
    return _FOLD.sub("", text)


def _letter(found: re.Match[str]) -> str:
    digits = found[1] or found[2] or found[3]
    if digits:
        return _code(digits)
    return " " if found[4] else found[5]


def _code(digits: str) -> str:
    number = int(digits, 16)
    return chr(number) if number <= _HIGHEST else " "


def _joined(text: str) -> str:
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
