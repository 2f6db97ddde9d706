"""Media files without what they tell beside what they show: where, when and by whom.

`examine` says what a file tells and from what its published bytes come; `cleaned` gives these
bytes. Both are functions of a file's bytes alone, so that a memo by their SHA-256 can stand before
either. `examine` is cheap, for it decodes no picture; `cleaned` decodes and encodes.
"""

from collections.abc import Callable, Mapping

from byleave.cleaning.documents import cleaned_document, examine_document
from byleave.cleaning.drawings import cleaned_drawing, examine_drawing
from byleave.cleaning.facts import Examined, Tell, UnreadableMediaError
from byleave.cleaning.pictures import cleaned_picture, examine_picture
from byleave.cleaning.recordings import tags_of

__all__ = [
    "Examined",
    "Tell",
    "UnreadableMediaError",
    "can_be_cleaned",
    "cleaned",
    "examine",
    "holds_words",
    "tags_of",
]

_PICTURES = (".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif")
_KINDS: Mapping[str, tuple[Callable[[bytes], Examined], Callable[[bytes], bytes]]] = {
    **dict.fromkeys(_PICTURES, (examine_picture, cleaned_picture)),
    ".svg": (examine_drawing, cleaned_drawing),
    ".pdf": (examine_document, cleaned_document),
}


def can_be_cleaned(suffix: str) -> bool:
    """Whether files with the ending `suffix`, such as ".jpg", can be examined and cleaned."""
    return suffix.lower() in _KINDS


def holds_words(suffix: str) -> bool:
    """Whether what is published of a file with this ending can hold words: not of a picture."""
    return suffix.lower() not in _PICTURES


def examine(content: bytes, suffix: str) -> Examined:
    """What is to be known of a file; raises UnreadableMediaError, KeyError for other endings."""
    return _KINDS[suffix.lower()][0](content)


def cleaned(content: bytes, suffix: str) -> bytes:
    """The bytes that are published of a file; raises as `examine` does."""
    return _KINDS[suffix.lower()][1](content)
