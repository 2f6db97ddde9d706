"""The facts of media files: their digest, size and kind."""

from pathlib import Path

from byleave.model.published import MediaFile, RootFile
from byleave.read.destinations import media_kind
from byleave.read.file_facts import Digests

_DIGITS = 16


def story_media(file: Path, digests: Digests) -> MediaFile:
    """A file of a story, published under a name that its content gives and no person's name."""
    sha256, size = digests.of(file)
    address = f"/media/{sha256[:_DIGITS]}{file.suffix.lower()}"
    return _media(file, address, sha256, size)


def group_media(file: Path, address: str, digests: Digests) -> MediaFile:
    """A file of the group's own, published at the address that the group gave it."""
    sha256, size = digests.of(file)
    return _media(file, address, sha256, size)


def _media(file: Path, address: str, sha256: str, size: int) -> MediaFile:
    kind = media_kind(file.name)
    return MediaFile(
        source=str(file),
        address=address,
        kind=kind or "document",
        sha256=sha256,
        size=size,
    )


def root_file(file: Path, path: str, digests: Digests) -> RootFile:
    """A file that is copied to the top of the site."""
    sha256, size = digests.of(file)
    return RootFile(path=path, source=str(file), sha256=sha256, size=size)
