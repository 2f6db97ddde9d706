"""The files of a site folder: which are there, and which may not be read."""

import os
import re
import stat
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from byleave.diagnostics import Diagnostic, error

# Notes of Windows on a folder: nobody's files. macOS's own begin with a dot.
_SYSTEM_FILES = frozenset({"Thumbs.db", "desktop.ini"})
# Of git, of Byleave, secrets, and what systems and editors leave beside files.
_NEVER_READ = re.compile(
    r"\.(?:git|byleave|env|_|#|DS_Store|Trash|Spotlight)|\..*\.sw[a-z]\Z|.*~\Z|Thumbs\.db\Z"
    r"|desktop\.ini\Z",
    re.I,
)
# What is not Unicode, moves the cursor, or turns the letters after it around.
_NOT_IN_A_NAME = re.compile("[\0-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


class UnreadableError(Exception):
    """A file cannot be read; `finding` says why."""

    def __init__(self, finding: Diagnostic) -> None:
        """Keep the finding."""
        self.finding = finding
        super().__init__(finding.code)


class FileThere(Struct, frozen=True, kw_only=True):
    """A file below a site folder: its POSIX path relative to it, and where it really is.

    `real` is absolute. With `misnamed`, its name has characters that cannot be shown, of which the
    path has the codes, and that was told of.
    """

    path: str
    real: Path
    misnamed: bool = False


def find_files(
    site: Path, folder: str, *, hidden: bool = False, misnamed: bool = False
) -> tuple[tuple[FileThere, ...], tuple[Diagnostic, ...]]:
    """Every file below `folder`, sorted by path; hidden ones and editors' leftovers are passed by.

    With `hidden`, only those hidden ones are that nobody put there to be read. With `misnamed`, a
    Markdown file whose name cannot be shown is told of and is among them all the same.
    Links to folders are not followed, so that nothing is read twice and no loop is walked.
    """
    found: list[FileThere] = []
    findings: list[Diagnostic] = []
    for path, entry in _entries(site.absolute(), folder, findings, hidden):
        try:
            found.append(_found(site, path, entry))
        except UnreadableError as fault:
            findings.append(fault.finding)
            odd = path.endswith(".md") and not can_be_shown(path)
            if misnamed and odd and _is_file(entry):
                real = Path(entry.path)
                found.append(FileThere(path=fault.finding.path, real=real, misnamed=True))
    return tuple(sorted(found, key=lambda file: file.path)), tuple(findings)


def _found(site: Path, path: str, entry: os.DirEntry[str]) -> FileThere:
    if _is_file(entry) and can_be_shown(path):
        return FileThere(path=path, real=Path(entry.path))
    return found_file(site, path)


def _is_file(entry: os.DirEntry[str]) -> bool:
    return entry.is_file(follow_symlinks=False)


def _entries(
    site: Path, folder: str, findings: list[Diagnostic], hidden: bool
) -> Iterator[tuple[str, os.DirEntry[str]]]:
    waiting = [folder] if os.path.lexists(site / folder) else []
    while waiting:
        path = waiting.pop()
        try:
            _check_inside(site, path)
            entries = list(os.scandir(site / path))
        except UnreadableError as fault:
            findings.append(fault.finding)
            continue
        except NotADirectoryError:
            message = "this has the name of a folder and is none"
            findings.append(error(path, "not-a-folder", message, "rename it, and make a folder"))
            continue
        except OSError as fault:
            findings.append(cannot_read(path, fault))
            continue
        for entry in entries:
            here = f"{path}/{entry.name}"
            if _is_passed_by(entry.name, hidden):
                continue
            if entry.is_dir(follow_symlinks=False) and not entry.name.endswith(".md"):
                waiting.append(here)
            else:
                yield here, entry


def _is_passed_by(name: str, hidden: bool = False) -> bool:
    if hidden and not _NEVER_READ.match(name):
        return False
    return name.startswith(".") or name.endswith("~") or name in _SYSTEM_FILES


def can_be_shown(path: str) -> bool:
    """Whether a path can be printed as it is: in a message, and as an address."""
    return not _NOT_IN_A_NAME.search(path)


def found_file(site: Path, path: str) -> FileThere:
    """The file at `path` below `site`.

    Raises FileNotFoundError where there is nothing, UnreadableError where nothing can be read.
    """
    if not can_be_shown(path):
        message = "the name of this file has characters that cannot be shown"
        do = "rename it with letters, digits and hyphens"
        shown = _NOT_IN_A_NAME.sub(lambda found: ascii(found[0])[1:-1], path)
        raise UnreadableError(error(shown, "file-name", message, do))
    real = _check_inside(site, path)
    try:
        mode = real.stat().st_mode
    except OSError as fault:
        raise UnreadableError(cannot_read(path, fault)) from None
    is_link = (site / path).is_symlink()
    if stat.S_ISREG(mode):
        if is_link:
            _check_beside(site, path, real)
        return FileThere(path=path, real=real)
    if is_link:
        message = "this link leads to a folder"
        raise UnreadableError(error(path, "link-to-folder", message, "put the folder itself here"))
    message, do = "this has the name of a file and is none", "rename it, or put a file in its place"
    raise UnreadableError(error(path, "not-a-file", message, do))


def _check_inside(site: Path, path: str) -> Path:
    """Where `path` below `site` really is; raises UnreadableError for a link that leads away."""
    do = "put the file or folder itself here"
    try:
        real = (site / path).resolve(strict=True)
    except PermissionError as fault:
        raise UnreadableError(cannot_read(path, fault)) from None
    except (OSError, RuntimeError):
        if not _is_link(site, path):
            raise
        message = "this link leads nowhere"
        raise UnreadableError(error(path, "broken-link", message, do)) from None
    if not real.is_relative_to(site.resolve()):
        message = "this link leads out of the site folder"
        raise UnreadableError(error(path, "link-outside", message, do))
    if real.is_dir() and real != site.resolve() / path:
        message = "this link leads to a folder"
        raise UnreadableError(error(path, "link-to-folder", message, do))
    return real


def _check_beside(site: Path, path: str, real: Path) -> None:
    """Raise UnreadableError for a link to a file of another kind, or of another folder.

    What a story's front matter says of a file, and who is withheld in it, would not hold under
    the other name.
    """
    place = site.resolve() / path
    alike = real.suffix.lower() == place.suffix.lower() and not _is_passed_by(real.name)
    if real.parent != place.parent or not alike:
        message = "this link leads to a file of another kind, or in another folder"
        do = "put the file itself here"
        raise UnreadableError(error(path, "link-elsewhere", message, do))


def _is_link(site: Path, path: str) -> bool:
    """Whether `path`, or a folder on the way to it, is a symbolic link."""
    place = site / path
    return any(part.is_symlink() for part in (place, *place.parents) if part.is_relative_to(site))


def cannot_read(path: str, fault: OSError) -> Diagnostic:
    """The finding for a file or folder that the operating system does not let us read."""
    reason = (fault.strerror or "it cannot be read").lower()
    message = f"this cannot be read: {reason}"
    return error(path, "unreadable", message, "ask whoever looks after this computer for access")
