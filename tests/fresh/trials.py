"""What is tried on a bare machine: the commands of the README, as one of its users."""

import re
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from tests.fresh.machine import HOMES, USER, Machine

_ASKED = re.compile(r"error: the tests need .*\(Debian: ([\w.+ -]+)")
_PACKAGES = re.compile(r"`apt install ([\w.+\s-]+)`")


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """One command on one machine: who gave it, whether it went as it should, and its last words."""

    who: str
    command: str
    well: bool
    seconds: float
    packages: int
    last: str


def named_packages(readme: str) -> list[str]:
    """What the README says that Debian needs; raises ValueError where it does not."""
    found = _PACKAGES.search(readme)
    if found is None:
        raise ValueError("README.md names no packages of Debian: write `apt install ...`")
    return found[1].split()


def asked_packages(said: str) -> list[str]:
    """What somebody is asked to install on Debian; nothing, where they are not asked."""
    found = _ASKED.search(said)
    return found[1].split() if found else []


def snapshot(repository: Path, folder: Path) -> Path:
    """What is committed, as a file that can be cloned anywhere."""
    bundle = folder / "byleave.bundle"
    git = ["git", "-C", str(repository)]
    subprocess.run([*git, "bundle", "create", "-q", str(bundle), "HEAD"], check=True)
    return bundle


def trials(
    machine: Machine, who: str, commands: list[str], logs: Path, tell: Callable[[str], None]
) -> Iterator[Trial]:
    """Clone what lies in `/byleave.bundle`, and give the commands in it, one after the other.

    Where a command asks an ordinary user for packages, and in one line, root installs what it
    names, and nothing else, before it is given once more.
    """

    def tried(as_whom: str, command: str) -> tuple[Trial, str]:
        tell(f"{as_whom}: {command}")
        log = logs / f"{who}-{len(list(logs.iterdir()))}.txt"
        inside = command if as_whom != who else f"cd byleave && {command}"
        done = machine.run(as_whom, inside, log)
        trial = Trial(
            who=as_whom,
            command=command,
            well=done.code == 0,
            seconds=done.seconds,
            packages=machine.packages(),
            last=done.last,
        )
        tell(f"  {trial.seconds:.0f} s, {'done' if trial.well else log}: {trial.last}")
        return trial, done.said

    clone = f"git clone -q -c advice.detachedHead=false /byleave.bundle {HOMES[who]}/byleave"
    machine.run(who, clone, logs / f"{who}-clone.txt")
    for command in commands:
        trial, said = tried(who, command)
        asked = asked_packages(said)
        if trial.well or who != USER or not asked:
            yield trial
            continue
        lines = [line for line in said.splitlines() if line.startswith("error:")]
        yield replace(trial, well=len(lines) == 1)
        yield tried("root", "apt-get update -qq")[0]
        yield tried("root", f"apt-get install -y -qq --no-install-recommends {' '.join(asked)}")[0]
        yield tried(who, command)[0]
