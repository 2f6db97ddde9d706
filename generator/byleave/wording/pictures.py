"""Words in the place of a picture that say little to whoever does not see it."""

import re
from collections.abc import Iterator

MOST_LETTERS = 250

_FILE_NAME = re.compile(
    r"\s*(?:[\w.()-]+\.(?:jpe?g|png|gif|webp|avif|tiff?|heic|bmp)|(?:img|dsc|dscn|dscf|pict?|image"
    r"|photo|picture|screenshot|untitled|scan)[\W_]*\d*|[\w-]*\d{6,}[\w-]*)\s*\Z",
    re.I,
)
_BEGINS = re.compile(
    r"\s*(?:(?:an?|the|this|some)\s+)?(?:(?:colou?r|black[\s-]and[\s-]white|old)\s+)?"
    r"(?:image|picture|photo|photograph|graphic|pic)s?\s+(?:of|showing|shows|is\s+of)\b"
    r"|\s*(?:llun|ffotograff|delwedd)\s+o\b",
    re.I,
)


def faults_of(alt: str, caption: str) -> Iterator[str]:
    """The codes of what is to be said of the words in place of a picture with this caption."""
    if _FILE_NAME.match(alt):
        yield "alt-file-name"
    elif _BEGINS.match(alt):
        yield "alt-begins"
    if len(alt) > MOST_LETTERS:
        yield "alt-long"
    if caption and _plain(alt) == _plain(caption):
        yield "alt-as-caption"


def _plain(words: str) -> str:
    return " ".join(words.casefold().split()).rstrip(".!")
