"""Sending: what is written on two copies comes together, whatever goes wrong on the way."""

import subprocess
from pathlib import Path

import pytest

from byleave.model.record_list import RECORDS_FILE
from byleave.sharing.sending import Sent, both_changed, bring_together, send
from tests.read.folders import YES, put, story, voice
from tests.sharing.repositories import git, sent, shared

PATH = "stories/hush.md"


def text(title: str) -> str:
    """The story under a title."""
    return story("Two.\n", title=title)


@pytest.fixture
def copies(tmp_path: Path) -> tuple[Path, Path, Path]:
    """Two copies in which the same line was changed, one of which was sent."""
    bare, one, other = shared(tmp_path, {PATH: text("Plums"), "themes/rain.md": "Wet.\n"})
    put(other, {PATH: text("Theirs")})
    sent(other)
    put(one, {PATH: text("Yours")})
    assert send(one).how == "both"
    return bare, one, other


@pytest.mark.slow
def test_what_was_brought_together_without_a_network_is_sent_later(
    copies: tuple[Path, Path, Path],
) -> None:
    """By either button, also where others have sent something else meanwhile; nobody is asked."""
    bare, one, other = copies
    shown = both_changed(one)
    git(one, "remote", "set-url", "--push", "origin", str(one / "no"))
    assert bring_together(one, {PATH: text("Chosen")}, shown).how == "network"
    assert bring_together(one, {}, both_changed(one)).how == "network"
    put(other, {"themes/rain.md": "Wetter.\n"})
    sent(other)
    git(one, "remote", "set-url", "--push", "origin", str(bare))
    assert send(one).how == "sent"
    assert git(bare, "show", f"main:{PATH}") == text("Chosen")
    assert git(bare, "show", "main:themes/rain.md") == "Wetter.\n"


@pytest.mark.slow
def test_what_is_written_while_somebody_chooses_is_not_sent_with_marks(
    copies: tuple[Path, Path, Path],
) -> None:
    """It is kept first, and both are shown again."""
    bare, one, _ = copies
    shown = both_changed(one)
    put(one, {PATH: text("Later")})
    assert bring_together(one, {PATH: text("Yours")}, shown).how == "both"
    assert (one / PATH).read_text("utf-8") == text("Later")
    assert git(one, "stash", "list") == ""
    again = both_changed(one)
    assert [each.yours for each in again] == [text("Later")]
    assert bring_together(one, {PATH: text("Later")}, again).how == "sent"
    assert git(bare, "show", f"main:{PATH}") == text("Later")


def test_marks_of_two_versions_are_not_sent(tmp_path: Path) -> None:
    """Whoever left them there; a file that only has one of them is no such thing."""
    _, one, _ = shared(tmp_path, {PATH: text("Plums")})
    put(one, {PATH: text("Plums") + ">>>>>>> Deep words\n"})
    assert send(one).how == "sent"
    put(one, {PATH: text("Plums") + "<<<<<<< Updated\nA\n=======\nB\n>>>>>>> Stashed\n"})
    assert send(one).how == "unfinished"


def test_an_empty_folder_is_not_in_the_way(tmp_path: Path) -> None:
    """Git knows nothing of folders."""
    bare, one, _ = shared(tmp_path, {PATH: text("Plums")})
    (one / "themes").mkdir()
    put(one, {PATH: text("Pears")})
    assert send(one).how == "sent"
    assert git(bare, "show", f"main:{PATH}") == text("Pears")


LISTED = "R-1\topen\t2026-01-01\tstories/hush.md\n"
LEFT = "R-1\tclosed\t2026-05-05\tstories/hush.md\n"
HELD = "R-2\theld\t2026-05-05\tstories/other.md\n"


def list_of(bare: Path) -> str:
    """The list of records as others have it."""
    return git(bare, "show", f"main:{RECORDS_FILE}")


@pytest.fixture
def torn(tmp_path: Path) -> tuple[Path, Path, Path]:
    """Two copies in which a file was changed otherwise, with a list of records that both have."""
    bare, one, other = shared(tmp_path, {PATH: text("Plums"), RECORDS_FILE: f"{LISTED}{HELD}"})
    put(other, {PATH: text("Theirs"), RECORDS_FILE: LISTED + HELD.replace("held", "open")})
    sent(other)
    put(one, {PATH: text("Yours")})
    return bare, one, other


