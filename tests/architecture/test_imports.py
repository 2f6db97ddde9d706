"""Imports go downward, without circles, and what the files say is seen by two phases alone."""

import os
import subprocess
import sys
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

from tests.architecture.sources import (
    GENERATOR,
    REPOSITORY,
    Module,
    import_graph,
    modules_in,
    own_modules,
    put,
)

FOR_TYPING = "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    "


def circles_in(modules: list[Module]) -> list[str]:
    """A circle of imports, if there is one: lazy imports and imports for typing count."""
    try:
        TopologicalSorter(import_graph(modules)).prepare()
    except CycleError as circle:
        return circle.args[1]  # type: ignore[no-any-return] # documented, and not in the stub
    return []


def importers_of(place: str, modules: list[Module]) -> set[str]:
    """The modules that import a module, anywhere in them."""
    graph = import_graph(modules)
    return {name for name, imported in graph.items() if place in imported}


def lint(root: Path) -> subprocess.CompletedProcess[str]:
    """What the import contracts of this repository say of a source root."""
    configuration = ["--config", str(REPOSITORY / "pyproject.toml"), "--no-cache", "--no-logo"]
    run = "from importlinter.cli import lint_imports_command as main; main()"
    return subprocess.run(
        [sys.executable, "-c", run, *configuration],
        cwd=root,
        env=os.environ | {"PYTHONPATH": str(root)},
        capture_output=True,
        text=True,
        check=False,
    )


def package_with(root: Path, importer: str, line: str) -> Path:
    """A package with the modules of ours, all empty but one, which has one import."""
    modules = [str(module.path.relative_to(GENERATOR)) for module in own_modules()]
    return put(root, {**dict.fromkeys(modules, ""), f"byleave/{importer}.py": line})


@pytest.mark.slow
def test_imports_go_downward() -> None:
    """Every module keeps to the layers, and every module has its place in them."""
    result = lint(GENERATOR)
    assert result.returncode == 0, result.stdout


@pytest.mark.parametrize(
    ("importer", "line"),
    [
        ("build", "from byleave import cli"),
        ("read/a", "import byleave.pipeline"),
        ("read/a", "from byleave import gate"),
        ("write/a", "def later():\n    from byleave.render import page"),
        ("gate/a", f"{FOR_TYPING}import byleave.relate"),
        ("executors/a", "import byleave.read"),
        ("model/site", "import byleave.executors"),
        ("model/terms", "import byleave.model.published"),
        ("positions", "import byleave.model.terms"),
        ("relate/a", "import byleave.model.source"),
        ("build", "import byleave.model.source"),
        ("cli", "import byleave.gate"),
    ],
)
@pytest.mark.slow
def test_an_import_upward_or_sideways_is_noticed(tmp_path: Path, importer: str, line: str) -> None:
    """The contracts fail for each kind of import that they are there to prevent."""
    result = lint(package_with(tmp_path, importer, line))
    assert result.returncode == 1, result.stdout + result.stderr
    assert "BROKEN" in result.stdout


@pytest.mark.slow
def test_a_module_without_a_place_is_noticed(tmp_path: Path) -> None:
    """Whoever adds a module has to say where it belongs."""
    root = put(package_with(tmp_path, "build", "import byleave.read"), {"byleave/more.py": ""})
    assert lint(root).returncode == 1


@pytest.mark.slow
def test_the_layers_allow_what_they_should(tmp_path: Path) -> None:
    """The contracts pass a package in which one place imports what is below it."""
    root = package_with(tmp_path, "gate/a", "import byleave.model.source, byleave.executors")
    result = lint(root)
    assert result.returncode == 0, result.stdout


def test_there_are_no_circles() -> None:
    """No module needs, by any way, a module that needs it."""
    assert circles_in(own_modules()) == []


@pytest.mark.parametrize(
    "back",
    [
        "import p.a",
        "from p import a",
        "from . import a",
        "from .a import something",
        "def later():\n    from p.a import something",
        f"{FOR_TYPING}from p.a import Something",
    ],
)
def test_a_circle_is_noticed(tmp_path: Path, back: str) -> None:
    """However the way back is written."""
    put(tmp_path, {"p/__init__.py": "", "p/a.py": "import p.b", "p/b.py": "import p.c"})
    assert circles_in(modules_in(tmp_path)) == []
    put(tmp_path, {"p/c.py": back})
    assert set(circles_in(modules_in(tmp_path))) == {"p.a", "p.b", "p.c"}


def test_what_the_files_say_stays_between_the_reader_and_the_gate() -> None:
    """Nothing after the gate can even name what has not passed it."""
    importers = importers_of("byleave.model.source", own_modules())
    assert {name.split(".")[1] for name in importers} == {"read", "gate"}


def test_another_importer_is_noticed(tmp_path: Path) -> None:
    """An import inside a function, under another name, counts as well."""
    line = "def f():\n    from ..model import source as s"
    root = put(tmp_path, {"byleave/model/source.py": "", "byleave/render/a.py": line})
    assert importers_of("byleave.model.source", modules_in(root)) == {"byleave.render.a"}
