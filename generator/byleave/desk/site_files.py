"""The files of a site that the desk may show and change: texts in its own folders, and no others.

A path comes from a request, so it is looked at part by part before anything is opened.
"""

import os
from pathlib import Path, PurePosixPath

from byleave.editing.story_files import FilesError, read_text
from byleave.model.record_list import RECORDS_FILE
from byleave.model.site_folder import FOLDERS

# What people say about permission is recorded with the tools for it.
_NEVER = frozenset({RECORDS_FILE})
_TEXTS = (".md", ".yaml", ".yml")


def is_of_site(path: str) -> bool:
    """Whether the desk changes files that are called so."""
    parts = PurePosixPath(path).parts
    return (
        parts[:1] != ()
        and parts[0] in FOLDERS
        and path.endswith(_TEXTS)
        and path not in _NEVER
        and not any(part.startswith(".") for part in parts)
    )


def _is_within(site: Path, path: str) -> bool:
    """Whether the file itself lies there, and not elsewhere behind a link."""
    top = path.partition("/")[0]
    try:
        real = Path(os.path.realpath(site / path))
        return real.is_file() and real.is_relative_to(os.path.realpath(site / top))
    except (OSError, ValueError):
        # No file can be called so.
        return False


def known_path(site: Path, said: str) -> str:
    """`said`, if it is the path of a text of `site`; raises FilesError."""
    if is_of_site(said) and PurePosixPath(said).as_posix() == said and _is_within(site, said):
        return said
    raise FilesError("There is no such file among those of this site")


def lines_of(site: Path, path: str) -> tuple[str, ...]:
    """The lines of the text at `path`; none where it cannot be shown."""
    try:
        text = read_text(site, known_path(site, path)).text
    except (FilesError, UnicodeDecodeError, OSError):
        return ()
    return tuple(text.splitlines())
