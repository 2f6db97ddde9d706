"""Media files without what they tell beside what they show: where, when and by whom.

`examine` says what a file tells and from what its published bytes come; it is cheap, for it decodes
no picture. `holds_only_pixels` decodes one, to find out whether it is whole and whether anything
hides in it; `cleaned` gives the bytes that are published, and `made_anew` gives them where that
has been found out. All are functions of a file's bytes alone, so that a memo by their SHA-256 can
stand before each.
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from byleave.cleaning.examined import (
    BEGINNING,
    MOST_BYTES,
    Examined,
    Tell,
    UnreadableMediaError,
    Why,
    check_is_there,
    is_pointer,
    recipe_of,
)
from byleave.model.renditions import Focus, Rendition

if TYPE_CHECKING:
    from byleave.cleaning.renditions import Renditions

__all__ = [
    "BEGINNING",
    "MOST_BYTES",
    "Examined",
    "Tell",
    "UnreadableMediaError",
    "Why",
    "can_be_cleaned",
    "check_is_there",
    "cleaned",
    "examine",
    "holds_only_pixels",
    "holds_words",
    "is_picture",
    "is_pointer",
    "length_of",
    "made_anew",
    "recipe_of",
    "rendition_of",
    "renditions_of",
    "tags_of",
]

_PICTURES = (".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif")
_DRAWINGS = (".svg",)
_DOCUMENTS = (".pdf",)
_OFFICE = (".docx", ".xlsx", ".pptx", ".odt", ".ods", ".odp")

_Ways = tuple[Callable[[bytes], Examined], Callable[[bytes], bytes]]


def can_be_cleaned(suffix: str) -> bool:
    """Whether files with the ending `suffix`, such as ".jpg", can be examined and cleaned."""
    return suffix.lower() in (*_PICTURES, *_DRAWINGS, *_DOCUMENTS, *_OFFICE)


def holds_words(suffix: str) -> bool:
    """Whether what is published of a file with this ending can hold words: not of a picture."""
    return suffix.lower() not in _PICTURES


def is_picture(suffix: str) -> bool:
    """Whether files with this ending are pictures of pixels, which are decoded once."""
    return suffix.lower() in _PICTURES


def examine(content: bytes, suffix: str) -> Examined:
    """What is to be known of a file; raises UnreadableMediaError, KeyError for other endings."""
    return _ways(suffix)[0](content)


def cleaned(content: bytes, suffix: str) -> bytes:
    """The bytes that are published of a file; raises as `examine` does."""
    return _ways(suffix)[1](content)


def made_anew(content: bytes, suffix: str) -> bytes:
    """What `cleaned` gives for a file that is known not to hold only pixels; raises as it does."""
    if not is_picture(suffix):
        return cleaned(content, suffix)
    from byleave.cleaning.pictures_made_anew import picture_made_anew

    return picture_made_anew(content)


def holds_only_pixels(content: bytes) -> bool:
    """Whether nothing is in a picture but what it shows; raises UnreadableMediaError."""
    from byleave.cleaning.proof import holds_only_pixels as holds

    return holds(content)


def renditions_of(content: bytes, cuts: Sequence[Focus | None]) -> "Renditions":
    """The smaller files of a picture, whole or cut; see `cleaning.renditions`."""
    from byleave.cleaning.renditions import renditions

    return renditions(content, cuts)


def rendition_of(content: bytes, cut: Focus | None, wanted: Rendition) -> bytes:
    """The bytes of one of them; raises UnreadableMediaError where there is no such one."""
    found = (one for one in renditions_of(content, [cut])[0] if one.rendition == wanted)
    if (made := next(found, None)) is None:
        raise UnreadableMediaError
    return made.content


def tags_of(recording: Path) -> tuple[str, ...]:
    """The kinds of tags in a recording, such as "artist"; none where it cannot be read."""
    from byleave.cleaning.recordings import tags_of as tags

    return tags(recording)


def length_of(recording: Path) -> int:
    """How many seconds a recording lasts, at least one; 0 where it cannot be read."""
    from byleave.cleaning.recordings import length_of as length

    return length(recording)


def _ways(suffix: str) -> _Ways:
    """How to examine and to clean a file.

    Each is loaded only where there is such a file: decoders take as long to load as some ten pages
    to make. Raises KeyError for an ending that has none.
    """
    match suffix.lower():
        case ending if ending in _PICTURES:
            from byleave.cleaning.pictures_made_anew import cleaned_picture, examine_picture

            return examine_picture, cleaned_picture
        case ending if ending in _DRAWINGS:
            from byleave.cleaning.drawings import cleaned_drawing, examine_drawing

            return examine_drawing, cleaned_drawing
        case ending if ending in _DOCUMENTS:
            from byleave.cleaning.documents import cleaned_document, examine_document

            return examine_document, cleaned_document
        case ending if ending in _OFFICE:
            from byleave.cleaning.office import cleaned_office, examine_office

            return examine_office, cleaned_office
    raise KeyError(suffix)
