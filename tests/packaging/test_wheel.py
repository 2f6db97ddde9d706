"""What is installed from the wheel, away from the repository, builds a site."""

import os
import shutil
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

from tests.architecture.sources import REPOSITORY, own_files

ACCEPTANCE = REPOSITORY.parent / "shared" / "acceptance" / "better-way"

# Setuptools warns where it is set, as containers do.
_NO_BYTECODE = "PYTHONDONTWRITEBYTECODE"
SITE_FOLDERS = ["site_src", "stories", "themes"]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of the repository's own files, built without fetching anything."""
    place = tmp_path_factory.mktemp("wheel")
    for path in own_files():
        copy = place / "repository" / path.relative_to(REPOSITORY)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, copy)
    alone = ["--no-deps", "--no-build-isolation", "--no-index"]
    said = run([*pip(Path(sys.executable)), "wheel", "-v", *alone, "./repository"], cwd=place)
    (place / "said.txt").write_text(said, encoding="utf-8")
    (built,) = place.glob("*.whl")
    return built


@pytest.mark.slow
def test_the_wheel_builds_a_site(wheel: Path, tmp_path: Path) -> None:
    """A group needs the wheel and the lock, and no copy of the repository: also to begin a site."""
    site = a_site(tmp_path / "site")
    venv.create(tmp_path / "venv", with_pip=True)
    folder = tmp_path / "venv" / ("Scripts" if sys.platform == "win32" else "bin")
    install = [*pip(folder / "python"), "install", "--quiet"]
    lock = REPOSITORY / "requirements" / "site.txt"
    run([*install, "--require-hashes", "--requirement", str(lock)], cwd=tmp_path)
    run([*install, "--no-deps", "--no-index", str(wheel)], cwd=tmp_path)

    run([str(folder / "byleave"), "build", "--site", str(site)], cwd=tmp_path)

    told = ["--name", "A name", "--person", "Ruth", "--telephone", "01632 960199"]
    run([str(folder / "byleave"), "new", "site", "begun", *told], cwd=tmp_path)
    run([str(folder / "byleave"), "build", "--strict", "--site", "begun"], cwd=tmp_path)

    home = site / "public" / "index.html"
    assert "<html" in home.read_text(encoding="utf-8")
    where = [str(folder / "python"), "-c", "import byleave; print(byleave.__file__)"]
    assert run(where, cwd=tmp_path).startswith(str(tmp_path / "venv"))


@pytest.mark.slow
def test_the_wheel_holds_the_package_and_its_look(wheel: Path) -> None:
    """Every module and every file of the look is in it, the licence too, and no test."""
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    generator = REPOSITORY / "generator"
    ours = {
        path.relative_to(generator).as_posix()
        for path in own_files()
        if path.is_relative_to(generator)
    }
    assert {name for name in names if ".dist-info/" not in name} == ours
    assert any(name.endswith("LICENSE") for name in names)


@pytest.mark.slow
def test_the_wheel_is_built_without_a_warning(wheel: Path) -> None:
    """Whoever packs Byleave is not told of things that somebody ought to see to."""
    said = (wheel.parent / "said.txt").read_text("utf-8")
    assert "Successfully built byleave" in said
    assert [line for line in said.splitlines() if "warn" in line.lower()] == []


def a_site(copy: Path) -> Path:
    """A copy of the acceptance site where it is at hand, else of the demonstration."""
    origin = ACCEPTANCE if ACCEPTANCE.is_dir() else REPOSITORY
    for folder in SITE_FOLDERS:
        shutil.copytree(origin / folder, copy / folder)
    return copy


def pip(python: Path) -> list[str]:
    """How to run pip with this Python."""
    return [str(python), "-m", "pip", "--disable-pip-version-check"]


def run(command: list[str], *, cwd: Path) -> str:
    """Run a command; all that it said, which is shown if it fails."""
    done = subprocess.run(
        command,
        cwd=cwd,
        env={name: value for name, value in os.environ.items() if name != _NO_BYTECODE},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout
    return done.stdout
