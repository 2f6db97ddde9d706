"""A command finds the site that it is in."""

from pathlib import Path

import pytest

from tests.cli.running import run
from tests.read.folders import put, story


def test_a_site_in_a_folder_above_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever has just edited a story is in its folder."""
    site = put(tmp_path, {"stories/deep/a.md": story()})
    monkeypatch.chdir(site / "stories/deep")
    said = run("check", "--as-of", "2026-06-01")
    assert said.code == 0
    assert f"the site is in a folder above: {site}" in said.err


def test_a_folder_that_is_named_is_taken_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody who says where is not sent elsewhere."""
    site = put(tmp_path, {"stories/deep/a.md": story()})
    monkeypatch.chdir(site / "stories")
    said = run("check", "--site", ".")
    assert said.code == 3
    assert "no-site" in said.err
