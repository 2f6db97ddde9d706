"""What is known of a media file before it is published, and whether it is there at all."""

import hashlib
import re
from functools import cache
from typing import Literal

from msgspec import Struct

# What a file tells beside what it shows: where it was taken, with which camera, whose it is. Of a
# document: that it cannot be read and so keeps its metadata, that pictures in it cannot, that files
# are attached to it, that it holds comments or tracked changes, that it seems to be a signed form.
Tell = Literal["place", "camera", "owner", "kept", "pictures", "attached", "changes", "form"]

# A new number wherever the same file would be published differently. The libraries' own versions
# are in it because their encoders change.
_MAKER = "2"
_LIBRARIES = ("pillow", "pypdf", "lxml")


# Why nothing can be published of a file: it is damaged, or is not what its name says; it asks for
# more memory or work than any honest file needs; it is empty; it is the note that Git LFS or
# git-annex leaves.
Why = Literal["damaged", "large", "empty", "pointer"]


# No honest file that can be cleaned is larger: it would not even go into many repositories. It is
# read into memory whole.
MOST_BYTES = 100_000_000


# The note that Git LFS leaves in the place of a file (its specification, "The Pointer"), by its
# names of now and then; and that of git-annex, also where a folder can keep no links.
_POINTER = re.compile(
    rb"(?:\xef\xbb\xbf)?(?:version https://(?:git-lfs|hawser)\.github\.com/spec/"
    rb"|(?:(?:\.\./){0,20}\.git)?/annex/objects/)"
)
BEGINNING = 100  # bytes: all that has to be seen of a file


class UnreadableMediaError(Exception):
    """Nothing can be published of this file; `why` says for what reason."""

    def __init__(self, why: Why = "damaged") -> None:
        """Keep the reason."""
        self.why: Why = why
        super().__init__(why)


class Examined(Struct, frozen=True, kw_only=True):
    """What is to be known of a file.

    `digest` is a SHA-256 hex digest of what of it is shown: two files that differ in nothing else
    have the same. `clean` says that nothing else is in it, so that it is published as it is.
    `width` and `height` are in pixels as it is shown, 0 where they are not known.
    """

    digest: str
    clean: bool
    width: int = 0
    height: int = 0
    tells: frozenset[Tell] = frozenset()

    @property
    def recipe(self) -> str:
        """What the published bytes depend on, as a hex digest; empty for a clean file."""
        return "" if self.clean else recipe_of(self.digest)


def recipe_of(digest: str) -> str:
    """What the bytes that are made of a file depend on, as a hex digest; `digest` is the file's."""
    return hashlib.sha256(f"{_makers()} {digest}".encode()).hexdigest()


def is_pointer(beginning: bytes) -> bool:
    """Whether a file that begins so is a pointer of Git LFS or git-annex."""
    return _POINTER.match(beginning) is not None


def check_is_there(beginning: bytes, *, may_be_empty: bool = False) -> None:
    """Raise UnreadableMediaError for the `beginning` of what is no file."""
    if is_pointer(beginning):
        raise UnreadableMediaError("pointer")
    if not beginning and not may_be_empty:
        raise UnreadableMediaError("empty")


@cache
def _makers() -> str:
    """What stands for all that makes of a file what is published of it."""
    # Loaded only where there is a file: it takes as long as some ten pages.
    from importlib.metadata import version

    return " ".join((_MAKER, *map(version, _LIBRARIES)))
