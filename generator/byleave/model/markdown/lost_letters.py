"""Letters that a program lost or changed when it opened or saved a text."""

import re
from collections.abc import Iterator

LOST_SAID = "letters were lost here when a program opened or saved this text, and readers see it"
LOST_DO = "write the letters anew, as they were; then save the file as UTF-8"
# What stands for a letter that nobody can read, and how UTF-8 looks where a program took it for the
# code page of Windows: an apostrophe is \u00e2\u20ac\u2122 then, and an \u00e9 is \u00c3\u00a9.
LOST_SIGNS = ("\ufffd", "\u00e2\u20ac", "\u00c3", "\u00c2", "\u00ef\u00bb\u00bf")
_LOST = re.compile(
    "\ufffd+|\u00e2\u20ac.?|[\u00c2\u00c3][\u00a0-\u00bf\u20ac\u2018-\u2026\u2122\u0152\u0153\u0160\u0161]"
    "|\u00ef\u00bb\u00bf"
)


def lost_letters(text: str) -> Iterator[int]:
    """Where `text` has signs in the place of letters."""
    if not text.isascii():
        yield from (found.start() for found in _LOST.finditer(text))
