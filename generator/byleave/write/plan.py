"""What has to be done to an output folder, as a value: all comparing, no writing."""

import hashlib
from pathlib import Path

from msgspec import Struct

from byleave.cache import facts_of, folders_of
from byleave.model.output import (
    CleanedCopy,
    CopyOf,
    KeptFile,
    OutputFile,
    PublishedOutput,
    RenditionCopy,
    ShareCard,
    WriteReport,
)
from byleave.spooling import unspooled
from byleave.write.errors import WriteError, printable
from byleave.write.marker import digest_of, digests_in, made_from, marker_for
from byleave.write.survey import FolderContents

PIECE = 1 << 20


class Plan(Struct, frozen=True, kw_only=True):
    """The steps in their order.

    Files to delete, folders to delete, the marker (None where it is right as it is), files to
    change, files to create.
    """

    delete: tuple[str, ...]
    delete_folders: tuple[str, ...]
    marker: bytes | None
    change: tuple[OutputFile, ...]
    create: tuple[OutputFile, ...]
    report: WriteReport


def make_plan(output: PublishedOutput, folder: Path, found: FolderContents) -> Plan:
    """Compare what should be there with what is."""
    files = sorted(output.files, key=lambda file: file.path)
    wanted = {file.path for file in files}
    needed = {parent for path in wanted for parent in folders_of(path)}
    present = found.files | found.others
    create = tuple(file for file in files if file.path not in present)
    known = digests_in(found.marker)
    same = {
        file.path for file in files if file.path in found.files and _is_same(folder, file, known)
    }
    change = tuple(file for file in files if file.path in present and file.path not in same)
    deleted = tuple(sorted(present - wanted))
    cleaned = {
        file.path: file.content
        for file in files
        if isinstance(file.content, CleanedCopy | RenditionCopy | ShareCard)
    }
    marker = marker_for(wanted, {path: copy.recipe for path, copy in cleaned.items()})
    return Plan(
        # The marker says from what a cleaned file is made, and is written before it: until the new
        # one is there, none may stand in its place.
        delete=(
            *deleted,
            *sorted(found.system),
            *(file.path for file in change if file.path in cleaned),
        ),
        # The innermost first, so that each is empty in its turn.
        delete_folders=tuple(sorted(found.folders - needed, reverse=True)),
        marker=None if marker == found.marker else marker,
        change=change,
        create=create,
        report=WriteReport(
            deleted=deleted,
            changed=tuple(file.path for file in change),
            created=tuple(file.path for file in create),
            unchanged=tuple(sorted(same)),
        ),
    )


def _is_same(folder: Path, file: OutputFile, known: frozenset[str]) -> bool:
    """Whether the file is there with the same bytes; a large one is read piece by piece.

    `known` are the digests in the marker: of a cleaned file, they say from what it was made.
    One that cannot be read counts as different: the deletions must not wait for it. Raises
    WriteError for a file that was to be kept and is another one now.
    """
    if isinstance(file.content, CleanedCopy | RenditionCopy | ShareCard):
        return digest_of(made_from(file.path, file.content.recipe)) in known
    if isinstance(file.content, KeptFile):
        # Paths as texts: there are ten thousand of them.
        if facts_of(f"{folder}/{file.path}") == file.content.facts:
            return True
        raise WriteError(
            f"{printable(str(folder / file.path))}: this file was changed while the site was being "
            "built. Build again"
        )
    there = folder / file.path
    try:
        size = there.stat().st_size
        if isinstance(file.content, CopyOf):
            return size == file.content.size and _sha256(there) == file.content.sha256
        content = unspooled(file.content)
        return size == len(content) and there.read_bytes() == content
    except OSError:
        return False


def _sha256(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as stream:
        while piece := stream.read(PIECE):
            digest.update(piece)
    return digest.hexdigest()
