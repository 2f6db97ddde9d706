"""What is written: the files of a site as values, published or rehearsed."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyOf:
    """A file that is copied as it is, so that a long recording need not fit into memory.

    `path` is the absolute path of the source, `sha256` the hex digest of its bytes,
    `size` its length in bytes.
    """

    path: str
    sha256: str
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OutputFile:
    """One file of the site: a POSIX path relative to the output folder, and its bytes."""

    path: str
    content: bytes | CopyOf


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedOutput:
    """The files of a site that may be public; the only value that `write` accepts."""

    files: tuple[OutputFile, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RehearsedOutput:
    """The files of a rehearsal, withheld things included and marked; `write` refuses them."""

    files: tuple[OutputFile, ...]
