"""Byleave as people install it: by pipx, uv and pip, from a file and from an address.

No repository, no make and no folder .venv: the command is there, and begins a site that builds.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.sources import REPOSITORY
from tests.packaging.test_wheel import pip, run, wheel

pytestmark = [pytest.mark.slow, pytest.mark.tools]

__all__ = ["wheel"]

PROGRAMS = Path(sys.executable).parent
TOLD = ("--name", "A name", "--person", "Ruth", "--telephone", "01632 960199")


@pytest.fixture
def commands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the installers put commands, on this machine as on one that is new."""
    folder = tmp_path / "commands"
    for name, words in {
        "PIPX_HOME": tmp_path / "pipx",
        "PIPX_BIN_DIR": folder,
        "PIPX_MAN_DIR": tmp_path / "man",
        "UV_TOOL_DIR": tmp_path / "uv",
        "UV_TOOL_BIN_DIR": folder,
    }.items():
        monkeypatch.setenv(name, str(words))
    return folder


def begins_a_site(command: Path, folder: Path) -> None:
    """The command works, away from the repository and from all that this test has."""
    away = {name: words for name, words in os.environ.items() if not name.startswith("PYTHON")}
    for words in (["new", "site", "begun", *TOLD], ["build", "--strict", "--site", "begun"]):
        done = subprocess.run([command, *words], cwd=folder, env=away, check=False)
        assert done.returncode == 0, words


def test_pipx_from_a_file(wheel: Path, commands: Path, tmp_path: Path) -> None:
    """As the README says it."""
    run([str(PROGRAMS / "pipx"), "install", "--quiet", str(wheel)], cwd=tmp_path)
    begins_a_site(commands / "byleave", tmp_path)


def test_uv_from_a_file(wheel: Path, commands: Path, tmp_path: Path) -> None:
    """As the README says it."""
    run([str(PROGRAMS / "uv"), "tool", "install", "--quiet", str(wheel)], cwd=tmp_path)
    begins_a_site(commands / "byleave", tmp_path)


def test_uv_from_an_address(commands: Path, tmp_path: Path) -> None:
    """What git has of it is enough: nothing that only lies in a folder is needed."""
    address = f"git+{REPOSITORY.as_uri()}"
    run([str(PROGRAMS / "uv"), "tool", "install", "--quiet", address], cwd=tmp_path)
    begins_a_site(commands / "byleave", tmp_path)


def test_pip_from_a_file_with_an_optional_part(wheel: Path, tmp_path: Path) -> None:
    """Into an environment of one's own, with forms as PDF."""
    run([sys.executable, "-m", "venv", str(tmp_path / "own")], cwd=tmp_path)
    folder = tmp_path / "own" / ("Scripts" if sys.platform == "win32" else "bin")
    install = [*pip(folder / "python"), "install", "--quiet"]
    run([*install, f"byleave[pdf] @ {wheel.as_uri()}"], cwd=tmp_path)
    begins_a_site(folder / "byleave", tmp_path)
    run([str(folder / "python"), "-c", "import weasyprint"], cwd=tmp_path)
