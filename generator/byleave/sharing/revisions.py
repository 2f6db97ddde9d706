"""A site as git has it at some revision: in a private folder that is gone afterwards."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from byleave.git import answer, did, spelt
from byleave.model.site_folder import FOLDERS

# git's main branch, by the names that it usually has: as others have it first.
_MAIN = ("origin/HEAD", "origin/main", "origin/master", "main", "master", "HEAD")
_LINK = "120000"
_NO_GIT = 127


class NoRevisionError(Exception):
    """git does not know the revision, or there is no git here; the message says which."""


def main_branch(site: Path) -> str:
    """What git's main branch is called here; raises NoRevisionError where nothing is kept yet."""
    for name in _MAIN:
        if answer(site, "rev-parse", "--verify", "--quiet", f"{name}^{{commit}}") is not None:
            return name
    raise NoRevisionError(_why_not(site))


def _why_not(site: Path) -> str:
    ended = did(site, "rev-parse", "--git-dir").code
    if ended == _NO_GIT:
        return "git is not installed here, so there is nothing that it could be compared with"
    return (
        "git has kept nothing of this site yet: keep a first version with `git add --all` and "
        "`git commit`, after `git init` where there is no repository"
    )


@contextmanager
def site_at(site: Path, revision: str) -> Iterator[Path]:
    """The site folder as it is at `revision`; raises NoRevisionError.

    A file that is the same today is the same file on the disk where it can be, so that large ones
    are not copied. Links are left out, since they may lead anywhere.
    """
    name = f"{revision}^{{commit}}"
    said = answer(site, "rev-parse", "--verify", "--quiet", "--end-of-options", name)
    if said is None:
        raise NoRevisionError(f"git knows no revision that is called {revision}")
    commit = said.decode().strip()
    folder = Path(tempfile.mkdtemp(prefix="byleave-"))
    try:
        _fill(site, commit, folder)
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _fill(site: Path, commit: str, folder: Path) -> None:
    folders = [spelt(one) for one in FOLDERS]
    listed = answer(site, "ls-tree", "-r", "-z", commit, "--", *folders) or b""
    other = answer(site, "diff", "--relative", "--name-only", "-z", commit, "--", *folders) or b""
    changed = set(_names(other))
    for one in _names(listed):
        facts, _, path = one.partition("\t")
        mode, kind, blob = facts.split(" ")
        if kind != "blob" or mode == _LINK:
            continue
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        if path in changed or not _is_linked(site / path, place):
            place.write_bytes(answer(site, "cat-file", "blob", blob) or b"")


def _names(said: bytes) -> list[str]:
    return [one for one in said.decode("utf-8", "surrogateescape").split("\0") if one]


def _is_linked(file: Path, place: Path) -> bool:
    try:
        if file.is_symlink():
            return False
        os.link(file, place)
    except OSError:
        return False
    return True
