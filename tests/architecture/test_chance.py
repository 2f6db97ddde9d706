"""`make test` leaves nothing to chance: one run of it is like any other."""

import ast
from collections.abc import Iterator

import pytest
from hypothesis import settings
from hypothesis.internal.conjecture import providers

from tests.architecture.sources import REPOSITORY

UNSEEDED = frozenset({"Random", "SystemRandom", "urandom", "uuid1", "uuid4", "token_hex"})
MODULES = frozenset({"random", "secrets"})
NEW_SITES = "tests/laws/__main__.py"
"""What `make laws` runs, for which new sites are the point."""


def chances(source: str) -> Iterator[int]:
    """The lines of a source on which something is drawn without a seed."""
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call):
            continue
        called = node.func
        name = called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
        owner = called.value if isinstance(called, ast.Attribute) else None
        of_module = isinstance(owner, ast.Name) and owner.id in MODULES
        if (name in UNSEEDED and not node.args) or (of_module and name != "Random"):
            yield node.lineno


@pytest.mark.slow
def test_tests_draw_nothing_without_a_seed() -> None:
    """A test that fails for one person fails for everybody, and can be looked at."""
    found = {
        f"{path.relative_to(REPOSITORY)}:{line}"
        for path in sorted((REPOSITORY / "tests").rglob("*.py"))
        if path != REPOSITORY / NEW_SITES and "node_modules" not in path.parts
        for line in chances(path.read_text("utf-8"))
    }
    assert found == set()


@pytest.mark.parametrize(
    "source",
    ["random.random()", "random.Random()", "Random()", "uuid.uuid4()", "secrets.choice(a)"],
)
def test_what_is_drawn_without_a_seed_is_found(source: str) -> None:
    """The test above can fail."""
    assert list(chances(source)) == [1]


@pytest.mark.parametrize("source", ["random.Random(4)", "dice.choice(a)", "chance.random()"])
def test_what_has_a_seed_is_no_chance(source: str) -> None:
    """A seeded generator gives everybody the same."""
    assert list(chances(source)) == []


def test_generated_examples_are_the_same_for_everybody() -> None:
    """They hang neither on an earlier run, nor on the time, nor on which modules are loaded."""
    assert settings.default is not None
    assert settings.default.derandomize
    assert settings.default.database is None
    assert settings.default.deadline is None
    assert len(providers._get_local_constants()) == 0
