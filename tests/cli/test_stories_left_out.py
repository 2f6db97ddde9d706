"""A site folder without its stories empties no site that nobody meant to empty."""

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.cli.running import build, run
from tests.permission.sites import commit
from tests.read.folders import put, story, voice

TILDA = voice("tilda", "Tilda", part="author")
FILES = {f"stories/n{number}.md": story("Words.\n", TILDA) for number in range(12)}
# So many that most pages are theirs, and not the group's.
MORE = {f"stories/n{number}.md": story("Words.\n", TILDA) for number in range(30)}


def test_a_checkout_without_stories_is_built_by_nobody(tmp_path: Path) -> None:
    """A checkout of a part of the repository emptied a site, and a script published that."""
    subprocess.run(["git", "init", "-q", str(tmp_path / "site")], check=True)
    site = put(tmp_path / "site", FILES)
    commit(site)
    assert build(site, tmp_path / "public").code == 0
    shutil.rmtree(site / "stories")
    said = build(site, tmp_path / "public")
    assert said.code == 3
    assert "error[stories-left-out]" in said.err
    assert "git knows of 12 stories" in said.err
    assert (tmp_path / "public" / "stories" / "n1" / "index.html").exists()


LEFT_OUT = {
    "a part of the stories": ("/*\n!/stories/*/\n", "stories/2024/old.md", "1 of them"),
    "the list of records": ("/*\n!/site_src/records.tsv\n", "site_src/records.tsv", "0 of them"),
    "themes": ("/*\n!/themes/\n", "themes/tea.md", "0 of them"),
}


@pytest.mark.parametrize(("patterns", "path", "said"), LEFT_OUT.values(), ids=LEFT_OUT)
def test_a_checkout_of_a_part_is_built_by_nobody(
    tmp_path: Path, patterns: str, path: str, said: str
) -> None:
    """The rest would be gone from the site; without the list, somebody would come back."""
    files = {
        "stories/2024/old.md": story("Words.\n", TILDA, title="Old"),
        "themes/tea.md": "---\ntitle: Tea\n---\n",
        "site_src/records.tsv": "R-1\topen\t2026-01-01\tstories/n0.md\tstories/n1.md\n",
    }
    site = put(tmp_path / "site", {**FILES, **files})
    git = ["git", "-C", str(site)]
    subprocess.run(["git", "init", "-q", str(site)], check=True)
    commit(site)
    chosen = [*git, "sparse-checkout", "set", "--no-cone", "--stdin"]
    subprocess.run(chosen, input=patterns.encode(), check=True)
    assert not (site / path).exists()
    told = build(site, tmp_path / "public")
    assert told.code == 3
    assert f"{path}:1:1: error[stories-left-out]" in told.err
    assert said in told.err


def test_a_whole_checkout_is_built_whatever_it_was_before(tmp_path: Path) -> None:
    """What was left out once is there again."""
    site = put(tmp_path / "site", FILES)
    subprocess.run(["git", "init", "-q", str(site)], check=True)
    commit(site)
    for words in (["set", "site_src"], ["disable"]):
        subprocess.run(["git", "-C", str(site), "sparse-checkout", *words], check=True)
    assert build(site, tmp_path / "public").code == 0


def test_without_git_it_is_a_site_without_stories(tmp_path: Path) -> None:
    """Where nothing says that there are some, none are meant; and that is said."""
    said = build(put(tmp_path / "site", {}), tmp_path / "public")
    assert said.code == 0
    assert "warning[no-stories]" in said.err
    assert "no-stories" in run("check", "--site", tmp_path / "site").err


@pytest.mark.slow
def test_a_build_that_takes_away_more_than_half_says_so_and_goes_on(tmp_path: Path) -> None:
    """Somebody may be waiting to be gone, or a disk may be half empty."""
    site, public = put(tmp_path / "site", MORE), tmp_path / "public"
    assert "more than half" not in build(site, public).all
    (site / "stories" / "n0.md").unlink()
    assert "more than half" not in build(site, public).all
    for number in range(1, 30):
        (site / "stories" / f"n{number}.md").unlink()
    said = build(site, public)
    assert said.code == 0
    assert "more than half" in said.err.splitlines()[-1]
    assert not (public / "stories" / "n1").exists()
