"""`site_src/records.tsv` as the permission tools change it: whole, or by a line at its end."""

from collections.abc import Callable
from pathlib import Path

from byleave.editing.refusals import RefusedError
from byleave.editing.story_files import FilesError, reason
from byleave.editing.whole_files import draft_of
from byleave.model.record_list import (
    RECORDS_FILE,
    RecordLine,
    RecordList,
    joined_lines,
    list_text,
    read_records,
)


def listed(site: Path) -> RecordList:
    """The list of records of `site`, empty where there is none; raises FilesError."""
    return read_records(_text(site))


def listed_soundly(site: Path) -> RecordList:
    """The list, for a change by which more may become public.

    Raises RefusedError where a line cannot be read: what it says must not be lost by the change.
    """
    found = listed(site)
    if found.unreadable:
        message = f"{RECORDS_FILE}:{found.unreadable[0]}: this line cannot be read"
        raise RefusedError(message, "take the line as git has it, or write it anew, and try again")
    return found


def write_list(site: Path, change: Callable[[RecordList], RecordList]) -> None:
    """Put the list as `change` makes it in the place of the list; raises FilesError."""
    _write(site, change(listed(site)).as_text)


def add_careful_line(site: Path, line: RecordLine) -> None:
    """Let the list say what `line` says, where that is more careful than what it says now.

    Nothing that stands in the list can be in the way: to a list in which a line cannot be read, or
    a merge was not finished, one is added at the end, since the most careful counts. Raises
    FilesError where the file cannot be read or written at all.
    """
    text = _text(site)
    found = read_records(text)
    if found.unreadable or found.merged:
        end = "" if not text or text.endswith("\n") else "\n"
        _write(site, f"{text}{end}{line.as_text}\n")
        return
    there = found.lines.get(line.key)
    joined = joined_lines([there, line]) if there else line
    if joined != there:
        _write(site, found.with_line(joined).as_text)


def _text(site: Path) -> str:
    place = site / RECORDS_FILE
    try:
        return list_text(place.read_bytes())
    except FileNotFoundError:
        return ""
    except OSError as fault:
        raise FilesError(f"{RECORDS_FILE}: {reason(fault)}") from None


def _write(site: Path, text: str) -> None:
    place = site / RECORDS_FILE
    try:
        draft_of(place, text.encode()).replace(place)
    except OSError as fault:
        raise FilesError(f"{RECORDS_FILE}: {reason(fault)}") from None
