"""What is written: the files of a site as values, published or rehearsed."""

from msgspec import Struct

from byleave.model.renditions import Focus, Rendition

# The file in an output folder by which Byleave knows it as its own.
MARKER = ".byleave"


class CopyOf(Struct, frozen=True, kw_only=True):
    """A file that is copied as it is, so that a long recording need not fit into memory.

    `path` is the absolute path of the source, `sha256` the hex digest of its bytes,
    `size` its length in bytes.
    """

    path: str
    sha256: str
    size: int


class CleanedCopy(Struct, frozen=True, kw_only=True):
    """A file that is published without what it tells beside what it shows.

    `path` and `sha256` are as in `CopyOf`. Its bytes are made when it is written; `recipe` is a hex
    digest of all that they depend on, so that a file with an equal recipe need not be made again.
    """

    path: str
    sha256: str
    recipe: str


class KeptFile(Struct, frozen=True, kw_only=True):
    """A file that an earlier build made and that is right as it lies in the output folder.

    `facts` are what the file system said of it (see `cache.facts_of`).
    """

    facts: bytes


class SpooledFile(Struct, frozen=True, kw_only=True):
    """A file whose bytes wait on the disk, because all of them together would fill the memory.

    They are `size` bytes from `at` on in what is open as the descriptor `file`, in this process and
    in those that were forked from it (see `spooling`).
    """

    file: int
    at: int
    size: int


class RenditionCopy(Struct, frozen=True, kw_only=True):
    """A smaller file of a picture; `path`, `sha256` and `recipe` are as in `CleanedCopy`.

    It is the `rendition` of the picture whole, or of the `cut` about what is in focus. Its
    `content` is there where it was made in this build; else it is made where it has to be written.
    """

    path: str
    sha256: str
    recipe: str
    cut: Focus | None
    rendition: Rendition
    content: bytes | SpooledFile | None = None


class ShareCard(Struct, frozen=True, kw_only=True):
    """What is on the card of a page that somebody shares; it is drawn when it is written.

    That of the site itself has no title. `colour` is the group's, and `recipe` as in `CleanedCopy`.
    """

    title: str
    site: str
    colour: str
    recipe: str


class OutputFile(Struct, frozen=True, kw_only=True):
    """One file of the site: a POSIX path relative to the output folder, and its bytes."""

    path: str
    content: bytes | SpooledFile | CopyOf | CleanedCopy | RenditionCopy | ShareCard | KeptFile


class LostLine(Struct, frozen=True, kw_only=True):
    """A line of the text at `path` with a word that is not on its page.

    `line` counts from 0 through what is shown of the text; `begins` is the first of its paragraph.
    """

    path: str
    line: int
    begins: int


class PublishedOutput(Struct, frozen=True, kw_only=True):
    """The files of a site that may be public; the only value that `write` accepts."""

    files: tuple[OutputFile, ...]


class RehearsedOutput(Struct, frozen=True, kw_only=True):
    """The files of a rehearsal, withheld things included and marked; `write` refuses them."""

    files: tuple[OutputFile, ...]


class WriteReport(Struct, frozen=True, kw_only=True):
    """What was done: paths relative to the output folder, in alphabetical order.

    What was deleted may be withheld: it is for counting, and for eyes that asked to see it.
    """

    deleted: tuple[str, ...]
    changed: tuple[str, ...]
    created: tuple[str, ...]
    unchanged: tuple[str, ...]
