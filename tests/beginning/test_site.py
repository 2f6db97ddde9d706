"""A site that is begun: it builds, says what it promises, and stands in nobody's way."""

import json
import os
import re
import shlex
import subprocess
from pathlib import Path
from typing import get_args

import pytest
import yaml

from byleave.beginning import site as beginning_of_a_site
from byleave.beginning.origin import Origin, origin_of
from byleave.cli.new.kinds import zone_here
from byleave.model.settings import Host
from tests.beginning.trying import FETCHED, a_site, files, new_site
from tests.cli.running import build, run
from tests.permission.sites import git

QUESTIONS = ["called?", "language", "how?", "Where will it be?", "pictures?"]
ANSWERS = "Voices of Tanner Street\n\nRuth at the desk, 01632 960199\n\n\n"
ADDRESS = "https://code.example.org/byleave.git"


def built(site: Path, folder: Path) -> str:
    """What a build says, which has nothing to say of what is wrong."""
    said = build(site, folder, "--strict")
    assert (said.code, said.err) == (0, ""), said.all
    return said.out


@pytest.mark.parametrize("language", ["en-GB", "cy"])
@pytest.mark.parametrize("pictures", ["--pictures", "--no-pictures"])
def test_it_builds_without_a_warning(tmp_path: Path, language: str, pictures: str) -> None:
    """What somebody begins with is right, whichever language they write in."""
    site = a_site(tmp_path / "site", "--language", language, pictures)
    assert "no stories published, 1 draft" in built(site, tmp_path / "public")


@pytest.mark.parametrize("language", ["pl", "ar"])
def test_it_builds_in_any_language(tmp_path: Path, language: str) -> None:
    """It is said that our own words are English ones, and our texts are marked as English."""
    said = new_site(tmp_path / "site", "--language", language)
    assert "English" in said.out
    found = build(tmp_path / "site", tmp_path / "public")
    assert "1 warning; no stories published, 1 draft" in found.out
    assert "no-catalogue" in found.err
    for path in ("site_src/pages/how-we-ask.md", "stories/a-draft/index.md"):
        assert "\nlanguage: en-GB\n" in (tmp_path / "site" / path).read_text()


@pytest.mark.parametrize("host", get_args(Host))
def test_it_builds_for_every_host(tmp_path: Path, host: str) -> None:
    """The files of the host are there with the address and commit of the Byleave to build with."""
    site = a_site(tmp_path / "site", "--host", host, *FETCHED)
    built(site, tmp_path / "public")
    script = (site / "build.sh").read_text()
    assert f"git clone --quiet {ADDRESS}" in script
    assert "0123abc" in script
    written = b"".join(files(site).values())
    assert b"BYLEAVE_" not in written
    assert yaml.safe_load((site / "site_src/site.yaml").read_text())["host"] == host


@pytest.mark.slow
def test_each_workflow_is_one(tmp_path: Path) -> None:
    """What a host cannot read builds nothing, and nobody notices before somebody withdraws."""
    for host in get_args(Host):
        site = a_site(tmp_path / host, "--host", host, *FETCHED)
        for path in (site / ".github/workflows").glob("*.yml"):
            assert {"name", "jobs"} <= yaml.safe_load(path.read_text()).keys()
    gitlab = yaml.safe_load((tmp_path / "gitlab-pages/.gitlab-ci.yml").read_text())
    assert gitlab["pages"]["artifacts"]["paths"] == ["public"]


@pytest.mark.usefixtures("somebody")
def test_five_things_are_asked(tmp_path: Path) -> None:
    """Who can write a letter can begin a site: five questions, and none about files."""
    said = run("new", "site", tmp_path / "site", said=ANSWERS)
    assert said.code == 0, said.all
    places = [said.out.index(words) for words in QUESTIONS]
    assert places == sorted(places)
    assert said.out.count("?") == len(QUESTIONS) + said.out.count("Is it not so?")
    settings = yaml.load((tmp_path / "site/site_src/site.yaml").read_text(), yaml.BaseLoader)  # noqa: S506 - text alone
    assert settings["permission"] == {
        "person": "Ruth at the desk",
        "within": "two working days",
        "telephone": "01632 960199",
    }
    built(tmp_path / "site", tmp_path / "public")


