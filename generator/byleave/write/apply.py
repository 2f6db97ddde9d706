"""Carries out a plan: deletions first, then the marker, then changed files, then new ones."""

import errno
import hashlib
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from msgspec import Struct

from byleave.cleaning import UnreadableMediaError, Why, made_anew, rendition_of
from byleave.executors import of_this_memory
from byleave.model.output import (
    MARKER,
    CleanedCopy,
    CopyOf,
    OutputFile,
    RenditionCopy,
    ShareCard,
    SpooledFile,
)
from byleave.share_cards import drawn
from byleave.spooling import unspooled
from byleave.write.errors import UncleanableError, WriteError, printable, told_plainly
from byleave.write.paths import TEMPORARY
from byleave.write.plan import PIECE, Plan

# To make a photograph anew takes as long as to make so many pages.
_PAGES = 20


class _Job(Struct, frozen=True, kw_only=True):
    """A file that is to be made anew, and where it waits until it is put into its place."""

    copy: CleanedCopy
    draft: str


def apply(plan: Plan, folder: Path, executor: str | None) -> None:
    """Do all that the plan says; `executor` is as for `byleave.executors.executor`.

    Raises OSError or `WriteError`; what was deleted stays so.
    """
    _delete(plan, folder)
    if plan.marker is None and not plan.change and not plan.create:
        return
    with _temporary_folder(folder) as temporary:
        # Before any new file, so that the next build knows as ours what this one leaves behind.
        if plan.marker is not None:
            _place(OutputFile(path=MARKER, content=plan.marker), folder, temporary, iter(()))
        files = (*plan.change, *plan.create)
        with _made_anew(files, temporary, executor) as made:
            for file in files:
                _place(file, folder, temporary, made)


def _delete(plan: Plan, folder: Path) -> None:
    """Delete all that can be deleted, and only then raise for what could not."""
    failures = [
        *_attempt(_unlink, (folder / path for path in plan.delete)),
        *_attempt(_remove_folder, (folder / path for path in plan.delete_folders)),
        # What an earlier build was stopped over may be withheld by now.
        *_attempt(_sweep, [folder / TEMPORARY]),
    ]
    if failures:
        raise failures[0]


def _attempt(delete: Callable[[Path], None], paths: Iterable[Path]) -> Iterator[OSError]:
    for path in paths:
        try:
            delete(path)
        except OSError as error:
            yield error


def _unlink(path: Path) -> None:
    path.unlink(missing_ok=True)


def _remove_folder(path: Path) -> None:
    try:
        path.rmdir()
    except OSError as error:
        # Someone has put something there since it was looked at: the next build will see it.
        if error.errno not in {errno.ENOTEMPTY, errno.EEXIST, errno.ENOENT}:
            raise


def _sweep(temporary: Path) -> None:
    """Remove the temporary folder, or whatever stands in its place; a link is not followed."""
    if temporary.is_symlink() or temporary.is_file():
        temporary.unlink()
    elif temporary.exists():
        shutil.rmtree(temporary)


@contextmanager
def _temporary_folder(folder: Path) -> Iterator[Path]:
    temporary = folder / TEMPORARY
    temporary.mkdir(parents=True)
    try:
        yield temporary
    finally:
        shutil.rmtree(temporary, ignore_errors=True)


@contextmanager
def _made_anew(
    files: Iterable[OutputFile], temporary: Path, executor: str | None
) -> Iterator[Iterator[Path]]:
    """The drafts of those files that are made anew, in their order: by all processes.

    Each has one file in its memory at a time, and leaves what it makes in the temporary folder.
    """
    copies = (file.content for file in files if isinstance(file.content, CleanedCopy))
    jobs = [_Job(copy=one, draft=f"{temporary}/{number}") for number, one in enumerate(copies)]
    with of_this_memory(executor, _PAGES * len(jobs)) as workers:
        yield map(_draft, jobs, workers.map_in_order(_start, None, jobs))


def _start(_nothing: None) -> Callable[[_Job], Why | None]:
    return _make_anew


def _make_anew(job: _Job) -> Why | None:
    """Leave the bytes to publish; or say why nothing can be published of them."""
    try:
        Path(job.draft).write_bytes(_cleaned(job.copy))
    except UncleanableError as fault:
        return fault.why
    return None


def _draft(job: _Job, why: Why | None) -> Path:
    if why is not None:
        raise UncleanableError(job.copy.path, why)
    return Path(job.draft)


def _place(file: OutputFile, folder: Path, temporary: Path, made: Iterator[Path]) -> None:
    """Make the file visible whole, or not at all; `made` are the drafts of those made anew."""
    target = folder / file.path
    with told_plainly(target):
        draft = temporary / "file"
        if isinstance(file.content, CopyOf):
            _copy(file.content, draft)
        elif isinstance(file.content, CleanedCopy):
            draft = next(made)
        elif isinstance(file.content, RenditionCopy):
            draft.write_bytes(_smaller(file.content))
        elif isinstance(file.content, ShareCard):
            draft.write_bytes(drawn(file.content))
        elif isinstance(file.content, bytes | SpooledFile):
            draft.write_bytes(unspooled(file.content))
        target.parent.mkdir(parents=True, exist_ok=True)
        draft.replace(target)


def _copy(source: CopyOf, draft: Path) -> None:
    """Copy piece by piece; raises `WriteError` where the bytes are no longer those promised."""
    digest = hashlib.sha256()
    with Path(source.path).open("rb") as reading, draft.open("wb") as writing:
        while piece := reading.read(PIECE):
            digest.update(piece)
            writing.write(piece)
    _check_unchanged(source, digest.hexdigest())


def _cleaned(source: CleanedCopy) -> bytes:
    """The bytes to publish; raises `WriteError` as `_copy` does, and `UncleanableError`."""
    suffix = Path(source.path).suffix
    return _made_of(source, lambda content: made_anew(content, suffix))


def _smaller(source: RenditionCopy) -> bytes:
    """The same of a smaller file of a picture, if it was not made before."""
    if source.content is not None:
        return unspooled(source.content)
    return _made_of(source, lambda content: rendition_of(content, source.cut, source.rendition))


def _made_of(source: CleanedCopy | RenditionCopy, make: Callable[[bytes], bytes]) -> bytes:
    content = Path(source.path).read_bytes()
    _check_unchanged(source, hashlib.sha256(content).hexdigest())
    try:
        return make(content)
    except UnreadableMediaError as fault:
        raise UncleanableError(source.path, fault.why) from None


def _check_unchanged(source: CopyOf | CleanedCopy | RenditionCopy, digest: str) -> None:
    if digest != source.sha256:
        raise WriteError(
            f"{printable(source.path)}: this file was changed while the site was being built. "
            "Build again"
        )
