"""A bare Debian in a folder: made by debootstrap, entered by chroot, and seen by nobody else."""

import shlex
import shutil
import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from tests.fresh.registries import Registries, sources

USER = "someone"
HOMES = {"root": "/root", USER: f"/home/{USER}"}
_PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """How a command ended, after how many seconds, and all that it said."""

    code: int
    seconds: float
    said: str

    @property
    def last(self) -> str:
        """The last line that it said, apart from make's own."""
        lines = [line for line in self.said.splitlines() if line.strip()]
        told = [line for line in lines if not line.startswith("make")]
        return told[-1].strip() if told else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Machine:
    """A folder with a system in it, and what it needs to reach registries, folders of ours too."""

    folder: Path
    variables: dict[str, str]
    shared: tuple[Path, ...]

    def run(self, who: str, command: str, log: Path) -> Done:
        """Do `command` in a shell of `who`, at home, and keep what it says in `log`.

        What is mounted for it, and whatever it leaves running, goes with it.
        """
        began = time.monotonic()
        with log.open("w", encoding="utf-8") as kept:
            done = subprocess.run(
                ["unshare", "--mount", "--pid", "--fork", "--kill-child", "sh", "-euc",
                 self._entering(who, command)],
                stdin=subprocess.DEVNULL,
                stdout=kept,
                stderr=subprocess.STDOUT,
                check=False,
            )  # fmt: skip
        seconds = time.monotonic() - began
        return Done(code=done.returncode, seconds=seconds, said=log.read_text("utf-8", "replace"))

    def _entering(self, who: str, command: str) -> str:
        into = shlex.quote(str(self.folder))
        mounts = [
            f"mount -t proc proc {into}/proc",
            f"mount --rbind /dev {into}/dev",
            *(
                f"mkdir -p {into}{one} && mount --bind -o ro {one} {into}{one}"
                for one in self.shared
            ),
        ]
        home = HOMES[who]
        variables = {
            **self.variables,
            "PATH": _PATH,
            "HOME": home,
            "USER": who,
            "LOGNAME": who,
            "SHELL": "/bin/sh",
            "TERM": "dumb",
        }
        given = shlex.join(f"{name}={value}" for name, value in variables.items())
        inside = shlex.quote(f"cd {home} && {command}")
        enter = f"exec chroot --userspec={who}:{who} {into} env -i {given} sh -c {inside}"
        return "; ".join([*mounts, enter])

    def copy(self, folder: Path) -> "Machine":
        """The same machine once more, in `folder`."""
        subprocess.run(["cp", "-a", str(self.folder), str(folder)], check=True)
        return replace(self, folder=folder)

    def packages(self) -> int:
        """How many packages of Debian it has."""
        return sum(1 for _ in (self.folder / "var/lib/dpkg/info").glob("*.list"))


def bare(folder: Path, release: str, packages: Sequence[str], registries: Registries) -> Machine:
    """A Debian with `packages` and what they cannot do without, and with an ordinary user.

    Raises subprocess.CalledProcessError, with what it said, where debootstrap cannot make it.
    """
    mirror = sources(release)[0].address
    wanted = f"--include={','.join(packages)}"
    command = ["debootstrap", "--variant=minbase", wanted, release, str(folder), mirror]
    subprocess.run(command, check=True, capture_output=True, text=True)
    shared = {one for path in registries.folders if (one := _lacking(folder, path))}
    for copy, source in registries.files.items():
        _inside(folder, copy).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, _inside(folder, copy))
    for path, text in registries.texts.items():
        _inside(folder, path).write_text(text, encoding="utf-8")
    subprocess.run(["chroot", str(folder), "useradd", "--create-home", USER], check=True)
    return Machine(folder=folder, variables=registries.variables, shared=tuple(sorted(shared)))


def _inside(folder: Path, path: Path) -> Path:
    """Where `path` of the machine in `folder` is for us."""
    return folder / path.relative_to("/")


def _lacking(folder: Path, path: Path) -> Path | None:
    """The highest part of `path` that the machine has not; pages of an index name files beside."""
    parts = (*reversed(path.parents), path)
    return next((one for one in parts if not _inside(folder, one).exists()), None)
