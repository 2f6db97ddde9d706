"""The story files of a site as text: found, read, and replaced all together or not at all."""

import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

_STORIES = "stories"


class FilesError(Exception):
    """A file cannot be read or written; the message says which, and what is done already."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryText:
    """A story file: its path below the site folder in POSIX form, and its text as it is."""

    path: str
    text: str


def story_texts(site: Path) -> Iterator[StoryText]:
    """Every story file of `site` that is text, sorted by path; raises FilesError."""
    for folder, folders, names in os.walk(site / _STORIES):
        folders[:] = sorted(one for one in folders if not one.startswith("."))
        for name in sorted(names):
            if name.endswith(".md") and not name.startswith("."):
                path = (Path(folder) / name).relative_to(site).as_posix()
                with suppress(UnicodeDecodeError):
                    yield read_text(site, path)


def read_text(site: Path, path: str) -> StoryText:
    """The file at `path`, line ends and byte order mark as they are.

    Raises FilesError where there is none, UnicodeDecodeError where it is no text.
    """
    try:
        return StoryText(path=path, text=(site / path).read_bytes().decode())
    except OSError as fault:
        raise FilesError(f"{path}: {_reason(fault)}; nothing was written") from None


def story_path(site: Path, given: str) -> str:
    """The path of a story below `site`, for a path that is written from there or from here.

    Raises FilesError where there is no such file among the stories.
    """
    for place in (site / given, Path(given)):
        # The file may be a link; the folder that it is in says what it is called.
        real, root = place.parent.resolve() / place.name, site.resolve()
        if place.is_file() and real.is_relative_to(root / _STORIES):
            return real.relative_to(root).as_posix()
    raise FilesError(f"{given}: there is no such file among the stories")


def replace_all(site: Path, texts: Mapping[str, str]) -> None:
    """Put `texts` in the place of the files at their paths: all are made ready, then all replaced.

    Raises FilesError: then nothing was replaced, or the message says which files were.
    """
    ready: dict[str, Path] = {}
    done: list[str] = []
    try:
        for path, text in texts.items():
            ready[path] = _made_ready((site / path).resolve(), text)
        for path, draft in ready.items():
            draft.replace((site / path).resolve())
            done.append(path)
    except OSError as fault:
        left = [path for path in texts if path not in done]
        said = f"written: {', '.join(done)}. Not written" if done else "nothing was written"
        said += f": {', '.join(left)}" if done else ""
        raise FilesError(f"{left[0]}: {_reason(fault)}; {said}") from None
    finally:
        for draft in ready.values():
            draft.unlink(missing_ok=True)


def write_private(place: Path, content: bytes) -> None:
    """A file that this user alone may read, in the place of what was there; raises FilesError."""
    try:
        draft = _draft(place, content)
        draft.replace(place)
    except OSError as fault:
        raise FilesError(f"{place}: {_reason(fault)}; nothing was written") from None


def _made_ready(place: Path, text: str) -> Path:
    draft = _draft(place, text.encode())
    shutil.copymode(place, draft)
    return draft


def _draft(place: Path, content: bytes) -> Path:
    """A file beside `place`, on the disk for certain; hidden, so that no build takes it."""
    number, name = tempfile.mkstemp(dir=place.parent, prefix=".byleave-", suffix=".tmp")
    try:
        with os.fdopen(number, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise
    return Path(name)


def _reason(fault: OSError) -> str:
    return (fault.strerror or "this cannot be done").lower()
