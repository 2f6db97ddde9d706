"""A file of the group's own in YAML beside its settings, such as its glossary."""

from os.path import lexists
from pathlib import Path
from typing import TypeVar

from byleave.diagnostics import Diagnostic
from byleave.positions import Positions
from byleave.read.found_files import UnreadableError, found_file
from byleave.read.front_matter.typed_records import read_record
from byleave.read.front_matter.yaml_text import read_yaml
from byleave.read.text_files import read_text

Record = TypeVar("Record")


def own_yaml(
    site: Path, path: str, kind: type[Record]
) -> tuple[Record | None, Positions, tuple[Diagnostic, ...]]:
    """What the file at `path` below `site` says, where each key of it stands, and its faults.

    With a fault in it nothing is said, and without the file neither.
    """
    if not lexists(site / path):
        return None, Positions(), ()
    try:
        text = read_text(found_file(site, path))
    except FileNotFoundError:
        return None, Positions(), ()
    except UnreadableError as fault:
        return None, Positions(), (fault.finding,)
    data, positions, findings = read_yaml(text, path)
    own, faults = read_record(kind, data, path, positions)
    found = (*findings, *faults)
    return (None if found else own), positions, found