@pytest.mark.parametrize(
    ("answers", "again"),
    [
        ("\nA name\n\nRuth, 01632 960199\n\n\n", "called?"),
        ("A name\nGibberishish\ncy\nRuth, 01632 960199\n\n\n", "language"),
        ("A name\n\nRuth\nRuth, ruth@example.org\n\n\n", "how?"),
        ("A name\n\n, 01632 960199\nRuth, 01632 960199\n\n\n", "how?"),
        ("A name\n\nRuth, 01632 960199\nsomewhere\nnetlify\n\n", "Where will it be?"),
    ],
)
@pytest.mark.usefixtures("somebody")
def test_what_is_no_answer_is_asked_again(tmp_path: Path, answers: str, again: str) -> None:
    """A slip of the hand costs one line, and not all of the answers."""
    said = run("new", "site", tmp_path / "site", said=answers)
    assert said.code == 0, said.all
    assert said.out.count(again) == 2


@pytest.mark.parametrize(
    ("said", "url", "host"),
    [
        ("https://group.github.io/", "https://group.github.io/", "github-pages"),
        ("https://stories.example.org/", "https://stories.example.org/", None),
        ("GitHub-Pages", "https://example.org/", "github-pages"),
        ("", "https://example.org/", None),
    ],
)
@pytest.mark.usefixtures("somebody")
def test_where_it_will_be(tmp_path: Path, said: str, url: str, host: str | None) -> None:
    """An address tells the host, and a host its address, once it publishes."""
    answers = f"A name\n\nRuth, 01632 960199\n{said}\n\n"
    assert run("new", "site", tmp_path / "site", said=answers).code == 0
    settings = yaml.safe_load((tmp_path / "site/site_src/site.yaml").read_text())
    assert (settings["url"], settings.get("host")) == (url, host)


@pytest.mark.parametrize("missing", ["--name", "--person", "--telephone"])
def test_nobody_is_asked_where_nobody_is(tmp_path: Path, missing: str) -> None:
    """A script gets an error that names the option, and does not wait for ever."""
    given = {"--name": "A name", "--person": "Ruth", "--telephone": "01632 960199"}
    del given[missing]
    words = [word for pair in given.items() for word in pair]
    said = run("new", "site", tmp_path / "site", *words)
    assert said.code == 2
    assert missing in said.err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("content", ["a file", "a folder", "a hidden file"])
def test_nothing_is_overwritten(tmp_path: Path, content: str) -> None:
    """What is in the folder stays as it is, and nothing comes to lie beside it."""
    site = tmp_path / "site"
    inside = (
        site / {"a file": "notes.md", "a folder": "stories/mine", "a hidden file": ".x"}[content]
    )
    inside.parent.mkdir(parents=True)
    inside.write_text("mine")
    said = new_site(site)
    assert said.code == 3
    assert "there already" in said.err
    assert files(tmp_path) == {inside.relative_to(tmp_path).as_posix(): b"mine"}


def test_what_to_type_next_can_be_typed(tmp_path: Path) -> None:
    """A folder with a space in its name is one word for a shell."""
    said = new_site(tmp_path / "our site")
    line = next(line for line in said.out.splitlines() if line.startswith("  cd "))
    assert shlex.split(line) == ["cd", str(tmp_path / "our site")]


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    """A slip of the hand does not cost somebody a file."""
    (tmp_path / "site").write_text("mine")
    assert new_site(tmp_path / "site").code == 3
    assert files(tmp_path) == {"site": b"mine"}


def test_an_empty_folder_is_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody made a folder first and is in it; it stays the folder that it is."""
    here = tmp_path / "here"
    here.mkdir()
    number = here.stat().st_ino
    monkeypatch.chdir(here)
    a_site(Path())
    assert here.stat().st_ino == number
    built(here, tmp_path / "public")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["here", "public"]


@pytest.mark.usefixtures("somebody")
def test_an_interruption_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C, at a question and while files are written: as if nobody had begun."""

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    assert run("new", "site", tmp_path / "deep/site", said="A name\n").code == 3
    monkeypatch.setattr(beginning_of_a_site, "put", interrupted)
    assert run("new", "site", tmp_path / "deep/site", said=ANSWERS).code == 130
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_where_nobody_may_write(tmp_path: Path) -> None:
    """It is said which folder, and there is no traceback."""
    tmp_path.chmod(0o500)
    said = new_site(tmp_path / "site")
    tmp_path.chmod(0o700)
    assert said.code == 3
    assert "nothing was written" in said.err


def test_it_is_a_repository(tmp_path: Path) -> None:
    """What is built never gets into it, and two people's lists of records are joined."""
    site = a_site(tmp_path / "site")
    built(site, tmp_path / "public")
    for name in ("public", ".byleave", "permission-forms"):
        (site / name).mkdir(exist_ok=True)
        (site / name / "index.html").write_text("what is built")
    git(site, "add", "-A")
    listed = subprocess.run(["git", "-C", site, "ls-files"], capture_output=True, check=True)
    names = listed.stdout.decode().split()
    assert "site_src/site.yaml" in names
    assert not [one for one in names if one.endswith("index.html")]
    said = subprocess.run(
        ["git", "-C", site, "check-attr", "merge", "site_src/records.tsv"],
        capture_output=True,
        check=True,
    )
    assert said.stdout.decode().strip().endswith("merge: union")


