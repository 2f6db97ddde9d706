"""The paths that a site may write to: inside its folder, one file each."""

from collections.abc import Iterable
from pathlib import PureWindowsPath

from byleave.cache import folders_of
from byleave.model.output import MARKER

TEMPORARY = ".byleave-tmp"

# The operating system's own notes on a folder. They are no reason to refuse it, but they hold
# names and small pictures of the files that were beside them, so every build deletes them.
SYSTEM_FILES = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})

# At the top of the folder these are left alone.
GIT = ".git"

_NO_NAMES = frozenset({"", ".", ".."})


def check_paths(paths: Iterable[str]) -> None:
    """Raise ValueError for the first path that may not be written, or that two files need."""
    files: set[str] = set()
    for path in paths:
        _check_path(path)
        if path in files:
            raise ValueError(f"two files of the site have the path {path!r}")
        files.add(path)
    for path in files:
        for folder in folders_of(path):
            if folder in files:
                raise ValueError(f"{folder!r} is a file of the site, and {path!r} needs a folder")


def _check_path(path: str) -> None:
    """Check with the eyes of every system: a Windows path may lead out where a POSIX one stays."""
    parts = path.split("/")
    leads_out = ("\\" in path or ":" in path) and _leads_out_on_windows(path)
    if leads_out or "\0" in path or not _NO_NAMES.isdisjoint(parts):
        raise ValueError(f"{path!r} is not a path inside the output folder")
    if parts[0] in {MARKER, TEMPORARY, GIT} or parts[-1] in SYSTEM_FILES:
        raise ValueError(f"{path!r} is a name that no file of a site may have")


def _leads_out_on_windows(path: str) -> bool:
    windows = PureWindowsPath(path)
    return bool(windows.drive or windows.root or ".." in windows.parts)
