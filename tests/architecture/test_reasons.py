"""Whoever is let off a rule says why, and every test says what it is for."""

import ast
import io
import re
import tokenize
from pathlib import Path

import pytest

from tests.architecture.sources import REPOSITORY, Module, modules_in, own_modules, put

EXCEPTION = re.compile(r"#\s*(noqa|type:\s*ignore|pragma:|mypy:|ruff:|pyright:)", re.IGNORECASE)

# The rule by its code; and then, after a dash or a second hash, why: at least two words.
WITH_RULE = re.compile(
    r"#\s*(noqa:\s*[A-Z]+\d+(,\s*[A-Z]+\d+)*|type:\s*ignore\[[a-z, -]+\]|pragma: no cover)"
)
WITH_REASON = re.compile(WITH_RULE.pattern + r"\s*(-|#)\s*\S+\s+\S+")


def without_reason(text: str) -> list[int]:
    """The lines of a module on which a tool is told to look away, without a reason.

    The reason stands behind the exception, or in a comment of its own on the line above.
    """
    comments = {
        token.start[0]: token
        for token in tokenize.generate_tokens(io.StringIO(text).readline)
        if token.type == tokenize.COMMENT
    }
    own_lines = {number for number, token in comments.items() if token.line.lstrip()[0] == "#"}
    return [
        number
        for number, comment in comments.items()
        if EXCEPTION.search(comment.string)
        and not WITH_REASON.search(comment.string)
        and not (number - 1 in own_lines and WITH_RULE.search(comment.string))
    ]


def settings_without_reason(text: str) -> list[int]:
    """The lines of pyproject.toml that let everybody off a rule, without a reason."""
    found = []
    ignoring = False
    lines = text.splitlines()
    for number, line in enumerate(lines, 1):
        if re.match(r"(ignore|extend-ignore|\"[^\"]*\") = \[", line):
            ignoring = True
        if ignoring and re.search(r"[\"'][A-Z]+\d*[\"']", line) and not re.search(r"#\s*\w+", line):
            found.append(number)
        if line.rstrip().endswith("]"):
            ignoring = False
        if line == "[[tool.mypy.overrides]]" and not lines[number].startswith("# "):
            found.append(number)
    return found


def purposeless_tests(modules: list[Module]) -> list[str]:
    """The tests that do not say which law or whose need they are for."""
    return [
        f"{module.name}:{node.lineno} {node.name}"
        for module in modules
        for node in ast.walk(module.tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and node.name.startswith("test_")
        and not (ast.get_docstring(node) or "").strip()
    ]


def purposeless_modules(modules: list[Module]) -> list[str]:
    """The modules that do not open with a sentence, which may introduce a list."""
    return [
        module.name
        for module in modules
        if not (ast.get_docstring(module.tree) or "").partition("\n\n")[0].endswith((".", ":"))
    ]


OURS = [*own_modules(), *modules_in(REPOSITORY / "tests")]


@pytest.mark.slow
def test_every_exception_gives_its_reason() -> None:
    """A rule that is not kept somewhere is kept everywhere else for the same reason."""
    texts = {module.name: module.path.read_text(encoding="utf-8") for module in OURS}
    faults = {name: lines for name, text in texts.items() if (lines := without_reason(text))}
    assert faults == {}


def test_every_rule_that_is_switched_off_gives_its_reason() -> None:
    """The same for what is switched off for everyone."""
    settings = (REPOSITORY / "pyproject.toml").read_text(encoding="utf-8")
    assert settings_without_reason(settings) == []


@pytest.mark.slow
def test_every_test_says_what_it_is_for() -> None:
    """Whoever breaks a test learns from it which law or whose need they broke."""
    assert purposeless_tests(OURS) == []


@pytest.mark.slow
def test_every_module_opens_with_its_purpose() -> None:
    """One can read down a folder and know where to look."""
    assert purposeless_modules(OURS) == []


@pytest.mark.parametrize(
    "line",
    [
        "import a  # noqa",
        "import a  # noqa: F401",
        "import a  # noqa: F401 - unused",
        "import a  # type: ignore",
        "import a  # type: ignore[import]",
        "import a  # type:ignore[import] why not",
        "# Why not.\nimport a  # noqa",
        "# ruff: noqa",
        "# mypy: ignore-errors",
    ],
)
def test_an_exception_without_a_reason_is_noticed(line: str) -> None:
    """Neither a bare exception nor one with its rule alone is enough, nor one for a whole file."""
    assert without_reason(f"x = 1\n{line}\n") == [2 + line.count("\n")]


@pytest.mark.parametrize(
    "line",
    [
        "import a  # noqa: F401 - importing it registers the engine",
        "import a  # noqa: F401, E402 - importing it registers the engine",
        "import a  # type: ignore[import-untyped] # has no stubs",
        "# Nobody ships stubs for it.\nimport a  # type: ignore[import-untyped]",
        "text = '# noqa'  # a story may hold these words",
    ],
)
def test_an_exception_with_a_reason_is_let_be(line: str) -> None:
    """And so are the same words in a text."""
    assert without_reason(f"x = 1\n{line}\n") == []


def test_a_rule_switched_off_without_a_reason_is_noticed() -> None:
    """In ruff's settings and in mypy's."""
    assert settings_without_reason('ignore = [\n    "E501",\n    "D105", # why\n]\n') == [2]
    assert settings_without_reason('"tests/**" = ["S101"]\n') == [1]
    assert settings_without_reason('[[tool.mypy.overrides]]\nmodule = "a"\n') == [1]
    assert settings_without_reason('[[tool.mypy.overrides]]\n# Why.\nmodule = "a"\n') == []


def test_a_test_or_module_without_a_purpose_is_noticed(tmp_path: Path) -> None:
    """Also a test in a class, one that is asynchronous, and an empty docstring."""
    text = (
        "def test_a(): ...\n"
        "class TestB:\n    async def test_b(self):\n        ''' '''\n"
        "def test_c():\n    '''The law.'''\n"
        "def tested(): ...\n"
    )
    modules = modules_in(put(tmp_path, {"a.py": text, "b.py": '"""No sentence"""\n'}))
    assert purposeless_tests(modules) == ["a:1 test_a", "a:3 test_b"]
    assert purposeless_modules(modules) == ["a", "b"]
    modules = modules_in(put(tmp_path / "fine", {"c.py": '"""What it is for."""\n'}))
    assert purposeless_modules(modules) == []
