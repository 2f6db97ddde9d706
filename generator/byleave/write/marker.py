"""The file in an output folder that says which files in it Byleave made.

It names them by digests, so that it tells nobody a path that the site itself does not tell.
"""

import hashlib
from collections.abc import Iterable, Mapping

FIRST_LINE = b"byleave output 1\n"
DIGEST_LENGTH = 32


def digest_of(path: str) -> str:
    """The first 32 hex digits of the SHA-256 of a path, which need not be valid Unicode."""
    return hashlib.sha256(path.encode("utf-8", "surrogateescape")).hexdigest()[:DIGEST_LENGTH]


def made_from(path: str, recipe: str) -> str:
    """What stands in the marker, as a path would, for the cleaned file at `path`.

    No path holds the character between the two, so that none is mistaken for it.
    """
    return f"{path}\0{recipe}"


def marker_for(paths: Iterable[str], recipes: Mapping[str, str]) -> bytes:
    """What the marker file holds for the files at `paths`; `recipes` are those of cleaned files."""
    made = (made_from(path, recipe) for path, recipe in recipes.items())
    lines = sorted(digest_of(line) for line in (*paths, *made))
    return FIRST_LINE + "".join(f"{line}\n" for line in lines).encode()


def is_marker(content: bytes) -> bool:
    """Whether a file was written as a marker of this format."""
    return content.startswith(FIRST_LINE)


def digests_in(content: bytes) -> frozenset[str]:
    """The digests that a marker holds; none where the content is not that of a marker."""
    lines = content.removeprefix(FIRST_LINE) if is_marker(content) else b""
    return frozenset(lines.decode("ascii", "replace").split())
