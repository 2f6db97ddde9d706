"""Small sites to write, and what lies in a folder afterwards."""

import os
from collections.abc import Mapping
from pathlib import Path

from byleave.model.output import (
    CleanedCopy,
    CopyOf,
    KeptFile,
    OutputFile,
    PublishedOutput,
    WriteReport,
)
from byleave.write import write_output

Content = bytes | CopyOf | CleanedCopy | KeptFile


def site(files: Mapping[str, Content]) -> PublishedOutput:
    """A site with these files."""
    return PublishedOutput(
        files=tuple(OutputFile(path=path, content=content) for path, content in files.items())
    )


def write(files: Mapping[str, Content], folder: Path) -> WriteReport:
    """Write a site with these files."""
    return write_output(site(files), folder)


def files_in(folder: Path) -> dict[str, bytes]:
    """Every file of a folder but the marker, temporary files and `.git` not excepted."""
    return {path: content for path, content in everything_in(folder).items() if path != ".byleave"}


def everything_in(folder: Path) -> dict[str, bytes]:
    """Every file of a folder, the marker too; a link counts by what it says."""
    found = {}
    for here, folders, names in os.walk(folder):
        for name in [*folders, *names]:
            path = Path(here, name)
            if path.is_symlink():
                found[path.relative_to(folder).as_posix()] = os.fsencode(path.readlink())
            elif path.is_file():
                found[path.relative_to(folder).as_posix()] = path.read_bytes()
    return found


def folders_in(folder: Path) -> set[str]:
    """Every folder below a folder."""
    return {
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_dir() and not path.is_symlink()
    }
