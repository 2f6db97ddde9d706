"""A site uses the Markdown engine that it chose, and needs no other."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from byleave.render.prose import engine
from tests.bad_input.trying import GOOD
from tests.cli.running import build
from tests.read.folders import SETTINGS, put


@pytest.fixture
def _no_comrak(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A machine for which there is no comrak, such as Windows with Python 3.13."""
    monkeypatch.setitem(sys.modules, "comrak", None)
    engine.cache_clear()
    yield
    engine.cache_clear()


@pytest.mark.usefixtures("_no_comrak")
def test_a_site_of_the_other_engine_does_without_comrak(tmp_path: Path) -> None:
    """It is neither loaded nor missed."""
    settings = {"site_src/site.yaml": f"{SETTINGS}prose: {{engine: python-markdown}}\n"}
    said = build(put(tmp_path / "site", {**GOOD, **settings}), tmp_path / "out")
    assert said.code == 0
    assert "error" not in said.err


@pytest.mark.usefixtures("_no_comrak")
def test_an_engine_that_is_not_there_stops_the_build(tmp_path: Path) -> None:
    """Not one story after the other, with all of them gone from the site in the end."""
    said = build(put(tmp_path / "site", GOOD), tmp_path / "out")
    assert said.code == 3
    assert said.err.startswith("site_src/site.yaml:1:1: error[engine]: ")
    assert not (tmp_path / "out").exists()
