"""Media files without what they tell beside what they show: where, when and by whom.

`examine` says what a file tells and from what its published bytes come; `cleaned` gives these
bytes. Both are functions of a file's bytes alone, so that a memo by their SHA-256 can stand before
either. `examine` is cheap, for it decodes no picture; `cleaned` decodes and encodes.
"""

from collections.abc import Callable
from pathlib import Path

from byleave.cleaning.facts import Examined, Tell, UnreadableMediaError

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
_DRAWINGS = (".svg",)
_DOCUMENTS = (".pdf",)

_Ways = tuple[Callable[[bytes], Examined], Callable[[bytes], bytes]]


def can_be_cleaned(suffix: str) -> bool:
    """Whether files with the ending `suffix`, such as ".jpg", can be examined and cleaned."""
    return suffix.lower() in (*_PICTURES, *_DRAWINGS, *_DOCUMENTS)


def holds_words(suffix: str) -> bool:
    """Whether what is published of a file with this ending can hold words: not of a picture."""
    return suffix.lower() not in _PICTURES


def examine(content: bytes, suffix: str) -> Examined:
    """What is to be known of a file; raises UnreadableMediaError, KeyError for other endings."""
    return _ways(suffix)[0](content)


def cleaned(content: bytes, suffix: str) -> bytes:
    """The bytes that are published of a file; raises as `examine` does."""
    return _ways(suffix)[1](content)


def tags_of(recording: Path) -> tuple[str, ...]:
    """The kinds of tags in a recording, such as "artist"; none where it cannot be read."""
    from byleave.cleaning.recordings import tags_of as tags

    return tags(recording)


def _ways(suffix: str) -> _Ways:
    """How to examine and to clean a file.

    Each is loaded only where there is such a file: decoders take as long to load as some ten pages
    to make. Raises KeyError for an ending that has none.
    """
    match suffix.lower():
        case ending if ending in _PICTURES:
            from byleave.cleaning.pictures import cleaned_picture, examine_picture

            return examine_picture, cleaned_picture
        case ending if ending in _DRAWINGS:
            from byleave.cleaning.drawings import cleaned_drawing, examine_drawing

            return examine_drawing, cleaned_drawing
        case ending if ending in _DOCUMENTS:
            from byleave.cleaning.documents import cleaned_document, examine_document

            return examine_document, cleaned_document
    raise KeyError(suffix)
