"""Signs beyond the first 65,536 as tools write them that make JSON: in two halves (RFC 8259, 7)."""

import re

from byleave.model.markdown.code import without_code

_IN_HALVES = re.compile(r"\\u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})")


def with_whole_letters(text: str) -> str:
    """`text` with each sign that is written in two halves as it is: no word has these letters."""
    return _IN_HALVES.sub(lambda found: _whole(found), text) if "\\u" in text else text


def with_whole_letters_of_text(text: str) -> str:
    """The same of Markdown; what stands in code there stays as it is."""
    if "\\u" not in text:
        return text
    bare = without_code(text)
    return _IN_HALVES.sub(
        lambda found: _whole(found) if bare[found.start()] == "\\" else found[0], text
    )


def halves_as_long(text: str) -> str:
    """`text`, which is YAML, with each such sign as YAML writes it, every place in it kept."""
    return _IN_HALVES.sub(lambda found: f"\\U{ord(_whole(found)):08X}  ", text)


def _whole(found: re.Match[str]) -> str:
    high, low = int(found[1], 16) - 0xD800, int(found[2], 16) - 0xDC00
    return chr(0x10000 + (high << 10) + low)
