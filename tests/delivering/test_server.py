"""`byleave publish` to a real server: what went goes first, and nothing else is touched there."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from byleave.model.output import MARKER
from tests.beginning.trying import files
from tests.cli.running import Said, run
from tests.delivering.server import Server, running
from tests.read.folders import YES, put, story, voice

pytestmark = [pytest.mark.slow, pytest.mark.tools]

TOM = voice("tom", "Tom", part="author")
IDA = YES.replace("R-1", "R-9")
BOTH = story("::: voice ida\nPlums.\n:::\n", TOM, voice("ida", "Ida", IDA), title="The shed")
LEFT = BOTH.replace(IDA, IDA.replace("}", ", withdrawn: 2026-01-05}"))
SITE = {
    "stories/shed.md": BOTH,
    "stories/gate.md": story("The gate.\n", voice("ann", "Ann", part="author"), title="The gate"),
    "stories/path.md": story("The path.\n", TOM, title="The path"),
}
# rsync, and after it a picture of what is on the server: r-1, r-2, and so on.
WATCHED = """#!/bin/sh
number=$(ls "{pictures}" | wc -l)
if [ -n "$STOPPED_AT" ] && [ "$number" -ge "$STOPPED_AT" ]; then exit 20; fi
"{rsync}" "$@"
ended=$?
mkdir "{pictures}/$number"
cp -R "{there}/." "{pictures}/$number" 2>/dev/null
exit $ended
"""


class Publishing:
    """A site, a server, and the folder on it."""

    def __init__(self, folder: Path, server: Server) -> None:
        self.site = put(folder / "site", SITE)
        self.there = folder / "there" / "voices of lea"
        self.there.parent.mkdir()
        self.pictures = folder / "pictures"
        self.server = server

    def publish(self, *words: str | Path, code: int = 0, to: str = "", **env: str) -> Said:
        """Build and publish."""
        assert run("build", "--site", self.site).code == 0
        where = to or f"{self.server.who}:{self.there}"
        words = ("--site", self.site, "--to", where, "--ssh", self.server.ssh, *words)
        said = run("publish", *words, env=env)
        assert said.code == code, said.all
        return said

    def watched(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Let a picture be made of the server after everything that rsync does."""
        programs = self.site.parent / "programs"
        programs.mkdir()
        self.pictures.mkdir()
        rsync = programs / "rsync"
        real = shutil.which("rsync")
        text = WATCHED.format(rsync=real, pictures=self.pictures, there=self.there)
        rsync.write_text(text, "utf-8")
        rsync.chmod(0o755)
        monkeypatch.setenv("PATH", str(programs), prepend=":")

    def seen(self) -> list[dict[str, bytes]]:
        """What was on the server, from time to time."""
        numbered = sorted(self.pictures.iterdir(), key=lambda one: int(one.name))
        return [files(one) for one in numbered]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One for all of these tests."""
    with running(tmp_path_factory.mktemp("sshd")) as found:
        yield found


@pytest.fixture
def at(tmp_path: Path, server: Server) -> Publishing:
    """A site that was never published."""
    return Publishing(tmp_path, server)


def test_the_server_has_what_was_built_and_then_what_is_left(at: Publishing) -> None:
    """A withdrawal is gone byte for byte; and nothing is sent that is there already."""
    assert "new, at" in at.publish().out
    assert files(at.there) == files(at.site / "public")
    assert "nothing had changed" in at.publish().out
    put(at.site, {"stories/shed.md": LEFT})
    would = at.publish("--dry-run", "--verbose").out
    assert "would be" in would
    assert "changed: stories/shed/index.html" in would
    assert b"Plums" in files(at.there)["stories/shed/index.html"]
    assert "changed" in at.publish().out
    assert files(at.there) == files(at.site / "public")
    assert not [one for one in files(at.there).values() if b"Ida" in one]


def test_what_goes_goes_before_all_else(at: Publishing, monkeypatch: pytest.MonkeyPatch) -> None:
    """Deletions, then changed pages, then new ones, however slow the line is."""
    at.publish()
    put(at.site, {"stories/shed.md": LEFT, "stories/new.md": SITE["stories/path.md"]})
    (at.site / "stories/gate.md").unlink()
    at.watched(monkeypatch)
    at.publish()
    gate, shed, new = (f"stories/{name}/index.html" for name in ("gate", "shed", "new"))
    gone = [gate not in one for one in at.seen()]
    changed = [b"Ida" not in one[shed] for one in at.seen()]
    there = [new in one for one in at.seen()]
    assert all(states == sorted(states) for states in (gone, changed, there))
    assert sum(gone) > sum(changed) > sum(there) > 0


@pytest.mark.parametrize("stopped_at", ["2", "3", "4", "5"])
def test_who_stops_it_completes_it_the_next_time(
    at: Publishing, monkeypatch: pytest.MonkeyPatch, stopped_at: str
) -> None:
    """What was brought there already is known as ours, whenever it was."""
    at.publish()
    put(at.site, {"stories/shed.md": LEFT, "stories/new.md": SITE["stories/path.md"]})
    (at.site / "stories/gate.md").unlink()
    at.watched(monkeypatch)
    at.publish(code=3, STOPPED_AT=stopped_at)
    at.publish(STOPPED_AT="")
    assert files(at.there) == files(at.site / "public")


def test_what_is_not_ours_stays(at: Publishing) -> None:
    """Beside the site and within it, whatever it is called; links are not followed."""
    at.publish()
    outside = put(at.site.parent / "outside", {"a.txt": "a"})
    kept = {
        ".htaccess": b"x",
        ".well-known/acme-challenge/token": b"x",
        "stories/[a]*?.txt": b"x",
        "stories/a\\b.txt": b"x",
        "stories/ÿ é.txt": b"x",
        "stories/shed/.index.html.swp": b"x",
    }
    put(at.there, kept)
    (at.there / "site_src").mkdir(exist_ok=True)
    shutil.rmtree(at.there / "site_src")
    (at.there / "linked").symlink_to(outside)
    half = "stories/gate/.index.html.Ab12Cd"
    put(at.there, {half: b"Half a page"})
    (at.site / "stories/gate.md").unlink()
    shutil.rmtree(at.there / "site_src")
    at.publish()
    assert files(at.there).keys() - files(at.site / "public").keys() >= kept.keys()
    assert half not in files(at.there)
    assert (at.there / "linked").is_symlink()
    assert (outside / "a.txt").is_file()
    assert (at.there.parent / "voices of lea").is_dir()


def test_folders_in_which_nothing_is_ours_stay(at: Publishing) -> None:
    """A host's logs, and what a certificate waits for; what was ours alone goes with its folder."""
    kept = (
        "logs",
        "stories/.well-known/acme-challenge",
        "stories/gate/[a]*?",
        "stories/shed/mine",
    )
    for folder in kept:
        (at.there / folder).mkdir(parents=True)
    at.publish()
    (at.site / "stories/gate.md").unlink()
    (at.site / "stories/path.md").unlink()
    at.publish()
    assert [folder for folder in kept if not (at.there / folder).is_dir()] == []
    assert not (at.there / "stories/gate/index.html").exists()
    assert not (at.there / "stories/path").exists()


