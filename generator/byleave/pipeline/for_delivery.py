"""What those who bring a site to a server are told of output folders, here and there."""

import os
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from pathlib import Path

from byleave.pipeline.for_permission_tools import read_settings
from byleave.pipeline.local_time import local_day
from byleave.write import ForeignOutputError, WriteError
from byleave.write.marker import digest_of, digests_in, is_marker
from byleave.write.paths import TEMPORARY
from byleave.write.survey import look_over

__all__ = ["UnfinishedError", "day_at", "files_of", "is_marker", "known_to", "server_of"]


class UnfinishedError(Exception):
    """A folder is no whole site that Byleave has made; the message says why not."""


def files_of(output: Path) -> frozenset[str]:
    """The paths of all files of a site that was built into `output`. Raises UnfinishedError."""
    if os.path.lexists(output / TEMPORARY):
        raise UnfinishedError(f"{output}: a build is at work here, or was stopped: build again")
    try:
        found = look_over(output)
    except (ForeignOutputError, WriteError) as fault:
        raise UnfinishedError(str(fault)) from None
    if not found.marker or "index.html" not in found.files:
        raise UnfinishedError(f"{output}: there is no built site here: build it first")
    return found.files


def known_to(marker: bytes, paths: Iterable[str]) -> Iterator[str]:
    """Those of `paths` of which a marker says that Byleave made them."""
    known = digests_in(marker)
    return (path for path in paths if digest_of(path) in known)


def server_of(site: Path) -> str | None:
    """Where the settings say that the site is brought to. Raises SiteError."""
    return read_settings(site).server


def day_at(site: Path, moment: datetime) -> date:
    """The day that it is at `moment` in the time zone of the site. Raises SiteError."""
    return local_day(site, moment)
