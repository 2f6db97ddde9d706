"""What the last build left: into which folder, for which moment, and whether it came to its end.

A build says so in the cache folder. Where nothing is said nothing is delivered: the next build says
it anew.
"""

import os
from contextlib import suppress
from datetime import datetime
from pathlib import Path

import msgspec
from msgspec import Struct

from byleave.model.site_folder import FOLDERS
from byleave.pipeline.options import CACHE

_NOTE = "last-build.json"


class LastBuild(Struct, frozen=True, kw_only=True):
    """A build that came to its end: `began` is when, in nanoseconds as files have it."""

    output: str
    as_of: datetime
    exit_code: int
    began: int


def forget_build(site: Path) -> None:
    """Say nothing any more of the last build, since another one begins."""
    with suppress(OSError):
        (site / CACHE / _NOTE).unlink()


def note_build(site: Path, output: Path, as_of: datetime, exit_code: int, began: int) -> None:
    """Say of a build how it ended; one whose site keeps no cache says nothing."""
    noted = LastBuild(
        output=os.path.realpath(output), as_of=as_of, exit_code=exit_code, began=began
    )
    with suppress(OSError):
        (site / CACHE / _NOTE).write_bytes(msgspec.json.encode(noted))


def last_build(site: Path) -> LastBuild | None:
    """The last build, if it came to its end; None where nobody knows."""
    try:
        return msgspec.json.decode((site / CACHE / _NOTE).read_bytes(), type=LastBuild)
    except (OSError, msgspec.DecodeError):
        return None


def changed_since(site: Path, began: int) -> str:
    """A file of the site that was changed after a build had begun; "" where there is none.

    What is put over a file may bring an older time of its own, and only the file system's is true.
    """
    for top in FOLDERS:
        for folder, _, names in os.walk(site / top):
            for name in (".", *names):
                path = os.path.join(folder, name)  # noqa: PTH118 - there may be ten thousand
                found = os.lstat(path)
                if max(found.st_mtime_ns, found.st_ctime_ns) > began:
                    return os.path.relpath(path, site).removesuffix("/.")
    return ""
