"""The locks hold all that is needed, by hash, and say nothing of where it was fetched."""

import re
import tomllib

import pytest

from tests.architecture.sources import REPOSITORY

PROJECT = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))
EXTRAS = PROJECT["project"]["optional-dependencies"]

_OWN = "byleave["


def needed(extra: str) -> list[str]:
    """What an extra needs, and what the other extras need that it names."""
    found = [one for one in EXTRAS[extra] if not one.startswith(_OWN)]
    named = (one.removeprefix(_OWN).rstrip("]") for one in EXTRAS[extra] if one.startswith(_OWN))
    others = (other for names in named for other in names.split(","))
    return [*found, *(one for other in others for one in needed(other))]


NEEDED = {
    "site": [*PROJECT["project"]["dependencies"], *needed("build")],
    "test": [*PROJECT["project"]["dependencies"], *needed("build"), *needed("test")],
}

# A name and its version, where it is needed if not everywhere, and then its hashes.
ENTRY = re.compile(r"([a-z0-9-]+)==\S+( ; [^\\]+)?( \\\n    --hash=sha256:[0-9a-f]{64})+\n")


def lock(name: str) -> str:
    """A lock of the repository."""
    return (REPOSITORY / "requirements" / f"{name}.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["site", "test", "lowest"])
def test_a_lock_holds_names_versions_and_hashes_alone(name: str) -> None:
    """Whoever installs from it gets the same bytes, from whichever place they get them."""
    assert ENTRY.sub("", lock(name)) == ""


@pytest.mark.parametrize("name", ["site", "test"])
def test_a_lock_holds_all_that_is_needed(name: str) -> None:
    """A requirement that was added without `make lock` is noticed."""
    locked = {entry[1] for entry in ENTRY.finditer(lock(name))}
    names = {re.split(r"[<>=!~ ]", one)[0].lower().replace("_", "-") for one in NEEDED[name]}
    assert names <= locked


def test_both_locks_agree() -> None:
    """What is tested is what groups build with, version for version and hash for hash."""
    assert {entry[0] for entry in ENTRY.finditer(lock("site"))} <= {
        entry[0] for entry in ENTRY.finditer(lock("test"))
    }


def test_the_lowest_lock_is_what_is_promised() -> None:
    """`make test-lowest` shows that each version with which one may have Byleave is one it runs on.

    A requirement without such a version promises all that there ever were.
    """
    locked = dict(re.findall(r"^([a-z0-9-]+)==([0-9.]+)", lock("lowest"), re.MULTILINE))
    for one in [*PROJECT["project"]["dependencies"], *needed("build"), *needed("test")]:
        name, lowest = re.split(r">=|;", one)[:2]
        assert f"{locked[name.lower()]}.".startswith(f"{lowest}.")


def test_other_machines_are_locked_too() -> None:
    """What is compiled has a hash for each system and each Python, not for this one alone."""
    compiled = {entry[1]: entry[0].count("--hash") for entry in ENTRY.finditer(lock("site"))}
    assert all(compiled[name] > 10 for name in ["comrak", "lxml", "nh3", "pydantic-core", "pyyaml"])


def test_the_build_extra_is_what_building_asks_for() -> None:
    """The lock can only hold what building needs if both places say the same."""
    assert EXTRAS["build"] == PROJECT["build-system"]["requires"]