def test_an_empty_folder_of_a_page_that_went_goes_the_next_time(at: Publishing) -> None:
    """Its name may be somebody's, and this may have been stopped before the folder went."""
    at.publish()
    (at.there / "stories/gate/index.html").unlink()
    (at.site / "stories/gate.md").unlink()
    at.publish()
    assert not (at.there / "stories/gate").exists()


@pytest.mark.parametrize("name", ["backup", "oldone"])
def test_a_word_is_no_sign_of_half_a_file(at: Publishing, name: str) -> None:
    """Somebody's copy beside a page, which has six letters at its end."""
    at.publish()
    mine = f"stories/gate/.index.html.{name}"
    put(at.there, {mine: b"Mine."})
    at.publish()
    assert mine in files(at.there)


def test_a_folder_of_somebody_elses_is_no_place_for_a_file(at: Publishing) -> None:
    """It is named before anything is done."""
    (at.there / "humans.txt").mkdir(parents=True)
    put(at.site, {"site_src/root/humans.txt": "Lea.\n"})
    said = at.publish(code=3)
    assert "humans.txt is not from Byleave" in said.err
    assert not files(at.there)


def test_a_folder_with_other_things_in_it_is_refused(at: Publishing) -> None:
    """Somebody's home, or another site: nothing is added and nothing is taken away."""
    put(at.there, {"index.html": "Another site."})
    before = files(at.there)
    said = at.publish(code=3)
    assert "did not bring there" in said.err
    assert files(at.there) == before
    put(at.there, {MARKER: "Something else.\n"})
    before = files(at.there)
    at.publish(code=3)
    assert files(at.there) == before


def test_a_file_of_somebody_elses_is_not_written_over(at: Publishing) -> None:
    """It is named, so that one of the two can be called otherwise."""
    at.publish()
    put(at.there, {"stories/new/index.html": "Mine."})
    put(at.site, {"stories/new.md": SITE["stories/path.md"]})
    assert "stories/new/index.html" in at.publish(code=3).err


def test_what_cannot_be_reached_is_said(at: Publishing, server: Server) -> None:
    """A server that is not there, one that lets nobody in, and a folder above that is missing."""
    nobody = at.server.ssh.replace("-i ", "-i /nowhere/")
    for ssh, to, why in (
        ("ssh -F none -p 1 -o ConnectTimeout=5", "", "could not be reached"),
        (nobody, "", "did not let you in"),
        ("no-such-program", "", "no-such-program is not installed"),
        (server.ssh, f"{server.who}:{at.there.parent}/no/such", "the one above it"),
    ):
        at.server = Server(who=server.who, ssh=ssh)
        assert why in at.publish(code=3, to=to).err


def test_a_folder_of_this_machine_needs_no_ssh(at: Publishing) -> None:
    """Whoever builds on the server itself."""
    at.publish("--ssh", "no-such-program", to=str(at.there))
    assert files(at.there) == files(at.site / "public")


def test_pages_of_an_older_site_that_somebody_put_back_are_told(at: Publishing) -> None:
    """They are not known to be ours, and so nothing takes them away; their names tell who left."""
    at.publish(to=str(at.there))
    before = files(at.there)
    (at.site / "stories/shed.md").unlink()
    at.publish(to=str(at.there))
    for path, content in before.items():
        if not (at.there / path).exists():
            (at.there / path).parent.mkdir(parents=True, exist_ok=True)
            (at.there / path).write_bytes(content)
    said = at.publish(to=str(at.there)).all
    assert "more files stay among the pages there" in said
    assert "shed" not in said
    assert "stays: stories/shed/index.html" in at.publish("--verbose", to=str(at.there)).all
