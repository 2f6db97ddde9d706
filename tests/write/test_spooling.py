"""Pages that wait on the disk until all are made: the site is the same, and no trace of them stays.

See `byleave.spooling`.
"""

import errno
import os
import tempfile
from datetime import datetime
from pathlib import Path

import pytest

from byleave.diagnostics import SiteError
from byleave.model.output import SpooledFile
from byleave.pipeline.build_site import build_site
from byleave.pipeline.options import BuildOptions
from byleave.spooling import SMALLEST_SPOOLED, Spool, unspooled
from tests.laws.folders import read_files
from tests.permission import guarding
from tests.read.folders import put, story, voice

NOON = datetime(2026, 6, 1, 12)  # noqa: DTZ001 - a moment in the site's own time zone
TOLD = story("Words.\n", voice("kit", "Kit", part="author"))
STORIES = {f"stories/{number}.md": TOLD.replace("shed", f"shed {number}") for number in range(3)}


@pytest.fixture
def spooling(monkeypatch: pytest.MonkeyPatch) -> None:
    """The smallest site is large enough."""
    monkeypatch.setattr("byleave.spooling.SMALLEST_SPOOLED", 1)


def built(site: Path, output: Path) -> dict[str, bytes]:
    """The files of a build in this process."""
    build_site(site, output=output, as_of=NOON, options=BuildOptions(executor="serial"))
    return read_files(output)


def begun() -> Spool:
    """A spool for a large site."""
    spool = Spool()
    spool.begin(SMALLEST_SPOOLED)
    return spool


def refusing(*_arguments: object, **_more: object) -> None:
    """There is no room on the disk."""
    raise OSError(errno.ENOSPC, "No space left on device")


def test_what_was_put_in_comes_out() -> None:
    """Each part by itself, in any order, and empty ones too."""
    contents = [b"one", b"", bytes(range(256)) * 1000, b"one"]
    with begun() as spool:
        kept = [spool.put(content) for content in contents]
        assert all(isinstance(one, SpooledFile) for one in kept)
        assert [unspooled(one) for one in reversed(kept)] == contents[::-1]


def test_a_small_site_stays_in_memory() -> None:
    """Most sites are small: nothing of them waits anywhere."""
    with Spool() as spool:
        spool.begin(SMALLEST_SPOOLED - 1)
        assert spool.put(b"a page") == b"a page"


def test_nobody_else_can_find_what_waits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The file has no name while it is there, so nothing is left of a build that is killed."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    with begun() as spool:
        waiting = spool.put(b"a page")
        assert not list(tmp_path.iterdir())
    with pytest.raises(OSError, match="descriptor"):
        unspooled(waiting)


@pytest.mark.parametrize("at", ["tempfile.TemporaryFile", "os.pwrite"])
def test_without_room_pages_stay_in_memory(monkeypatch: pytest.MonkeyPatch, at: str) -> None:
    """A full disk for temporary files stops no build that has memory enough."""
    monkeypatch.setattr(at, refusing)
    with begun() as spool:
        assert spool.put(b"a page") == b"a page"


def test_half_a_page_is_no_page(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the disk is full in the middle of a page, all of it stays in memory."""
    writing = os.pwrite
    monkeypatch.setattr(os, "pwrite", lambda file, data, at: writing(file, data[:2], at))
    with begun() as spool:
        assert spool.put(b"a page") == b"a page"


@pytest.mark.slow
def test_the_site_is_the_same(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    """Whether it is new, built upon itself without a cache, or changed in one page."""
    site = put(tmp_path / "site", STORIES)
    whole = built(site, tmp_path / "memory")
    request.getfixturevalue("spooling")
    assert built(site, tmp_path / "disk") == whole
    for _ in range(2):
        (site / ".byleave/memo.sqlite").unlink()
        assert built(site, tmp_path / "disk") == whole
        (tmp_path / "disk/stories/1/index.html").write_bytes(b"another page")


@pytest.mark.slow
@pytest.mark.usefixtures("spooling")
def test_a_guarded_name_is_found_in_what_waits(tmp_path: Path) -> None:
    """Also one that nobody wrote down, but that stands on the page."""
    foot = {"site_src/look/templates/foot.html": "<footer>{{ 'Qwyn' ~ 'neth' }}</footer>"}
    site = guarding.site_with(tmp_path, {**STORIES, **foot}, "Qwynneth")
    with pytest.raises(SiteError):
        guarding.built(site)
    assert not (tmp_path / "public").exists()
