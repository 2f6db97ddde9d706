"""Two editors' copies of one site, and the bare repository through which they share it."""

import subprocess
from collections.abc import Mapping
from pathlib import Path

from tests.read.folders import put

WHO = ("Tilda", "tilda@lea.example.org")


def git(folder: Path, *words: str) -> str:
    """What git says in `folder`; it has to succeed."""
    done = subprocess.run(["git", "-C", str(folder), *words], capture_output=True, check=True)
    return done.stdout.decode()


def shared(folder: Path, files: Mapping[str, str | bytes]) -> tuple[Path, Path, Path]:
    """A site that was sent once: the bare repository, one editor's copy, and the other's."""
    bare, one, other = (folder / name for name in ("bare", "one", "other"))
    git(folder, "init", "-q", "--bare", "--initial-branch=main", str(bare))
    git(folder, "clone", "-q", str(bare), str(one))
    named(one)
    put(one, {".gitignore": "/public/\n/permission-forms/\n", **files})
    git(one, "checkout", "-q", "-B", "main")
    git(one, "add", "-A")
    git(one, "commit", "-q", "-m", "Begin")
    git(one, "push", "-q", "-u", "origin", "main")
    git(folder, "clone", "-q", str(bare), str(other))
    named(other)
    return bare, one, other


def named(folder: Path) -> None:
    """Say in a copy who changes it, whatever this machine knows."""
    git(folder, "config", "user.name", WHO[0])
    git(folder, "config", "user.email", WHO[1])


def sent(folder: Path) -> None:
    """Let an editor without a desk send all that they changed."""
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "Change")
    git(folder, "push", "-q")
