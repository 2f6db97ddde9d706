"""`byleave desk`: where it listens, what it keeps, and what it says when it cannot."""

from pathlib import Path

import pytest

from byleave.cli.private_state import state_folder
from byleave.preview import listening
from tests.cli.running import run
from tests.preview.sites import FILES
from tests.read.folders import put


def test_drafts_are_where_users_keep_state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As the XDG base directories say: an absolute path counts, and no other."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    assert state_folder() == tmp_path / "state" / "byleave"
    for said in ("", "state"):
        monkeypatch.setenv("XDG_STATE_HOME", said)
        assert state_folder() == tmp_path / ".local" / "state" / "byleave"


def test_it_says_why_it_cannot_begin(tmp_path: Path) -> None:
    """A port that is taken, and a folder in which there is no site."""
    site = put(tmp_path / "site", FILES)
    with listening(0) as taken:
        said = run("desk", "--site", site, "--port", str(taken.getsockname()[1]))
    assert (said.code, "is in use" in said.err) == (3, True)
    said = run("desk", "--site", tmp_path / "nothing", "--port", "0")
    assert said.code in (2, 3)
    (tmp_path / "empty").mkdir()
    said = run("desk", "--site", tmp_path / "empty", "--port", "0")
    assert (said.code, "there is no site here" in said.err) == (3, True)
