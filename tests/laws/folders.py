"""Site folders and output folders on the disk, or in memory where the system has such a place."""

import os
import re
import shutil
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from byleave.model.fingerprints import fingerprint
from byleave.model.terms import BRACE_CLOSE, BRACE_OPEN, NAME_CLOSE, NAME_OPEN
from tests.laws.model import Site
from tests.laws.text import MENTION
from tests.laws.written import written

LITERAL = re.compile(r"\\\{([a-z][a-z0-9-]*)\}")
MEMORY = Path("/dev/shm")  # noqa: S108 - a new folder of our own is made in it


def site_files(site: Site) -> dict[str, bytes]:
    """The files of a site's folder, with the fingerprints that Byleave itself gives to words."""
    return written(site, lambda text: fingerprint(_as_read(text)))


def _as_read(text: str) -> str:
    """A text with its braces as Byleave keeps them after reading, and so fingerprints them."""
    literal = LITERAL.sub(rf"{BRACE_OPEN}\1{BRACE_CLOSE}", text)
    return MENTION.sub(rf"{NAME_OPEN}\1{NAME_CLOSE}", literal)


@contextmanager
def scratch() -> Iterator[Path]:
    """A new folder, in memory where there is such a place; removed at the end."""
    usable = MEMORY.is_dir() and os.access(MEMORY, os.W_OK)
    folder = Path(tempfile.mkdtemp(prefix="byleave-law-", dir=MEMORY if usable else None))
    try:
        yield folder
    finally:
        shutil.rmtree(folder)


def write_files(
    folder: Path, files: Mapping[str, bytes], order: Sequence[str] | None = None
) -> None:
    """Write files below a folder, in the given order of their paths."""
    for path in order or sorted(files):
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(files[path])


def read_files(folder: Path) -> dict[str, bytes]:
    """Every file below a folder by its path; none where there is no folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
