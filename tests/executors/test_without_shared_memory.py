"""A system whose processes cannot wait for each other: a container without /dev/shm."""

import errno
import os
from pathlib import Path

import pytest

from byleave.executors import SMALLEST_SPREAD, Serial, executor
from byleave.spooling import SMALLEST_SPOOLED, Spool
from tests.cli.running import DAY, run
from tests.docs.example_site import ExampleSite
from tests.write.folders import files_in


@pytest.fixture(autouse=True)
def nothing_is_shared(monkeypatch: pytest.MonkeyPatch) -> None:
    """Linux keeps locks that processes share as files of /dev/shm."""

    def refuse(*_: object) -> None:
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT))

    monkeypatch.setattr("_multiprocessing.SemLock", refuse)


@pytest.mark.parametrize("spec", [None, "processes", "processes:2"])
def test_one_process_does_the_work(spec: str | None) -> None:
    """Whether somebody asked for several or the size does."""
    assert isinstance(executor(spec, SMALLEST_SPREAD), Serial)


def test_who_asked_for_several_is_told(tmp_path: Path) -> None:
    """Once, and the site is the same; who did not ask is told nothing."""
    site = ExampleSite(tmp_path / "site").folder
    given = ("build", "--site", site, "--as-of", DAY, "--timings")
    asked = run(*given, "--output", tmp_path / "asked", "--executor", "processes:2")
    assert asked.code == 0
    assert asked.err.count("One process does all of the work") == 1
    plain = run(*given, "--output", tmp_path / "plain")
    assert "One process" not in plain.all
    assert files_in(tmp_path / "asked") == files_in(tmp_path / "plain")


def test_pages_of_a_large_site_stay_in_memory() -> None:
    """What they are put into is shared with processes that make more of them."""
    with Spool() as spool:
        spool.begin(SMALLEST_SPOOLED)
        assert spool.put(b"a page") == b"a page"
