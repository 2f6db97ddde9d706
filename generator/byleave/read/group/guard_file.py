"""`site_src/guard.txt` to the names that must never appear, which are hashes in it."""

from os.path import lexists
from pathlib import Path

from byleave.diagnostics import SiteError, error
from byleave.model.guard import GUARD_FILE, Guard
from byleave.positions import Position
from byleave.read.found_files import UnreadableError, found_file
from byleave.read.text_files import read_text
from byleave.text_in_files.guard_text import GuardFileError, guard_from_text


def read_guard(site: Path) -> Guard | None:
    """The guarded names of the site folder `site`, or None where none were ever added.

    Raises SiteError where the file is there and cannot be read: then nothing may be built.
    """
    if not lexists(site / GUARD_FILE):
        return None
    try:
        text = read_text(found_file(site, GUARD_FILE))
    except FileNotFoundError:
        return None
    except UnreadableError as fault:
        raise SiteError([fault.finding]) from None
    try:
        return guard_from_text(text)
    except GuardFileError as fault:
        message = "this is not a line that `byleave consent guard` wrote"
        do = "take the file as it last was, and add or remove names with the command alone"
        if fault.is_older:
            message = "these names were kept by an older rule, by which some would be missed"
            do = "take the file away, and add each name again: byleave consent guard add"
        at = Position(line=fault.line, column=1)
        raise SiteError([error(GUARD_FILE, "guard-file", message, do, at)]) from None
