"""The order of a build's changes to the disk: what protects people comes first."""

import json
import subprocess
import sys
from pathlib import Path

from tests.write import one_build
from tests.write.folders import write


def changes(files: dict[str, str], folder: Path) -> list[str]:
    """Every change to the disk that writing makes, in its order."""
    command = [sys.executable, one_build.__file__, str(folder)]
    done = subprocess.run(
        command, input=json.dumps(files), capture_output=True, text=True, check=True
    )
    return done.stdout.splitlines()[1:]


def test_deletions_then_the_marker_then_changes_then_new_files(tmp_path: Path) -> None:
    """Withdrawn words go first; new files come last, and only once the marker knows them."""
    write({"a-old/page": b"1", "b-changed": b"1", "same": b"1", "z-old": b"1"}, tmp_path)
    texts = {"same": "1", "b-changed": "2", "a-new/page": "1", "z-new": "1"}
    made = changes(texts, tmp_path)
    assert [line for line in made if not line.startswith(("draft", "make-folder"))] == [
        "delete a-old/page",
        "delete z-old",
        "remove-folder a-old",
        "place .byleave",
        "place b-changed",
        "place a-new/page",
        "place z-new",
        "remove-folder .byleave-tmp",
    ]


def test_leftovers_of_a_stopped_build_go_before_anything_is_written(tmp_path: Path) -> None:
    """A temporary file may hold what was withdrawn since, so it counts among the deletions."""
    write({"a": b"1"}, tmp_path)
    (tmp_path / ".byleave-tmp").mkdir()
    (tmp_path / ".byleave-tmp/file").write_bytes(b"withdrawn since")
    made = changes({"a": "2"}, tmp_path)
    assert made[:2] == ["delete file", "remove-folder .byleave-tmp"]
    assert made[2] == "make-folder .byleave-tmp"


def test_only_drafts_are_opened_for_writing(tmp_path: Path) -> None:
    """No file that readers can see is ever written in place."""
    write({"changed": b"1"}, tmp_path)
    made = changes({"changed": "2", "new": "1"}, tmp_path)
    drafts = [line for line in made if line.startswith("draft")]
    assert drafts == ["draft .byleave-tmp/file"] * 3


def test_an_unchanged_site_changes_nothing(tmp_path: Path) -> None:
    """A second build of the same site makes no change to the disk at all."""
    write({"a": b"1", "b/c": b"1"}, tmp_path)
    assert changes({"a": "1", "b/c": "1"}, tmp_path) == []
