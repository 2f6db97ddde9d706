"""What the program of fresh machines takes from elsewhere is what stands there."""

import re

import pytest

from tests.architecture.sources import REPOSITORY
from tests.fresh.report import BEGIN, END, report, written_into
from tests.fresh.trials import Trial, asked_packages, named_packages
from tests.set_up.system import NEEDS, asked_for


def test_the_readme_names_packages() -> None:
    """The bare machine has these and no others."""
    assert "git" in named_packages((REPOSITORY / "README.md").read_text("utf-8"))
    with pytest.raises(ValueError, match="names no packages"):
        named_packages("You need nothing.")


def test_what_a_user_is_asked_for_is_understood() -> None:
    """Root installs what the one line names for Debian, and nothing that stands beside it."""
    needs = list(NEEDS.values())
    said = f"Installing ...\nerror: {asked_for(needs)}\nmake: *** [Makefile:1: x] Error 1\n"
    assert asked_packages(said) == [name for one in needs for name in one.packages["Debian"]]
    assert asked_packages("12 failed") == []


def test_the_page_keeps_its_last_result() -> None:
    """A new one takes its place; what stands around it stays."""
    trial = Trial(
        who="root", command="make site", well=True, seconds=61.2, packages=140, last="all | done"
    )
    page = written_into(
        f"# A\n\n{BEGIN}\n\nold\n\n{END}\n", report([trial], "trixie", "2026-12-01", "abc")
    )
    assert "old" not in page
    assert "| root | `make site` | yes | 61 s | 140 | all / done |" in page
    assert re.fullmatch(rf"# A\n\n{BEGIN}\n\nTried on.*{END}\n", page, re.DOTALL)
