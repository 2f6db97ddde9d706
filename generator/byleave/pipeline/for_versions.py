"""What a version is up to date with, for the command that says so."""

from pathlib import Path

from byleave.gate import NoOriginalError, OriginalWords
from byleave.gate import original_words as words_in
from byleave.read import read_site

__all__ = ["NoOriginalError", "OriginalWords", "original_words"]


def original_words(site: Path, path: str) -> OriginalWords:
    """What the version at `path` says, if it is up to date with its original as that is now.

    Raises SiteError where the site cannot be read, and NoOriginalError.
    """
    return words_in(read_site(site).tree, path)
