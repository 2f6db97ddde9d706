"""Signs that mean something to Byleave alone, so that they mean in a text what they say."""

import re

from byleave.beginning.front_matter import without_marks

_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ue000-\ue01f\ufffe\uffff]"
)
# What the reader takes for a marker, also where something stands before it on its line.
_MARKER = re.compile(r"^((?:[\s>*+\-]|\d{1,9}[.)]|[\u00ad\u200b-\u200f\u2060\ufeff])*)(:::)", re.M)


def readable(text: str) -> str:
    """`text` without what is no text, and with one kind of line end."""
    return _UNSEEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def literal(text: str) -> str:
    """Markdown of others in which no brace names a voice and no colons begin a passage."""
    return without_marks(_MARKER.sub(r"\1\\\2", text))
