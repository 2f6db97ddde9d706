"""What can stand where a file should be: nothing, or the note that Git LFS leaves in its place.

Source: the Git LFS specification, "The Pointer".
"""

from byleave.cleaning.facts import UnreadableMediaError

_POINTER = b"version https://git-lfs.github.com/spec/"
BEGINNING = len(_POINTER)  # bytes: all that has to be seen of a file


def is_pointer(beginning: bytes) -> bool:
    """Whether a file that begins so is a pointer of Git LFS."""
    return beginning.startswith(_POINTER)


def check_is_there(beginning: bytes, *, may_be_empty: bool = False) -> None:
    """Raise UnreadableMediaError for the `beginning` of what is no file."""
    if is_pointer(beginning):
        raise UnreadableMediaError("pointer")
    if not beginning and not may_be_empty:
        raise UnreadableMediaError("empty")
