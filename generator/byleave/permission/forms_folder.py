"""The folder for forms and letters: never published, never committed, nothing half-written."""

import os
from collections.abc import Iterator
from pathlib import Path

from byleave.editing.whole_files import write_private
from byleave.model.site_folder import FOLDERS

NAME = "permission-forms"
_PUBLISHED_OR_READ = ("public", *FOLDERS)
_IGNORED = "*\n"
_IGNORE_FILE = ".gitignore"


class UnsafeFolderError(Exception):
    """What is written here could be published or committed; says what to do instead."""


def prepare(folder: Path, site: Path) -> None:
    """Make `folder` ready for documents about people who have not agreed to anything yet.

    Raises UnsafeFolderError where the site in `site` is read or published, and within a git
    repository unless the folder is new, empty, or ignored as a whole; OSError where the system
    does not let it be made.
    """
    if name := published_or_read(folder, site):
        raise UnsafeFolderError(
            f"{folder}: nothing private is written into {name}/. Name another --output"
        )
    place = Path(os.path.realpath(folder))
    if _is_ignored(place):
        return
    if _in_repository(place) and place.is_dir() and any(place.iterdir()):
        raise UnsafeFolderError(
            f"{folder}: this folder is in a git repository and could be committed. Name one that "
            "is not there yet, or is outside the repository"
        )
    is_new = not place.exists() or not any(place.iterdir())
    place.mkdir(parents=True, exist_ok=True)
    if is_new:
        write_private(place / _IGNORE_FILE, _IGNORED.encode())


def published_or_read(place: Path, site: Path) -> str:
    """The folder of the site in `site` that `place` is in, wherever links lead; "" for none."""
    real = Path(os.path.realpath(place))
    folders = ((name, os.path.realpath(site / name)) for name in _PUBLISHED_OR_READ)
    return next((name for name, folder in folders if real.is_relative_to(folder)), "")


def _is_ignored(place: Path) -> bool:
    return any(
        (one / _IGNORE_FILE).is_file() and "*" in _lines(one / _IGNORE_FILE)
        for one in _above(place)
    )


def _lines(path: Path) -> list[str]:
    return path.read_text("utf-8", errors="replace").split("\n")


def _in_repository(place: Path) -> bool:
    return any((one / ".git").exists() for one in (place, *place.parents))


def _above(place: Path) -> Iterator[Path]:
    """The folder and those above it within its repository."""
    for one in (place, *place.parents):
        yield one
        if (one / ".git").exists():
            return
