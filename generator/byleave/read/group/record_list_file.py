"""`site_src/records.tsv` to the list of records; a fault in it is told, and stops nothing."""

from collections.abc import Iterator
from os.path import lexists
from pathlib import Path

from byleave.diagnostics import Diagnostic, error
from byleave.model.record_list import RECORDS_FILE, RecordList, list_text, read_records
from byleave.positions import Position
from byleave.read.found_files import cannot_read

_COMMAND = "byleave consent records"


def record_list(site: Path) -> tuple[RecordList, tuple[Diagnostic, ...]]:
    """The list of records of the folder `site`, empty where there is none, and its faults."""
    if not lexists(site / RECORDS_FILE):
        return RecordList(), ()
    try:
        data = (site / RECORDS_FILE).read_bytes()
    except OSError as fault:
        return RecordList(), (cannot_read(RECORDS_FILE, fault),)
    found = read_records(list_text(data))
    return found, tuple(_faults(found))


def _faults(found: RecordList) -> Iterator[Diagnostic]:
    if found.merged:
        message = "a merge was not finished here; the lines of both sides count until it is"
        do = f"take the lines with <<<<<<<, ======= and >>>>>>> out, or run: {_COMMAND}"
        yield error(RECORDS_FILE, "unfinished-merge", message, do, _at(found.merged[0]))
    for line in found.unreadable:
        message = "this is no line of the list of records, and counts in the most careful way"
        do = "write number, state, day and paths with a tab between each, as git has the line"
        yield error(RECORDS_FILE, "record-line", message, do, _at(line))


def _at(line: int) -> Position:
    return Position(line=line, column=1)
