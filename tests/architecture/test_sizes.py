"""A module is short enough to be read whole."""

from pathlib import Path

from tests.architecture.sources import REPOSITORY, modules_in, put

LONGEST = 400


def too_long(root: Path) -> list[str]:
    """The modules that nobody reads whole any more."""
    return [
        f"{module.name} has {lines} lines"
        for module in modules_in(root)
        if (lines := len(module.path.read_text(encoding="utf-8").splitlines())) > LONGEST
    ]


def test_no_module_is_too_long() -> None:
    """Neither in the generator nor in its tests."""
    assert too_long(REPOSITORY / "generator") == []
    assert too_long(REPOSITORY / "tests") == []


def test_a_module_that_is_too_long_is_noticed(tmp_path: Path) -> None:
    """One line more than the limit is too many."""
    put(tmp_path, {"fits.py": "x = 1\n" * LONGEST, "not.py": "x = 1\n" * (LONGEST + 1)})
    assert too_long(tmp_path) == ["not has 401 lines"]
