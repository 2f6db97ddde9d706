"""rsync over ssh, as two programs of the machine: what they are told, and what they answer."""

import os
import re
import shlex
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from msgspec import Struct

from byleave.delivering.target import DeliveryError, Target

# What they say is read, so it is in their own words; nothing of it is escaped twice.
_PLAIN = {"LC_ALL": "C"}
_SECONDS_OF_SILENCE = 120
# One connection for all that is done, so that a password is asked once.
_SHARED = ("-o", "ControlMaster=auto", "-o", "ControlPersist=20")
_UNASKED = ("-o", "BatchMode=yes")
_LINE = re.compile(r"([-dlbcpsD])\S{9,10} +[\d,.]+ \d{4}/\d\d/\d\d \d\d:\d\d:\d\d (.*)")
_FOLDER = "d"
_ESCAPED = re.compile(rb"\\#(\d{3})")
_NOT_THERE = re.compile(r"No such file or directory \(2\)")
# https://download.samba.org/pub/rsync/rsync.1#EXIT_VALUES
_PARTLY = 23
_HOW_IT_ENDED: Mapping[int, str] = {
    11: "the folder could not be written to: make the one above it on the server first",
    12: "the server did not answer as rsync does: is rsync installed there",
    23: "not everything could be done",
    24: "a file was changed meanwhile: build, and publish again",
    30: "the server did not answer in time",
    127: "rsync is not installed on the server",
    255: "the server could not be reached by ssh, or did not let you in",
}


# ssh ends before rsync has heard how, so that its own words tell more than the code.
_NOT_LET_IN = re.compile(
    r"^ssh: |Permission denied \([a-z]|Host key verification failed"
    r"|Connection (?:closed|reset|timed)",
    re.M,
)
_SSH_FAILED = 255


class Listed(Struct, frozen=True, kw_only=True):
    """What lies in a folder: whether it `is_there`, its `folders`, and all else, by their paths."""

    is_there: bool
    files: frozenset[str] = frozenset()
    folders: frozenset[str] = frozenset()


class Done(Struct, frozen=True, kw_only=True):
    """One thing that rsync did: in its own signs, and to what."""

    what: str
    path: str


class Rsync:
    """rsync to one target; see `reaching`."""

    def __init__(self, target: Target, shell: tuple[str, ...]) -> None:
        """Reach the target by the command `shell`, which is not used for this machine itself."""
        self._target = target
        self._by = ("--rsh", shlex.join(shell)) if target.host else ()

    def listed(self) -> Listed:
        """What lies in the target. Raises DeliveryError."""
        done = self._run("--recursive", "--links", "--list-only", self._target.spelt)
        if done.returncode == _PARTLY and _NOT_THERE.search(_words(done.stderr)):
            return Listed(is_there=False)
        _check(done)
        found = tuple(_paths(_words(done.stdout)))
        return Listed(
            is_there=True,
            files=frozenset(path for kind, path in found if kind != _FOLDER),
            folders=frozenset(path for kind, path in found if kind == _FOLDER) - {"."},
        )

    def content(self, path: str) -> bytes:
        """What a file in the target holds; nothing where it is not there. Raises DeliveryError."""
        with tempfile.TemporaryDirectory(prefix="byleave-") as folder:
            done = self._run(f"{self._target.spelt}{path}", f"{folder}/")
            if done.returncode == _PARTLY:
                return b""
            _check(done)
            return (Path(folder) / Path(path).name).read_bytes()

    def send(self, source: str, *options: str) -> tuple[Done, ...]:
        """Bring `source` to the target; each thing that was done. Raises DeliveryError."""
        told = ("--itemize-changes", "--out-format=%i %n", "--chmod=D755,F644")
        done = self._run(*told, *options, source, self._target.spelt)
        _check(done)
        return tuple(_itemized(_words(done.stdout)))

    def _run(self, *words: str) -> "subprocess.CompletedProcess[bytes]":
        # -s has a longer name in newer ones alone: no shell on the server reads the folder.
        quiet = ("--no-motd", "-s", f"--timeout={_SECONDS_OF_SILENCE}")
        command = ["rsync", *quiet, *self._by, *words]
        return subprocess.run(  # noqa: S603 - our own words, and a target that was looked at
            command, env=os.environ | _PLAIN, capture_output=True, check=False
        )


@contextmanager
def reaching(target: Target, ssh: str, *, is_asked: bool) -> Iterator[Rsync]:
    """rsync to the target, over `ssh`, a command; where nobody `is_asked`, it asks nothing.

    Raises DeliveryError where one of the two programs is not there.
    """
    shell = shlex.split(ssh)
    for name in ("rsync", *(shell[:1] if target.host else ())):
        if shutil.which(name) is None:
            raise DeliveryError(
                f"{name} is not installed on this machine: install it (Debian, Fedora and "
                f"Homebrew call it {'openssh-client' if name == 'ssh' else name}), or bring the "
                "folder to your server as you are used to"
            )
    with tempfile.TemporaryDirectory(prefix="bl-") as folder:
        path = f"{folder}/%C"
        shared = (*shell, *_SHARED, "-o", f"ControlPath={path}")
        yield Rsync(target, shared if is_asked else (*shared, *_UNASKED))
        if target.host:
            end = [*shared, "-O", "exit", target.host]
            subprocess.run(end, capture_output=True, check=False)  # noqa: S603 - as above


def _check(done: "subprocess.CompletedProcess[bytes]") -> None:
    if not done.returncode:
        return
    said = _words(done.stderr)
    code = _SSH_FAILED if _NOT_LET_IN.search(said) else done.returncode
    why = _HOW_IT_ENDED.get(code, f"rsync ended with {code}")
    raise DeliveryError("\n".join((why, *(f"  {line}" for line in said.strip().splitlines()[:4]))))


def _words(said: bytes) -> str:
    """What rsync says, with the bytes that it writes as numbers."""
    plain = _ESCAPED.sub(lambda found: bytes((int(found[1], 8),)), said)
    return plain.decode("utf-8", "surrogateescape")


def _paths(said: str) -> Iterator[tuple[str, str]]:
    """Each thing that is listed: the letter of its kind, and its path."""
    for line in said.split("\n"):
        if found := _LINE.fullmatch(line):
            kind, path = found[1], found[2]
            yield kind, path.partition(" -> ")[0] if kind == "l" else path


def _itemized(said: str) -> Iterator[Done]:
    for line in said.split("\n"):
        what, _, path = line.partition(" ")
        path = path.lstrip(" ") if what.startswith("*") else path
        if path and not path.endswith("/"):
            yield Done(what=what, path=path)