def test_without_git_it_is_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever has no git yet gets all the rest, and is told."""
    monkeypatch.setattr(beginning_of_a_site, "answer", lambda *_: None)
    said = new_site(tmp_path / "site")
    assert said.code == 0
    assert "git init" in said.out
    built(tmp_path / "site", tmp_path / "public")


def test_without_an_address_of_byleave_no_script_is_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A script with a blank in it would build nothing, and look as if it did."""
    monkeypatch.setattr("byleave.cli.new.site.own_origin", lambda: None)
    said = new_site(tmp_path / "site", "--host", "netlify")
    assert said.code == 0
    assert "Publish every day" in said.out
    assert "build.sh" not in files(tmp_path / "site")


COMMIT = "0" * 40


@pytest.mark.parametrize(
    ("noted", "origin"),
    [
        ({"url": ADDRESS, "vcs_info": {"vcs": "git", "commit_id": COMMIT}}, ADDRESS),
        (
            {"url": f"https://me:secret@{ADDRESS[8:]}", "vcs_info": {"commit_id": COMMIT}},
            ADDRESS,
        ),
        ({"url": "ssh://git@code.example.org/b", "vcs_info": {"commit_id": COMMIT}}, None),
        ({"url": "file:///wheels/byleave.whl", "archive_info": {}}, None),
    ],
)
def test_where_byleave_is_from(noted: dict[str, object], origin: str | None) -> None:
    """A host can fetch it there, and nobody's password goes into a repository."""
    found = origin_of(noted)
    assert found == (Origin(address=origin, commit=COMMIT) if origin else None)


def test_a_checkout_that_was_sent(tmp_path: Path) -> None:
    """Whoever works from a clone builds with the commit that they have tried, if others have it."""
    who = ("-c", "user.name=Tilda", "-c", "user.email=tilda@lea.example.org")
    git(tmp_path, "init", "-q", "-b", "main")
    git(tmp_path, *who, "commit", "-q", "--allow-empty", "-m", "First")
    git(tmp_path, "remote", "add", "origin", ADDRESS)
    noted = {"url": tmp_path.as_uri(), "dir_info": {"editable": True}}
    assert origin_of(noted) is None
    git(tmp_path, "update-ref", "refs/remotes/origin/main", "HEAD")
    found = origin_of(noted)
    assert found is not None
    assert found.address == ADDRESS
    assert len(found.commit) == len(COMMIT)


def test_an_editor_knows_the_settings(tmp_path: Path) -> None:
    """The schema is there where the settings of the editor say, and each of them can be read."""
    site = a_site(tmp_path / "site")
    for path in (site / ".vscode").iterdir():
        json.loads(path.read_text())
    (schema,) = json.loads((site / ".vscode/settings.json").read_text())["yaml.schemas"]
    assert json.loads((site / schema).read_text())["title"] == "Settings of a site"


def test_an_editor_shows_where_a_finding_is(tmp_path: Path) -> None:
    """What `byleave check` says is read by the editor: file, line, column, and what is wrong."""
    site = a_site(tmp_path / "site")
    tasks = json.loads((site / ".vscode/tasks.json").read_text())["tasks"]
    pattern = tasks[0]["problemMatcher"]["pattern"][0]
    (site / "stories/slip.md").write_text("---\ntittle: A slip\n---\n")
    said = run("check", "--site", site, "--verbose")
    found = re.search(pattern["regexp"], said.err, re.M)
    assert found, said.err
    place = [found[pattern[part]] for part in ("file", "line", "column", "severity", "code")]
    assert place == ["stories/slip.md", "2", "1", "error", "unknown-key"]


@pytest.mark.parametrize(
    ("link", "zone"),
    [
        ("/usr/share/zoneinfo/Europe/Dublin", "Europe/Dublin"),
        ("/usr/share/zoneinfo/Etc/UTC", None),
        ("/usr/share/zoneinfo/UTC", None),
        ("/nowhere", None),
    ],
)
def test_the_time_zone_of_a_machine(tmp_path: Path, link: str, zone: str | None) -> None:
    """A group's days begin where it is, if its machine says so."""
    (tmp_path / "localtime").symlink_to(link)
    assert zone_here(tmp_path / "localtime") == zone
