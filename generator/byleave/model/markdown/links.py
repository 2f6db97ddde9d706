"""Links of which readers keep the words alone."""

import re
from collections.abc import Iterator

from byleave.model.markdown.code import without_code

# Kinds of address that a page links to; what else stands before a colon is no link here.
SCHEMES = frozenset({"http", "https", "mailto", "sms", "tel"})
_SCHEME = re.compile(
    r"(?:\]\(\s{0,9}<?|^[ \t>]{0,20}\[(?!\^)[^\[\]\n]{1,500}\]:[ \t]{0,9}<?"
    r"|<a\s[^<>]{0,2000}?href\s{0,9}=\s{0,9}[\"']?\s{0,9})([a-z][a-z0-9+.-]{1,30}):(?=\S)",
    re.I | re.M,
)


def of_other_kinds(text: str) -> Iterator[int]:
    """Where `text` links to an address of a kind that no page links to."""
    if "](" not in text and "]:" not in text and "<" not in text:
        return
    for found in _SCHEME.finditer(without_code(text)):
        if found[1].lower() not in SCHEMES:
            yield found.start(1)
