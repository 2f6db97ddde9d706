"""What is never brought to a server: half a site, that of another day, or to a place that is none.

Nothing here needs a server, nor rsync.
"""

import os
from pathlib import Path

import pytest

from byleave.delivering.last_build import changed_since, last_build
from byleave.delivering.target import NoTargetError, target_of
from tests.beginning.trying import a_site
from tests.cli.running import Said, run

YEARS_TO_COME = "2099-01-01"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site that was built today."""
    made = a_site(tmp_path / "site", "--no-pictures")
    assert run("build", "--site", made).code == 0
    return made


def published(site: Path, *words: str | Path) -> Said:
    """What is said where it would go to a folder of this machine."""
    return run("publish", "--site", site, "--to", site.parent / "server", *words)


def refused(site: Path, why: str, *words: str | Path) -> None:
    """Nothing was done, and it is said why."""
    said = published(site, *words)
    assert (said.code, why in said.err) == (3, True), said.all
    assert not (site.parent / "server").exists()


def test_where_nothing_was_built(tmp_path: Path) -> None:
    """There may be a folder public/ from who knows when."""
    made = a_site(tmp_path / "site", "--no-pictures")
    refused(made, "or there was none")


def test_where_the_last_build_wrote_nothing(site: Path) -> None:
    """What lies in public/ is yesterday's, with whoever withdrew since."""
    (site / "stories/slip.md").write_text("---\ntittle: A slip\n---\n", "utf-8")
    assert run("build", "--site", site, "--strict").code == 3
    refused(site, "did not come to its end")
    assert run("build", "--site", site).code == 1
    built = last_build(site)
    assert built is not None
    assert built.exit_code == 1


@pytest.mark.parametrize("setting", ["tagline: [", "nonsense: x"])
def test_where_the_settings_stop_the_build(site: Path, setting: str) -> None:
    """Also with a fault that keeps the settings from being read."""
    with (site / "site_src/site.yaml").open("a", encoding="utf-8") as stream:
        stream.write(f"{setting}\n")
    assert run("build", "--site", site).code == 3
    assert published(site).code == 3
    assert not (site.parent / "server").exists()


def test_where_a_build_is_at_work(site: Path) -> None:
    """Or was killed: what it was making lies there."""
    (site / "public/.byleave-tmp").mkdir()
    refused(site, "build again")


def test_where_it_was_built_for_another_day(site: Path) -> None:
    """Somebody may have permission until today, or from another day on."""
    assert run("build", "--site", site, "--as-of", YEARS_TO_COME).code == 0
    refused(site, YEARS_TO_COME)


@pytest.mark.parametrize("path", ["stories/a-draft.md", "site_src/records.tsv", "themes/new.md"])
def test_where_something_was_changed_since(site: Path, path: str) -> None:
    """It may be that somebody withdrew."""
    (site / path).parent.mkdir(exist_ok=True)
    with (site / path).open("a", encoding="utf-8") as stream:
        stream.write("\n")
    refused(site, "after the site was built")


def test_where_an_older_file_was_put_over_another(site: Path) -> None:
    """A copy may bring its own time, and in it somebody may have withdrawn."""
    path = site / "stories/slip.md"
    path.write_text("---\ntitle: A slip\n---\n", "utf-8")
    assert run("build", "--site", site).code in {0, 1}
    built = last_build(site)
    assert built is not None
    assert changed_since(site, built.began) == ""
    old = path.stat().st_mtime_ns
    path.write_text("---\ntitle: A gap\n---\n", "utf-8")
    os.utime(path, ns=(old, old))
    refused(site, "stories/slip.md was changed after the site was built")


def test_where_another_folder_is_meant(site: Path) -> None:
    """The last build was into another one, or this was built and then changed by hand."""
    (site.parent / "other").mkdir()
    refused(site, "was not into", "--from", site.parent / "other")
    (site / "public/more.html").write_text("More.", "utf-8")
    refused(site, "more.html")
    (site / "public/more.html").unlink()
    (site / "public/.byleave").unlink()
    refused(site, "did not make")


def test_where_a_program_is_missing(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is called by its name, with what to do."""
    monkeypatch.setenv("PATH", str(site))
    refused(site, "rsync is not installed")


def test_where_nobody_says_where_to(site: Path) -> None:
    """Both ways to say it are named."""
    said = run("publish", "--site", site)
    assert (said.code, "--to" in said.err, "`server`" in said.err) == (2, True, True)
    with (site / "site_src/site.yaml").open("a", encoding="utf-8") as stream:
        stream.write('server: "nowhere"\n')
    run("build", "--site", site)
    said = run("publish", "--site", site)
    assert (said.code, "server" in said.err) == (2, True)


@pytest.mark.parametrize(
    ("said", "host", "folder"),
    [
        ("web@lea.example.org:/web/lea/", "web@lea.example.org", "/web/lea"),
        ("lea:sites/lea", "lea", "sites/lea"),
        ("web@[::1]:/web/lea", "web@[::1]", "/web/lea"),
        ("/web/a lea", None, "/web/a lea"),
    ],
)
def test_a_place_to_bring_it_to(said: str, host: str | None, folder: str) -> None:
    """As ssh and rsync write it."""
    found = target_of(said)
    assert (found.host, found.folder) == (host, folder)


@pytest.mark.parametrize(
    "said",
    ["", "/", "lea:", "lea:/", "lea:.", "lea:~", "public", "lea:a/../..", "-e x:/web", "lea:-x",
     "-oProxyCommand=x:/web", "lea::module", "rsync://lea/module", "lea:/web\n/x"],
)  # fmt: skip
def test_no_place_to_bring_it_to(said: str) -> None:
    """A whole disk, somebody's home, and what rsync or ssh would take for an option."""
    with pytest.raises(NoTargetError):
        target_of(said)
