"""Looks before a commit, by pre-commit itself: what is wrong is not kept, and who leaves is."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from byleave.sharing.sending import Sent, send
from tests.architecture.sources import REPOSITORY
from tests.docs.pages import DOCS, fences
from tests.read.folders import YES, put, story, voice
from tests.sharing.repositories import git, shared

pytestmark = [pytest.mark.slow, pytest.mark.tools]

PROGRAMS = Path(sys.executable).parent
PAGE = DOCS / "how-to/check-before-you-keep.md"
HOOKS = ".pre-commit-hooks.yaml"
SHED = "stories/shed.md"
SOUND = story("Plums.\n", voice("sam", "Sam", part="author"))
LEFT = SOUND.replace(YES, YES.replace("}", ", withdrawn: 2026-05-05}"))
MARKS = "<<<<<<< yours\nPlums.\n=======\nPears.\n>>>>>>> theirs\n"


def pre_commit(folder: Path, *words: str) -> "subprocess.CompletedProcess[str]":
    """What pre-commit says in a repository."""
    command = [str(PROGRAMS / "pre-commit"), *words]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


@pytest.fixture
def copies(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, Path]:
    """A site with the looks that the page says, and the repository to which it is sent.

    They come from a repository as they are here; the command is the one of these tests, since
    pre-commit would fetch all that it needs for another.
    """
    monkeypatch.setenv("PRE_COMMIT_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("PATH", str(PROGRAMS), prepend=os.pathsep)
    looks = tmp_path / "byleave"
    looks.mkdir()
    git(looks, "init", "-q")
    put_text(looks / HOOKS, (REPOSITORY / HOOKS).read_text("utf-8"))
    git(looks, "add", "-A")
    who = ("-c", "user.name=Tilda", "-c", "user.email=tilda@lea.example.org")
    git(looks, *who, "commit", "-q", "-m", "Looks")
    (fence,) = (one for one in fences(PAGE) if one.example_of == "pre-commit")
    settings = yaml.safe_load(fence.text)
    (found,) = settings["repos"]
    found |= {"repo": str(looks), "rev": git(looks, "rev-parse", "HEAD").strip()}
    for hook in found["hooks"]:
        if hook["id"] != "byleave-merge-marks":
            hook["language"] = "system"
    found["hooks"] = [one for one in found["hooks"] if one["id"] != "byleave-guard"]
    bare, one, _ = shared(
        tmp_path, {SHED: SOUND, ".pre-commit-config.yaml": yaml.safe_dump(settings)}
    )
    assert pre_commit(one, "install").returncode == 0
    return bare, one


def put_text(place: Path, text: str) -> None:
    """Write a file."""
    place.write_text(text, "utf-8")


def test_the_looks_are_what_pre_commit_reads() -> None:
    """By its own schema."""
    done = pre_commit(REPOSITORY, "validate-manifest", HOOKS)
    assert done.returncode == 0, done.stdout


def kept(folder: Path, *more: str) -> bool:
    """Whether git commits what there is."""
    git(folder, "add", "-A")
    command = ["git", "commit", "-q", "-m", "Change", *more]
    return subprocess.run(command, cwd=folder, capture_output=True, check=False).returncode == 0


def test_what_is_wrong_is_not_kept(copies: tuple[Path, Path]) -> None:
    """An error, and marks of a merge wherever they stand; what is sound is."""
    _, one = copies
    put(one, {"stories/slip.md": "---\ntittle: A slip\n---\n"})
    assert not kept(one)
    (one / "stories/slip.md").unlink()
    put(one, {"site_src/records.tsv": MARKS})
    assert not kept(one)
    (one / "site_src/records.tsv").unlink()
    put(one, {SHED: SOUND.replace("Plums.", "Pears.")})
    assert kept(one)


def test_who_leaves_waits_for_no_look(copies: tuple[Path, Path]) -> None:
    """By hand as the page says, and from the desk."""
    bare, one = copies
    put(one, {"stories/slip.md": "---\ntittle: A slip\n---\n", SHED: LEFT})
    assert not kept(one)
    found = send(one)
    assert (found.how, found.has_stopped) == ("other", True)
    assert "closed" in git(bare, "show", "main:site_src/records.tsv")
    assert kept(one, "--no-verify")
    assert send(one) == Sent(how="sent")
