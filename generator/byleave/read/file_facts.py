"""What the file system says of a file without reading it, and digests remembered by that."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class FileFacts:
    """What changes with a file: its length in bytes, when it was changed (ns), and its inode."""

    size: int
    changed: int
    inode: int


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownDigest:
    """The SHA-256 hex digest and the length of a file as long as its facts are these."""

    facts: FileFacts
    sha256: str
    size: int


def facts_of(file: Path) -> FileFacts | None:
    """The facts of `file`, or None where nothing can be told of it."""
    try:
        found = file.stat()
    except OSError:
        return None
    return FileFacts(size=found.st_size, changed=found.st_mtime_ns, inode=found.st_ino)


def digest(file: Path) -> tuple[str, int]:
    """The SHA-256 hex digest and the length of a file; raises OSError if it cannot be read."""
    with file.open("rb") as stream:
        found = hashlib.file_digest(stream, "sha256")
        return found.hexdigest(), stream.tell()


class Digests:
    """Digests of files, each made once as long as the file's facts stay the same.

    `known` are those of an earlier reading, by absolute path; `used` are those that were asked for.
    """

    def __init__(self, known: Mapping[str, KnownDigest]) -> None:
        """Look at nothing yet."""
        self.known = known
        self.used: dict[str, KnownDigest] = {}

    def of(self, file: Path) -> tuple[str, int]:
        """The digest and the length of `file`; raises OSError if it cannot be read."""
        # The facts are asked for first: a change in between shows in those of the next time.
        facts, known = facts_of(file), self.used.get(str(file)) or self.known.get(str(file))
        if known is None or known.facts != facts:
            sha256, size = digest(file)
            if facts is None:
                return sha256, size
            known = KnownDigest(facts=facts, sha256=sha256, size=size)
        self.used[str(file)] = known
        return known.sha256, known.size
