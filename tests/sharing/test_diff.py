"""`byleave diff`: what a change makes public and what it takes away, before anybody sends it."""

from pathlib import Path

import pytest

from byleave.preview import SiteInMemory
from byleave.read.media.facts import MediaFacts
from byleave.sharing.against_main import difference
from tests.cleaning.originals import photograph
from tests.cli.running import run
from tests.gate.sites import NOON
from tests.preview.sites import FILES
from tests.read.folders import WITHDRAWN, put, story, voice
from tests.sharing.repositories import shared

TOM = voice("tom", "Tom", part="author")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site that was sent, and of which nothing has changed since."""
    return shared(tmp_path, FILES)[1]


def said(site: Path, *words: str, code: int = 0) -> str:
    """What the command says of the site on a day of these tests."""
    done = run("diff", "--site", site, "--as-of", "2026-06-01", *words)
    assert done.code == code, done.all
    return done.out


@pytest.mark.slow
def test_what_nobody_changed_is_no_difference(site: Path) -> None:
    """Other dates of files, and files that are no part of a site, are none either."""
    put(site, {"notes.txt": "Mine.\n", "stories/fair.md": FILES["stories/fair.md"]})
    assert said(
        site
    ) == "against origin/HEAD:\nreaders see no difference\n" or "no difference" in said(site)


def test_each_change_is_said_in_words(site: Path) -> None:
    """What comes, what goes with whom, and what is another, each by its title."""
    when = "{starts: 2026-07-01 11:00, place: Hall}"
    ida, gone = voice("ida", "Ida"), voice("tom", "Tom", WITHDRAWN, part="author")
    files = {
        "stories/new.md": story("::: voice ida\nNew.\n:::\n", TOM, ida, title="The new one"),
        "stories/open-day.md": story("Come along.\n", TOM, title="The open day", event=when),
        "stories/fair.md": story("Gone.\n", gone, title="The fair"),
        "themes/rain.md": "---\ntitle: Rain\n---\nWetter.\n",
    }
    put(site, files)
    words = said(site)
    comes, goes, changes = (
        words.index(one)
        for one in ("Becomes public:", "Goes from the site:", "Changes on the site:")
    )
    assert comes < words.index("The new one (stories/new.md)") < goes
    assert "With Ida." in words
    assert goes < words.index("The fair (stories/fair.md)") < changes
    assert "when, where or how to take part" in words
    assert "its words" in words
    assert "Rain (themes/rain.md)" in words


def test_somebody_who_leaves_a_story_that_stays(site: Path) -> None:
    """It is said who goes; what is withheld already is no difference."""
    before = FILES["stories/fair.md"]
    assert isinstance(before, str)
    put(site, {"stories/fair.md": before.replace("Plain words.", "Plainer words.")})
    assert "Another than before: its words." in said(site)
    assert "Qwynneth" not in said(site)


def test_an_error_is_said_and_takes_its_story_away(site: Path) -> None:
    """A script can tell by the code, as of a build."""
    put(site, {"stories/fair.md": "---\ntitel: x\n---\n"})
    words = said(site, code=1)
    assert "Goes from the site:" in words
    assert "stories/fair.md. See: byleave check" in words


def test_without_anything_to_compare_with(tmp_path: Path) -> None:
    """It says why, and what it does not know, in one line."""
    site = put(tmp_path, FILES)
    said = run("diff", "--site", site).err
    assert "git has kept nothing" in said
    assert "git commit" in said
    assert "no revision" in run("diff", "--site", site, "no-such").err
    assert run("diff", "--site", site, "--output=x").code == 2


def test_where_no_site_is(tmp_path: Path) -> None:
    """Whoever is in the wrong folder needs the right one first, and git not at all."""
    said = run("diff", "--site", tmp_path)
    assert "no-site" in said.err
    assert "git" not in said.err


@pytest.mark.slow
def test_what_is_known_of_a_site_that_is_held_stays_known(site: Path) -> None:
    """A look at what was sent before makes nobody wait for all pictures again afterwards."""
    picture = site / "site_src/media/hall.jpg"
    picture.parent.mkdir(parents=True, exist_ok=True)
    picture.write_bytes(photograph())
    held = SiteInMemory(site, lambda: NOON, "http://127.0.0.1:8000/", published=False)
    assert held.live is not None
    known = held.live.known
    assert known.has(MediaFacts, str(picture))
    found = difference(site, NOON, "HEAD", held.live)
    assert found.changes == difference(site, NOON, "HEAD").changes
    assert known.has(MediaFacts, str(picture))


def test_a_machine_without_git_is_told(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is not said that nothing was kept, which may not be so."""
    monkeypatch.setenv("PATH", "")
    done = run("diff", "--site", site)
    assert (done.code, "git is not installed" in done.err) == (3, True), done.all
