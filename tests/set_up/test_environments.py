"""The environment that make sets up is good for one place and one Python."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.architecture.sources import REPOSITORY

# Tells which Python it is, and "makes" environments with itself in them.
PYTHON = """#!/bin/sh
case "$1" in
-ISc) echo "$PWD `cat "\\`dirname "$0"\\`/kind"`" ;;
-m) rm -rf "$4"; mkdir -p "$4/bin"; cp "$0" "$4/bin/python"; cp "`dirname "$0"`/kind" "$4/bin" ;;
esac
"""
STAMP = ".venv/venv.stamp"


class Checkout:
    """A folder with the Makefile, and a machine with two Pythons."""

    def __init__(self, machine: Path) -> None:
        """Everything is made in the folder `machine`."""
        self.folder = machine / "checkout"
        self.folder.mkdir()
        shutil.copyfile(REPOSITORY / "Makefile", self.folder / "Makefile")
        self.usual = self._python(machine / "usual", "3.11")
        self.other = self._python(machine / "other", "3.13")

    def _python(self, folder: Path, kind: str) -> Path:
        folder.mkdir()
        (folder / "kind").write_text(kind, "utf-8")
        (folder / "python3").write_text(PYTHON, "utf-8")
        (folder / "python3").chmod(0o755)
        return folder / "python3"

    def set_up(self, *given: str, python: Path | None = None) -> bool:
        """Whether make sets an environment up when it is asked for one."""
        variables = {"PATH": f"{self.usual.parent}{os.pathsep}{os.environ['PATH']}"}
        words = [f"PYTHON={python}"] if python else []
        done = subprocess.run(
            ["make", STAMP, *words, *given],
            cwd=self.folder,
            env=variables,
            capture_output=True,
            text=True,
            check=True,
        )
        return "Setting up .venv" in done.stdout


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    """One in which make has set up an environment, and finds it good."""
    one = Checkout(tmp_path)
    assert one.set_up()
    assert not one.set_up()
    return one


def test_what_is_there_is_as_old_as_it_was(checkout: Checkout) -> None:
    """So that nothing that was installed after it is installed again."""
    stamp = checkout.folder / STAMP
    before = stamp.stat().st_mtime_ns
    checkout.set_up()
    assert stamp.stat().st_mtime_ns == before


def test_a_checkout_that_was_moved(checkout: Checkout) -> None:
    """Programs in an environment know its place by heart, and are not found elsewhere."""
    checkout.folder = checkout.folder.rename(checkout.folder.with_name("moved"))
    assert checkout.set_up()
    assert not checkout.set_up()


def test_a_checkout_that_was_copied(checkout: Checkout) -> None:
    """The copy would run the code of the first one; that one has lost nothing."""
    first, second = checkout.folder, checkout.folder.with_name("copy")
    shutil.copytree(first, second, symlinks=True)
    checkout.folder = second
    assert checkout.set_up()
    checkout.folder = first
    assert not checkout.set_up()


def test_a_python_that_has_become_another(checkout: Checkout) -> None:
    """After an update of the system, for which nothing is installed."""
    (checkout.folder / ".venv/bin/kind").write_text("3.12", "utf-8")
    assert checkout.set_up()


def test_a_python_that_has_gone(checkout: Checkout) -> None:
    """It was removed, or is another on this side of a container."""
    (checkout.folder / ".venv/bin/python").unlink()
    assert checkout.set_up()


def test_another_python_that_is_asked_for(checkout: Checkout) -> None:
    """It is set up once, and stays until somebody asks for another again."""
    assert checkout.set_up(python=checkout.other)
    assert not checkout.set_up(python=checkout.other)
    assert not checkout.set_up()
    assert checkout.set_up(python=checkout.usual)
