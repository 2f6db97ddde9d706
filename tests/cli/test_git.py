"""What is built gets into no repository unseen: git keeps what somebody withdraws later."""

import subprocess
from pathlib import Path

import pytest

import byleave.git
from byleave.git import taken_in
from tests.bad_input.trying import GOOD
from tests.cli.running import run
from tests.permission.sites import commit
from tests.read.folders import put


def built(site: Path) -> str:
    """What a build of `site` into its usual folder says of git."""
    said = run("build", "--site", site, "--executor", "serial")
    assert said.code == 0, said.all
    lines = said.err.splitlines()
    return "\n".join(line for line in lines if " git " in f" {line}" or ".gitignore" in line)


def repository(folder: Path, ignoring: str | None = None, site: str = ".") -> Path:
    """A site somewhere in a new repository, with that in the .gitignore at its top."""
    subprocess.run(["git", "init", "-q", str(folder)], check=True)
    if ignoring is not None:
        (folder / ".gitignore").write_text(ignoring, "utf-8")
    return put(folder / site, GOOD)


@pytest.mark.parametrize("ignoring", [None, "", "*.pyc\n/publications/\n", "public/*.html\n"])
def test_a_build_says_that_git_would_take_it_in(tmp_path: Path, ignoring: str | None) -> None:
    """With the line that keeps it out; each time, until somebody has written it."""
    site = repository(tmp_path, ignoring)
    said = built(site)
    assert "warning: git would take in public/" in said
    assert "add the line /public/ to .gitignore" in said
    assert built(site) == said
    with (site / ".gitignore").open("a", encoding="utf-8") as file:
        file.write("/public/\n")
    assert built(site) == ""


def test_the_line_is_for_the_top_of_the_repository(tmp_path: Path) -> None:
    """Where several sites are in one; and a name may have what is a sign in such a line."""
    site = repository(tmp_path, site="sites/lea [new]")
    assert "add the line /sites/lea \\[new\\]/public/ to .gitignore" in built(site)
    (tmp_path / ".gitignore").write_text("/sites/lea \\[new\\]/public/\n", "utf-8")
    assert built(site) == ""


IGNORED = [
    "public\n",
    "public/\n",
    "/public\n",
    "/public/  \n",
    "public/*\n",
    "**/public/\n",
    "p*c\n",
    "*\n!/stories\n",
    "# built\n\nbuild/\n/public/\n",
]


@pytest.mark.parametrize("ignoring", IGNORED)
def test_whatever_keeps_it_out_is_enough(tmp_path: Path, ignoring: str) -> None:
    """There are many ways to say so."""
    assert built(repository(tmp_path, ignoring)) == ""


def test_what_is_kept_out_elsewhere_is_out(tmp_path: Path) -> None:
    """In the site's own folder, in a folder above, or on this machine alone."""
    (own := repository(tmp_path / "own", site="lea")).joinpath(".gitignore").write_text("/public/")
    assert built(own) == ""
    assert built(repository(tmp_path / "above", "/sites/\n", "sites/lea")) == ""
    private = repository(tmp_path / "private")
    (private / ".git/info/exclude").write_text("/public/\n", "utf-8")
    assert built(private) == ""


def test_a_line_that_takes_it_back_counts(tmp_path: Path) -> None:
    """As git reads them, the last line decides."""
    assert "would take in public/" in built(repository(tmp_path, "/public/\n!/public/\n"))


def test_what_git_has_already_is_told(tmp_path: Path) -> None:
    """No line of .gitignore takes out what is in."""
    site = repository(tmp_path)
    built(site)
    commit(site)
    (site / ".gitignore").write_text("/public/\n", "utf-8")
    said = built(site)
    assert "warning: git has public/" in said
    assert "git rm -r --cached public" in said
    subprocess.run(["git", "-C", str(site), "rm", "-rq", "--cached", "public"], check=True)
    assert built(site) == ""


def test_where_there_is_no_repository_nothing_is_said(tmp_path: Path) -> None:
    """Nor where the output is one of its own, which is how some publish."""
    assert built(put(tmp_path / "plain", GOOD)) == ""
    site = repository(tmp_path / "own")
    built(site)
    subprocess.run(["git", "init", "-q", str(site / "public")], check=True)
    assert built(site) == ""


def test_git_is_not_started_for_what_files_say(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A build of an unchanged site takes little longer than to start a program."""
    site = repository(tmp_path, "/public/\n")

    def started(*_words: object) -> bytes:
        raise AssertionError("git was asked")

    monkeypatch.setattr(byleave.git, "answer", started)
    assert taken_in(site / "public", ("index.html",)) is None
