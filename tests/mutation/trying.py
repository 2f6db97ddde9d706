"""Puts faults into a copy of the repository, and sees whether a quick test notices."""

import importlib.util
import os
import random
import shutil
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.architecture.sources import GENERATOR, REPOSITORY
from tests.mutation.faults import Fault, faults_in

# What guards each package, the nearest first: a fault that a folder notices is tried in no other.
FOLDERS: Mapping[str, tuple[str, ...]] = {
    "gate": ("gate", "cases"),
    "relate": ("relate", "cases"),
    "render": ("prose", "look", "machine_files", "check", "relate", "cases"),
    "cache": ("cache",),
    "write": ("write",),
}
# A fault may have a loop run for ever. That is noticed as well.
_PATIENCE = 10  # times what the tests take without a fault


class NotGreenError(Exception):
    """The tests do not pass without any fault, so that they tell nothing."""


@dataclass(frozen=True, kw_only=True)
class Put:
    """A fault in the module at `path`, which is relative to the repository."""

    path: Path
    fault: Fault

    @property
    def package(self) -> str:
        """The package of Byleave that the module is in."""
        return self.path.parts[2]

    def told(self, repository: Path) -> str:
        """Its file and line, and what it is; the module lies in `repository` without it."""
        source = (repository / self.path).read_text("utf-8")
        return f"{self.path.as_posix()}:{self.fault.line}: {self.fault.told(source)}"


def all_faults(packages: Iterable[str]) -> Iterator[Put]:
    """Every fault that can be put into the modules of these packages, in one order."""
    for package in sorted(packages):
        for path in sorted((GENERATOR / "byleave" / package).rglob("*.py")):
            for fault in faults_in(path.read_text("utf-8")):
                yield Put(path=path.relative_to(REPOSITORY), fault=fault)


def some_faults(packages: Iterable[str], count: int, seed: int) -> list[Put]:
    """`count` of them, the same for the same code and seed; more begin with those of fewer."""
    found = list(all_faults(packages))
    random.Random(seed).shuffle(found)
    return found[:count]


class Copy:
    """A copy of the repository as it lies here, in `folder`, in which faults are tried."""

    def __init__(self, folder: Path) -> None:
        """Copy what git knows of, or would."""
        command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
        listed = subprocess.run(command, cwd=REPOSITORY, capture_output=True, check=True)
        for name in listed.stdout.decode().split("\0"):
            if name and (REPOSITORY / name).is_file():
                (folder / name).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy2(REPOSITORY / name, folder / name)
        self.folder = folder
        self._patience: dict[str, float] = {}

    def look_at(self, tests: Iterable[str]) -> None:
        """Run the quick tests of these folders without a fault: raises NotGreenError."""
        for one in tests:
            begun = time.monotonic()
            if not self.passes(one):
                raise NotGreenError(f"tests/{one} does not pass as it is")
            self._patience[one] = _PATIENCE * (time.monotonic() - begun)

    def notices(self, put: Put, folders: Iterable[str]) -> str | None:
        """The folder whose quick tests notice a fault, or None."""
        path = self.folder / put.path
        source = path.read_text("utf-8")
        self._write(path, put.fault.put_into(source))
        try:
            return next((one for one in folders if not self.passes(one)), None)
        finally:
            self._write(path, source)

    def passes(self, folder: str) -> bool:
        """Whether all quick tests of a folder pass, and end."""
        command = [sys.executable, "-m", "pytest", "-x", "-q", "-m", "not slow"]
        command += ["-p", "no:cacheprovider", f"tests/{folder}"]
        environment = {**os.environ, "PYTHONPATH": str(self.folder / "generator")}
        try:
            done = subprocess.run(
                command,
                cwd=self.folder,
                env=environment,
                capture_output=True,
                timeout=self._patience.get(folder),
                check=False,
            )
        except subprocess.TimeoutExpired:
            return False
        return done.returncode == 0

    def _write(self, path: Path, text: str) -> None:
        """Write a module, and forget what it was compiled to: size and second may be the same."""
        path.write_text(text, "utf-8")
        Path(importlib.util.cache_from_source(str(path))).unlink(missing_ok=True)