@pytest.mark.slow
def test_who_leaves_waits_for_nobodys_choice(torn: tuple[Path, Path, Path]) -> None:
    """What stops is sent alone, once; what others have lifted since is not stopped again."""
    bare, one, _ = torn
    assert (send(one).how, send(one).has_stopped) == ("both", False)
    put(one, {RECORDS_FILE: LEFT + HELD})
    before = git(bare, "rev-list", "--count", "main")
    assert send(one) == Sent(how="both", has_stopped=True)
    assert list_of(bare) == LEFT + HELD.replace("held", "open")
    assert git(bare, "show", f"main:{PATH}") == text("Theirs")
    assert (one / RECORDS_FILE).read_text("utf-8") == LEFT + HELD
    assert send(one) == Sent(how="both")
    assert int(git(bare, "rev-list", "--count", "main")) == int(before) + 1
    (hush,) = (each for each in both_changed(one) if each.path == PATH)
    assert hush.theirs == text("Theirs")


@pytest.mark.parametrize(
    "state",
    [
        "marks",
        *(
            pytest.param(state, marks=pytest.mark.slow)
            for state in ("an older state", "typed in a file", "not in the list")
        ),
    ],
)
def test_who_leaves_waits_for_no_repair_either(torn: tuple[Path, Path, Path], state: str) -> None:
    """Also where somebody has not ended what they began, or the list knows nothing of it yet."""
    bare, one, other = torn
    ours = LEFT
    if state == "marks":
        put(one, {PATH: "<<<<<<< a\nx\n=======\ny\n>>>>>>> b\n"})
    elif state == "an older state":
        git(one, "checkout", "-q", "--detach")
    elif state == "not in the list":
        put(other, {RECORDS_FILE: ""})
        sent(other)
    else:
        ours = LISTED
        consent = YES.replace("}", ", withdrawn: 2026-05-05}")
        put(one, {PATH: story("Two.\n", voice("sam", "Sam", consent), title="Yours")})
    put(one, {RECORDS_FILE: ours + HELD})
    found = send(one)
    assert found.has_stopped, found
    assert LEFT in list_of(bare)


@pytest.mark.slow
@pytest.mark.parametrize("state", ["in the list", "typed in a file", "not kept yet", "by patches"])
def test_who_leaves_waits_for_no_rebase_that_stands_still(
    torn: tuple[Path, Path, Path], state: str
) -> None:
    """What was kept after the commit at which it stands is in none of the files meanwhile."""
    bare, one, _ = torn
    git(one, "remote", "set-url", "origin", str(one / "no"))
    assert send(one).how == "network"
    if state == "typed in a file":
        consent = YES.replace("}", ", withdrawn: 2026-05-05}")
        put(one, {"stories/new.md": story("Two.\n", voice("sam", "Sam", consent))})
    else:
        put(one, {RECORDS_FILE: LEFT + HELD})
    if state != "not kept yet":
        assert send(one).how == "network"
    git(one, "remote", "set-url", "origin", str(bare))
    how = "--apply" if state == "by patches" else "--merge"
    git(one, "fetch", "-q")
    with pytest.raises(subprocess.CalledProcessError):
        git(one, "rebase", "--autostash", how, "origin/main")
    assert "closed" not in (one / RECORDS_FILE).read_text("utf-8")
    assert not (one / "stories/new.md").exists()
    assert send(one) == Sent(how="unfinished", has_stopped=True)
    assert "R-1\tclosed\t2026-05-05\t" in list_of(bare)
    assert HELD.replace("held", "open") in list_of(bare)
    assert send(one) == Sent(how="unfinished")


@pytest.mark.slow
def test_a_list_of_others_that_cannot_be_read_keeps_every_line(
    torn: tuple[Path, Path, Path],
) -> None:
    """A line is added at its end, which the most careful reading takes."""
    bare, one, other = torn
    put(other, {RECORDS_FILE: "spoilt line"})
    sent(other)
    put(one, {RECORDS_FILE: LEFT + "spoilt too\n"})
    assert send(one).has_stopped
    assert list_of(bare) == f"spoilt line\n{LEFT}"
