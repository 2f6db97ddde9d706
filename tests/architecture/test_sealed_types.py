"""Only the gate makes what is published, and only what is published can be written."""

import ast
from pathlib import Path

import pytest

from tests.architecture.sources import Module, calls, modules_in, own_modules, put

# Each type, and the one place that may make it: everyone else can only pass it on.
MAKERS = {
    "PublishedSet": "byleave.gate",
    "Rehearsal": "byleave.gate",
    "PublishedOutput": "byleave.render",
    "RehearsedOutput": "byleave.render",
}

# What is withheld has these types; the place that writes may not even name them.
UNWRITABLE = {"RehearsedOutput", "Rehearsal", "PublishedSet"}


def made_elsewhere(modules: list[Module]) -> list[str]:
    """Where a sealed type is made by somebody who may not."""
    return [
        f"{module.name}:{line} makes a {kind}"
        for module in modules
        for call, line in calls(module.tree)
        if (kind := call.rpartition(".")[2]) in MAKERS and not module.is_in(MAKERS[kind])
    ]


def renamed(modules: list[Module]) -> list[str]:
    """Where a sealed type is imported under another name, which would hide who makes it."""
    return [
        f"{module.name}:{node.lineno} imports {alias.name} as {alias.asname}"
        for module in modules
        for node in ast.walk(module.tree)
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
        if alias.name in MAKERS and alias.asname
    ]


def names_in(module: Module) -> set[str]:
    """Every name that a module uses, imported ones too."""
    plain = {node.id for node in ast.walk(module.tree) if isinstance(node, ast.Name)}
    dotted = {node.attr for node in ast.walk(module.tree) if isinstance(node, ast.Attribute)}
    return plain | dotted | {name.rpartition(".")[2] for name in module.imports}


def first_argument_of(function: str, module: Module) -> str | None:
    """How a function of the module annotates its first argument."""
    for node in module.tree.body:
        if isinstance(node, ast.FunctionDef) and node.name == function:
            annotation = node.args.args[0].annotation
            return ast.unparse(annotation) if annotation else None
    raise LookupError(function)


@pytest.mark.slow
def test_each_sealed_type_is_made_in_one_place() -> None:
    """What the gate did not let through cannot be called published by anyone."""
    modules = own_modules()
    assert made_elsewhere(modules) == []
    assert renamed(modules) == []


def test_only_published_output_is_written() -> None:
    """The door to the disk takes the one type, and knows nothing of the others."""
    modules = {module.name: module for module in own_modules()}
    assert first_argument_of("write_output", modules["byleave.write"]) == "PublishedOutput"
    for module in modules.values():
        if module.is_in("byleave.write", "byleave.cache"):
            assert not names_in(module) & UNWRITABLE


def left_on_the_disk(modules: list[Module]) -> dict[str, list[str]]:
    """By module, of which files what was found out of them is left: how it is written there."""
    return {
        module.name: [ast.unparse(call.args[-1]) for call in found]
        for module in modules
        if (
            found := [
                node
                for node in ast.walk(module.tree)
                if isinstance(node, ast.Call)
                and isinstance(node.func, ast.Attribute)
                and node.func.attr == "rows_of"
            ]
        )
    }


@pytest.mark.slow
def test_what_was_found_out_is_left_on_the_disk_where_the_gate_lets_it() -> None:
    """Stories as they were read have records of consent: the gate says of which any may stay."""
    places = left_on_the_disk(own_modules())
    assert list(places) == ["byleave.pipeline.phases"]
    (of,) = places["byleave.pipeline.phases"]
    assert of.startswith("files_that_may_stay(")


def test_a_preview_leaves_nothing_on_the_disk() -> None:
    """What it holds in memory is of withheld stories too."""
    for module in own_modules():
        if module.is_in("byleave.preview", "byleave.pipeline.preview_site"):
            named = {call.rpartition(".")[2] for call, _ in calls(module.tree)}
            assert not named & {"put", "keep_only_used", "rows_of", "write_output"}


@pytest.mark.parametrize("text", ["known.rows_of(memo, paths)", "def f(a): a.b.rows_of(1, x)"])
def test_another_place_that_leaves_something_is_noticed(tmp_path: Path, text: str) -> None:
    """Whatever it is called on."""
    modules = modules_in(put(tmp_path, {"byleave/relate.py": text}))
    assert list(left_on_the_disk(modules)) == ["byleave.relate"]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("PublishedSet()", "byleave.relate:1 makes a PublishedSet"),
        (
            "def f(m):\n    m.published.PublishedSet()",
            "byleave.relate:2 makes a PublishedSet",
        ),
        ("PublishedOutput(files=())", "byleave.relate:1 makes a PublishedOutput"),
    ],
)
def test_another_maker_is_noticed(tmp_path: Path, text: str, fault: str) -> None:
    """Wherever it is made, and by whichever name of it."""
    modules = modules_in(put(tmp_path, {"byleave/relate.py": text, "byleave/gate/a.py": text}))
    assert fault in made_elsewhere(modules)


def test_the_gate_may_make_them(tmp_path: Path) -> None:
    """The rule is about the others."""
    put(tmp_path, {"byleave/gate/a.py": "PublishedSet()\nRehearsal()"})
    assert made_elsewhere(modules_in(tmp_path)) == []


def test_another_name_is_noticed(tmp_path: Path) -> None:
    """A second name would make the first test blind."""
    put(tmp_path, {"byleave/a.py": "from byleave.model.published import PublishedSet as P"})
    assert renamed(modules_in(tmp_path)) == ["byleave.a:1 imports PublishedSet as P"]


def test_a_write_that_knows_rehearsals_is_noticed(tmp_path: Path) -> None:
    """Naming the type is the first step towards writing it."""
    text = "from byleave.model import output\ndef write_output(o: output.RehearsedOutput): ..."
    (module,) = modules_in(put(tmp_path, {"write.py": text}))
    assert names_in(module) & UNWRITABLE
    assert first_argument_of("write_output", module) != "PublishedOutput"
