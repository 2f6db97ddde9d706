"""What an output folder holds before anything in it is touched, and whether it is ours to touch."""

import os
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from byleave.model.addresses import PAGE, is_among_pages
from byleave.model.output import MARKER
from byleave.write.errors import ForeignOutputError, printable, told_plainly
from byleave.write.marker import digest_of, digests_in, is_marker
from byleave.write.paths import GIT, SYSTEM_FILES, TEMPORARY

NAMED_AT_MOST = 5


class FolderContents(Struct, frozen=True, kw_only=True):
    """What lies in the folder: POSIX paths relative to it, and what its marker file holds.

    `files` are regular files; `others` are neither files nor folders: symbolic links above all,
    which are never followed. `system` are the operating system's own notes.
    """

    files: frozenset[str] = frozenset()
    others: frozenset[str] = frozenset()
    folders: frozenset[str] = frozenset()
    system: frozenset[str] = frozenset()
    marker: bytes = b""


def refuse_foreign(folder: Path) -> None:
    """Raise `ForeignOutputError` where the folder holds anything that Byleave did not make.

    Empty folders hold nothing, and `.git` at the top and the operating system's own notes do not
    count. A folder that is not there is fine. Raises `WriteError` where it cannot be read.
    """
    with told_plainly(folder):
        look_over(folder)


def look_over(folder: Path) -> FolderContents:
    """What is in the folder, which may not exist; raises as `refuse_foreign`, and OSError."""
    if not os.path.lexists(folder):
        return FolderContents()
    found = _found(folder)
    known = digests_in(found.marker)
    foreign = sorted(path for path in found.files | found.others if digest_of(path) not in known)
    if foreign:
        raise ForeignOutputError(_refusal(folder, foreign))
    return found


def _found(folder: Path) -> FolderContents:
    kinds: dict[str, set[str]] = {kind: set() for kind in ("files", "others", "folders", "system")}
    for kind, path in _entries(folder):
        kinds[kind].add(path)
    marker = (folder / MARKER).read_bytes() if MARKER in kinds["files"] else b""
    # A file of that name in another format is as foreign as any: it may be a newer Byleave's.
    if is_marker(marker):
        kinds["files"].remove(MARKER)
    return FolderContents(
        marker=marker, **{kind: frozenset(paths) for kind, paths in kinds.items()}
    )


def _entries(folder: Path) -> Iterator[tuple[str, str]]:
    """Kind and path of all that is in the folder; links are not followed.

    What is not to be touched is left out.
    """
    waiting = [""]
    top = str(folder)  # paths as texts: there are ten thousand of them
    while waiting:
        below = waiting.pop()
        with os.scandir(f"{top}/{below}".removesuffix("/")) as entries:
            for entry in entries:
                path = f"{below}{entry.name}"
                if path in {GIT, TEMPORARY}:
                    continue
                kind = _kind(entry)
                if kind == "folders":
                    waiting.append(f"{path}/")
                yield kind, path


def _kind(entry: os.DirEntry[str]) -> str:
    if entry.is_dir(follow_symlinks=False):
        return "folders"
    if not entry.is_file(follow_symlinks=False):
        return "others"
    return "system" if entry.name in SYSTEM_FILES else "files"


def _told(path: str) -> str:
    """What a message says of a file: of pages, which may be of an older build, no more than where.

    The address of a page may say who was in it and has left, and logs are often public.
    """
    if is_among_pages(path):
        return f"{path.partition('/')[0]}/…"
    return f"…/{PAGE}" if path.endswith(f"/{PAGE}") else path


def _refusal(folder: Path, foreign: list[str]) -> str:
    told = list(dict.fromkeys(map(_told, foreign)))[:NAMED_AT_MOST]
    named = ", ".join(map(printable, told))
    more = sum(_told(path) not in told for path in foreign)
    and_more = f" and {more} more" if more > 0 else ""
    return (
        f"{printable(str(folder))}: this folder holds things that Byleave did not make: "
        f"{named}{and_more}. Nothing was written. Choose another folder with --output, or move "
        "these away; what should be on the site belongs in site_src/root/"
    )
