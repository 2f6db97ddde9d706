"""git on this machine: what it keeps of a folder, and what it passes by; and what it is let do."""

import os
import re
from collections.abc import Iterator
from os.path import lexists
from pathlib import Path

from msgspec import Struct

# What the repository or the user have set up must not start other programs or reach a network.
_QUIETLY = ("-c", "log.showSignature=false", "-c", "core.fsmonitor=false", "--no-pager")
_ALONE = {"GIT_TERMINAL_PROMPT": "0", "GIT_NO_LAZY_FETCH": "1", "GIT_OPTIONAL_LOCKS": "0"}
# What changes something asks nobody either, and says what is wrong in words that can be told apart.
_UNASKED = {"GIT_TERMINAL_PROMPT": "0", "GIT_EDITOR": "true", "LC_ALL": "C"}
_IGNORE = ".gitignore"


def answer(folder: Path, *words: str) -> bytes | None:
    """What git says in `folder`, or None where there is no git, no repository or no such thing."""
    # Loaded only where git is asked: a build that changes nothing takes little longer than these.
    import shutil
    import subprocess

    git = shutil.which("git")
    if git is None:
        return None
    command = [git, *_QUIETLY, "-C", str(folder), *words]
    environment = os.environ | _ALONE
    done = subprocess.run(  # noqa: S603 - our own words, and paths after `--`
        command, env=environment, capture_output=True, check=False
    )
    return done.stdout if done.returncode == 0 else None


class GitAnswer(Struct, frozen=True, kw_only=True):
    """How a command of git ended: its code, what it said, and what it said of what went wrong."""

    code: int
    said: str
    wrong: str


def did(folder: Path, *words: str, seconds: int = 120, index: Path | None = None) -> GitAnswer:
    """Let git do something in `folder`, which may write and may reach the network.

    With an `index`, what is staged in that file counts, and what is staged in `folder` does not.

    Nobody is asked anything: what needs an answer ends with a fault, and so does what takes longer
    than so many seconds. A machine without git is told of in the same way.
    """
    import shutil
    import subprocess

    git = shutil.which("git")
    if git is None:
        return GitAnswer(code=127, said="", wrong="git is not installed")
    command = [git, *_QUIETLY, "-C", str(folder), *words]
    environment = os.environ | _UNASKED
    if index is not None:
        environment["GIT_INDEX_FILE"] = str(index)
    try:
        done = subprocess.run(  # noqa: S603 - our own words, and paths after `--`
            command,
            env=environment,
            capture_output=True,
            check=False,
            stdin=subprocess.DEVNULL,
            timeout=seconds,
        )
    except subprocess.TimeoutExpired:
        return GitAnswer(code=124, said="", wrong="it took too long")
    said, wrong = (one.decode("utf-8", "replace") for one in (done.stdout, done.stderr))
    return GitAnswer(code=done.returncode, said=said, wrong=wrong)


def spelt(path: str) -> str:
    """`path` as it is for a command of git, which would read signs in it as patterns."""
    return f":(literal){path}"


def not_checked_out(folder: Path, *below: str) -> tuple[str, ...]:
    """The files of `below` in `folder` that git has and that a sparse checkout left out."""
    git = _state_of(folder)
    if git is None or not lexists(git / "info" / "sparse-checkout"):
        return ()
    known = answer(folder, "ls-files", "-t", "-z", "--", *map(spelt, below)) or b""
    found = (os.fsdecode(one[2:]) for one in known.split(b"\0") if one.startswith(b"S "))
    return tuple(name for name in found if not lexists(folder / name))


def _state_of(folder: Path) -> Path | None:
    """Where git keeps the state of the working tree that `folder` is in."""
    place = Path(os.path.realpath(folder))
    top = next((one for one in (place, *place.parents) if lexists(one / ".git")), None)
    try:
        return None if top is None else _kept_in(top)
    except (OSError, UnicodeDecodeError):
        return None


def _kept_in(top: Path) -> Path:
    """Where git keeps the state of the working tree `top`; raises as reading a text does."""
    git = top / ".git"
    if not git.is_file():
        return git
    # Another working tree of the repository says where it is kept.
    return top / git.read_text("utf-8").removeprefix("gitdir: ").strip()


class FolderInGit(Struct, frozen=True, kw_only=True):
    """A folder that git takes in: its path in the repository, and whether git has it already."""

    path: str
    is_there: bool

    @property
    def rule(self) -> str:
        """The line that keeps it out, for the .gitignore at the top of the repository."""
        return "/" + re.sub(r"([\\*?\[\]])", r"\\\1", self.path) + "/"


def taken_in(folder: Path, made: tuple[str, ...]) -> FolderInGit | None:
    """Whether git takes in `folder`, in which the files `made` lie; None where it does not.

    A folder that is a repository of its own is meant to be one. Each build asks this, so files are
    looked at first, and git is asked where they leave it open.
    """
    place = Path(os.path.realpath(folder))
    top = next((one for one in place.parents if lexists(one / ".git")), None)
    if top is None or lexists(place / ".git"):
        return None
    path = place.relative_to(top).as_posix()
    is_there = _may_be_there(top, made) and bool(answer(top, "ls-files", "-z", "--", spelt(path)))
    if not is_there and (_is_plainly_ignored(top, path) or _is_ignored(top, path, made)):
        return None
    return FolderInGit(path=path, is_there=is_there)


def _may_be_there(top: Path, made: tuple[str, ...]) -> bool:
    """Whether names of files that were made stand in the index, which has them as they are."""
    try:
        index = (_kept_in(top) / "index").read_bytes()
    except (OSError, UnicodeDecodeError):
        return False
    return any(f"/{name}".encode() in index for name in made)


def _is_plainly_ignored(top: Path, path: str) -> bool:
    """Whether a line says so in so many letters, and none takes anything back."""
    parts = path.split("/")
    found = False
    for depth in range(len(parts)):
        try:
            text = top.joinpath(*parts[:depth], _IGNORE).read_text("utf-8")
        except (OSError, UnicodeDecodeError):
            continue
        lines = {line.rstrip() for line in text.splitlines()}
        if any(line.startswith("!") for line in lines):
            return False
        found = found or not lines.isdisjoint(_rules(parts[depth:]))
    return found


def _rules(parts: list[str]) -> Iterator[str]:
    """The plainest ways to ignore a folder below the one of a .gitignore, or one around it."""
    for end, name in enumerate(parts, 1):
        whole = "/".join(parts[:end])
        yield from (f"/{whole}", f"/{whole}/", name, f"{name}/")


def _is_ignored(top: Path, path: str, made: tuple[str, ...]) -> bool:
    """Whether git passes by all of these files; True also where git cannot say."""
    files = [f"{path}/{name}" for name in made]
    said = answer(top, "check-ignore", "--no-index", "--", *files)
    if said is not None:
        return len(said.splitlines()) == len(files)
    return answer(top, "rev-parse", "--git-dir") is None
