"""Media files without what they tell beside what they show: where, when and by whom.

`examine` says what a file tells and from what its published bytes come; `cleaned` gives these
bytes. Both are functions of a file's bytes alone, so that a memo by their SHA-256 can stand before
either. `examine` is cheap, for it decodes no picture; `cleaned` decodes and encodes.
"""

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
    "is_picture",
    "tags_of",
]

_PICTURES = frozenset({".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif"})
_DRAWING = ".svg"
_DOCUMENT = ".pdf"


def is_picture(suffix: str) -> bool:
    """Whether files with the ending `suffix`, such as ".jpg", are pictures."""
    return suffix.lower() in _PICTURES or suffix.lower() == _DRAWING


def can_be_cleaned(suffix: str) -> bool:
    """Whether files with the ending `suffix` can be examined and cleaned."""
    return is_picture(suffix) or suffix.lower() == _DOCUMENT


def examine(content: bytes, suffix: str) -> Examined:
    """What is to be known of a file; raises UnreadableMediaError, ValueError for other endings."""
    match suffix.lower():
        case ending if ending in _PICTURES:
            return examine_picture(content)
        case ".svg":
            return examine_drawing(content)
        case ".pdf":
            return examine_document(content)
    raise ValueError(f"files that end in {suffix} cannot be cleaned")


def cleaned(content: bytes, suffix: str) -> bytes:
    """The bytes that are published of a file; raises as `examine` does."""
    match suffix.lower():
        case ending if ending in _PICTURES:
            return cleaned_picture(content)
        case ".svg":
            return cleaned_drawing(content)
        case ".pdf":
            return cleaned_document(content)
    raise ValueError(f"files that end in {suffix} cannot be cleaned")
