"""New files and folders: whole or not at all, and never in the place of anything."""

import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from byleave.editing.whole_files import draft_of

_USUAL_FILE, _USUAL_FOLDER = 0o666, 0o777


class TakenError(Exception):
    """Something is there already, and nothing was written; `path` is where."""

    def __init__(self, path: Path) -> None:
        """Keep the place."""
        super().__init__(f"{path} is there already")
        self.path = path


def write_new(place: Path, content: bytes) -> None:
    """Make the file at `place`, and the folders above it; raises TakenError and OSError."""
    with new_folders(place.parent):
        draft = draft_of(place, content)
        try:
            draft.chmod(_USUAL_FILE & ~_mask())
            _take(draft, place)
        finally:
            draft.unlink(missing_ok=True)


def _take(draft: Path, place: Path) -> None:
    try:
        os.link(draft, place)
    except FileExistsError:
        raise TakenError(place) from None
    except OSError:
        # Some disks have no second names for a file.
        if os.path.lexists(place):
            raise TakenError(place) from None
        draft.rename(place)


def write_folder(place: Path, files: Mapping[str, bytes]) -> None:
    """Make the folder `place` with `files`, by their paths in it; raises TakenError and OSError."""
    with new_folders(place.parent), folder_in_waiting(place) as waiting:
        fill(waiting, files)
        put(waiting, place)


@contextmanager
def folder_in_waiting(place: Path) -> Iterator[Path]:
    """A hidden folder beside `place` that is gone afterwards, unless it was `put` there."""
    waiting = Path(tempfile.mkdtemp(dir=place.parent, prefix=".byleave-", suffix=".tmp"))
    try:
        waiting.chmod(_USUAL_FOLDER & ~_mask())
        yield waiting
    finally:
        shutil.rmtree(waiting, ignore_errors=True)


def fill(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write `files` into a folder that is nobody's yet."""
    for path, content in files.items():
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content)


def put(waiting: Path, place: Path) -> None:
    """Let the folder `waiting` become `place`, which is not there or is empty.

    Raises TakenError where there is anything, OSError as the system does; then nothing is there.
    """
    if not os.path.lexists(place):
        waiting.rename(place)
        return
    if not place.is_dir() or any(place.iterdir()):
        raise TakenError(place)
    # An empty folder stays the one it is: somebody may be in it.
    moved: list[Path] = []
    try:
        for one in sorted(waiting.iterdir()):
            moved.append(one.rename(place / one.name))  # noqa: PERF401 - kept if one cannot be
    except BaseException:
        for one in moved:
            one.rename(waiting / one.name)
        raise


@contextmanager
def new_folders(folder: Path) -> Iterator[None]:
    """The folder and those above it; those that were made go again if nothing comes of it."""
    made = [one for one in (folder, *folder.parents) if not one.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    try:
        yield
    except BaseException:
        for one in made:
            with suppress(OSError):  # somebody else may use it by now
                one.rmdir()
        raise


def _mask() -> int:
    """What this user's new files are not allowed; it can only be read by setting it."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
