"""Files of a site folder to text: what may be read, and what is said of what may not."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from byleave.diagnostics import Diagnostic, error
from byleave.model.terms import MARKER_CHARACTERS
from byleave.positions import Position

LONGEST_TEXT = 2_000_000  # bytes: about twenty books; whatever is longer is no story
_NOT_TEXT = str.maketrans(dict.fromkeys(MARKER_CHARACTERS) | {"\0": "\ufffd"})


class UnreadableError(Exception):
    """A file cannot be read; `finding` says why."""

    def __init__(self, finding: Diagnostic) -> None:
        """Keep the finding."""
        self.finding = finding
        super().__init__(finding.code)


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundFile:
    """A file below a site folder: its POSIX path relative to it, and where it really is."""

    path: str
    real: Path


def find_files(site: Path, folder: str) -> tuple[tuple[FoundFile, ...], tuple[Diagnostic, ...]]:
    """Every file below `folder`, sorted by path; hidden ones and editors' leftovers are passed by.

    Links to folders are not followed, so that nothing is read twice and no loop is walked.
    """
    found: list[FoundFile] = []
    findings: list[Diagnostic] = []
    for entry in _entries(site / folder, findings, folder):
        path = Path(entry.path).relative_to(site).as_posix()
        try:
            found.append(FoundFile(path=path, real=_real_file(site, entry, path)))
        except UnreadableError as fault:
            findings.append(fault.finding)
    return tuple(sorted(found, key=lambda file: file.path)), tuple(findings)


def _entries(folder: Path, findings: list[Diagnostic], path: str) -> Iterator[os.DirEntry[str]]:
    waiting = [folder] if folder.is_dir() else []
    while waiting:
        here = waiting.pop()
        try:
            entries = list(os.scandir(here))
        except OSError as fault:
            where = f"{path}/{here.relative_to(folder).as_posix()}".removesuffix("/.")
            findings.append(_cannot_read(where, fault))
            continue
        for entry in entries:
            if entry.name.startswith(".") or entry.name.endswith("~"):
                continue
            if entry.is_dir(follow_symlinks=False) and not _is_story_name(entry.name):
                waiting.append(Path(entry.path))
            else:
                yield entry


def _is_story_name(name: str) -> bool:
    return name.endswith(".md")


def _real_file(site: Path, entry: os.DirEntry[str], path: str) -> Path:
    if not entry.is_symlink():
        if entry.is_file():
            return Path(entry.path)
        raise UnreadableError(
            error(path, "not-a-file", "this is not a file", "put a file here, or rename the folder")
        )
    try:
        real = Path(entry.path).resolve(strict=True)
    except (OSError, RuntimeError):
        raise UnreadableError(
            error(path, "broken-link", "this link leads nowhere", "put the file itself here")
        ) from None
    if not real.is_relative_to(site.resolve()):
        message = "this link leads out of the site folder"
        raise UnreadableError(error(path, "link-outside", message, "put the file itself here"))
    if not real.is_file():
        message = "this link leads to a folder"
        raise UnreadableError(error(path, "link-to-folder", message, "put the folder itself here"))
    return real


def _cannot_read(path: str, fault: OSError) -> Diagnostic:
    reason = (fault.strerror or "it cannot be read").lower()
    return error(path, "unreadable", f"this cannot be read: {reason}", "look at its permissions")


def read_text(file: FoundFile) -> str:
    """The text of a file, line ends as "\\n", without a byte order mark or markers of ours.

    Raises UnreadableError for a file that is too long, not UTF-8 or not to be read.
    """
    try:
        with file.real.open("rb") as stream:
            data = stream.read(LONGEST_TEXT + 1)
    except OSError as fault:
        raise UnreadableError(_cannot_read(file.path, fault)) from None
    if len(data) > LONGEST_TEXT:
        message = f"this is longer than {LONGEST_TEXT // 1_000_000} million characters"
        raise UnreadableError(error(file.path, "too-long", message, "split it into several"))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        before = data[: fault.start]
        at = Position(line=before.count(b"\n") + 1, column=fault.start - before.rfind(b"\n"))
        do = "save it as UTF-8"
        raise UnreadableError(error(file.path, "not-utf-8", "this is not UTF-8", do, at)) from None
    return text.replace("\r\n", "\n").replace("\r", "\n").translate(_NOT_TEXT)
