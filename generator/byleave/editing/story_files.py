"""The story files of a site as text: found, read, and replaced all together or not at all."""

import os
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath

from msgspec import Struct

from byleave.editing.whole_files import draft_of
from byleave.suggestions import nearest

_STORIES = "stories"


class FilesError(Exception):
    """A file cannot be read or written; the message says which, and what is done already."""


class StoryText(Struct, frozen=True, kw_only=True):
    """A story file: its path below the site folder in POSIX form, and its text as it is.

    `fault` says why it cannot be read as text, where it cannot; `text` may be wrong then.
    """

    path: str
    text: str
    fault: str = ""


def story_texts(site: Path) -> Iterator[StoryText]:
    """Every story file of `site`, sorted by path, those too that cannot be read."""
    for path in story_paths(site):
        yield _as_it_is(site, path)


def story_paths(site: Path) -> Iterator[str]:
    """The path below `site` of every story file, sorted."""
    for folder, folders, names in os.walk(site / _STORIES):
        folders[:] = sorted(one for one in folders if not one.startswith("."))
        for name in sorted(names):
            if name.endswith(".md") and not name.startswith("."):
                yield (Path(folder) / name).relative_to(site).as_posix()


def meant_story(site: Path, given: str) -> str | None:
    """The path of the story that `given` was probably meant to be, by its path or its name."""
    paths = {path.casefold(): path for path in story_paths(site)}
    names = {_name(path): path for path in paths.values()}
    for typed, known in ((given, paths), (_name(given), names)):
        if found := nearest(typed, known):
            return known[found]
    return None


def _name(path: str) -> str:
    """What a story is called: its file, or the folder of its index.md, without an ending."""
    parts = PurePosixPath(path.casefold())
    named = parts.parent if parts.name == "index.md" else parts
    return named.name.removesuffix(".md")


def _as_it_is(site: Path, path: str) -> StoryText:
    try:
        if (site / path).is_fifo():
            # Whoever reads one waits for ever, and with it everybody who wants to leave.
            return StoryText(path=path, text="", fault="it is no file")
        data = (site / path).read_bytes()
    except OSError as fault:
        return StoryText(path=path, text="", fault=reason(fault))
    try:
        return StoryText(path=path, text=data.decode())
    except UnicodeDecodeError:
        text = data.decode("utf-8", "replace")
        return StoryText(path=path, text=text, fault="its letters are not kept as UTF-8")


def read_text(site: Path, path: str) -> StoryText:
    """The file at `path`, line ends and byte order mark as they are.

    Raises FilesError where there is none, UnicodeDecodeError where it is no text.
    """
    try:
        return StoryText(path=path, text=(site / path).read_bytes().decode())
    except OSError as fault:
        raise FilesError(f"{path}: {reason(fault)}; nothing was written") from None


def story_path(site: Path, given: str) -> str:
    """The path of a story below `site`, for a path that is written from there or from here.

    Raises FilesError where there is no such file among the stories.
    """
    for place in (site / given, Path(given)):
        # The file may be a link; the folder that it is in says what it is called.
        real, root = place.parent.resolve() / place.name, site.resolve()
        if place.is_file() and real.is_relative_to(root / _STORIES):
            return real.relative_to(root).as_posix()
    raise FilesError(f"{given}: there is no such file among the stories{did_you_mean(site, given)}")


def did_you_mean(site: Path, given: str) -> str:
    """What is said behind a path at which no story is: which one was probably meant, or ""."""
    meant = meant_story(site, given)
    return f"; did you mean {meant}?" if meant else ""


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
        raise FilesError(f"{left[0]}: {reason(fault)}; {said}") from None
    finally:
        for draft in ready.values():
            draft.unlink(missing_ok=True)


def _made_ready(place: Path, text: str) -> Path:
    draft = draft_of(place, text.encode())
    shutil.copymode(place, draft)
    return draft


def reason(fault: OSError) -> str:
    """Why the system could not do something, in its own words."""
    return (fault.strerror or "this cannot be done").lower()
