"""What is deleted of somebody who leaves needs a word about it, so that nothing is lost unseen."""

from pathlib import Path

import pytest

from tests.laws.pictures import picture
from tests.permission.one_record import (
    ANN,
    BEANS,
    PLOT,
    SAM,
    SHED,
    change,
    listed,
    says,
    two_stories,
)
from tests.permission.sites import ASKED, WORDS, commit, consent, published, record
from tests.read.folders import put, story, voice


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Two stories with Sam's record; Ann, who is in the first, stays."""
    return two_stories(tmp_path / "site")


@pytest.mark.slow
def test_words_that_are_deleted_need_a_word_about_it(site: Path, tmp_path: Path) -> None:
    """Once nothing of theirs is left: the number stays, closed, and the story is there."""
    commit(site)
    assert consent(site, "withdraw", "--record", "R-1").code == 0
    refused = consent(site, "erased", "R-1", SHED)
    assert (refused.code, f"{SHED}:" in refused.err) == (3, True)
    change(site, SHED, WORDS, "Ann was there.\n")
    day = record(site)["withdrawn"]
    entry = SAM.replace("until: 2040-01-01}", f"until: 2040-01-01, withdrawn: {day}}}")
    change(site, SHED, entry, "")
    assert "record-lost" in says(site, tmp_path / "lost")
    change(site, SHED, "Ann was there.", "Sam Orrell was there.")
    assert consent(site, "erased", "R-1", SHED).code == 3
    change(site, SHED, "Sam Orrell was there.", "Ann was there.")
    assert consent(site, "erased", "R-1", SHED).code == 0
    assert listed(site)["R-1"] == ["closed", day, PLOT]
    assert "Ann was there." in published(site, tmp_path / "out")


def test_the_entry_goes_with_the_command(site: Path) -> None:
    """Once the words are gone, and as long as somebody else is left."""
    assert consent(site, "withdraw", "--record", "R-1").code == 0
    change(site, SHED, WORDS, "Ann was there.\n")
    assert consent(site, "erased", "R-1", SHED).code == 0
    assert "sam" not in (site / SHED).read_text("utf-8")
    change(site, PLOT, BEANS, "Nothing.\n")
    said = consent(site, "erased", "R-1", PLOT)
    assert (said.code, "nobody would be left" in said.err) == (3, True)


# What is said of a picture, and with what in its place nothing is left of that.
SAID_OF_PICTURE = {
    "alt: A man paints a tall gate green": "alt: A gate",
    "caption: The last coat of five": "caption: A coat",
    "shows: [sam]": "shows: nobody",
    "![A man before his own gate](gate.png)": "![](gate.png)",
}
PICTURE = """\
media:
  gate.png: {alt: A man paints a tall gate green, caption: The last coat of five, shows: [sam]}
"""


@pytest.mark.parametrize(
    "left",
    SAID_OF_PICTURE,
)
def test_what_is_said_of_pictures_is_asked_about_too(site: Path, left: str) -> None:
    """Captions and the words for those who do not see them are about somebody as a passage is."""
    change(site, SHED, "voices:\n", f"{PICTURE}voices:\n")
    change(site, SHED, WORDS, f"{WORDS}\n![A man before his own gate](gate.png)\n")
    (site / "stories/gate.png").write_bytes(picture("gate"))
    commit(site)
    assert consent(site, "withdraw", "--record", "R-1").code == 0
    change(site, SHED, WORDS, "Ann was there.\n")
    for before, after in SAID_OF_PICTURE.items():
        if before != left:
            change(site, SHED, before, after)
    entry = (site / SHED).read_text("utf-8")
    sam = entry[entry.index("  sam:") : entry.index("  ann:")]
    change(site, SHED, sam, "")
    refused = consent(site, "erased", "R-1", SHED)
    assert (refused.code, f"{SHED}:" in refused.err) == (3, True)
    change(site, SHED, left, SAID_OF_PICTURE[left])
    assert consent(site, "erased", "R-1", SHED).code == 0


def test_passages_of_a_version_are_asked_about_too(site: Path) -> None:
    """They are headed by the id that the original declares."""
    cymraeg = story("::: voice sam\nGeiriau.\n:::\nAnn.\n", translation_of=SHED, language="cy")
    (site / "stories/sied.md").write_text(cymraeg.replace("voices: {}\n", ""), "utf-8")
    assert consent(site, "withdraw", "--record", "R-1").code == 0
    change(site, SHED, WORDS, "Ann was there.\n")
    refused = consent(site, "erased", "R-1", SHED)
    assert (refused.code, "stories/sied.md:" in refused.err) == (3, True)


def test_without_entry_and_git_somebody_has_to_say_who_it_was(site: Path) -> None:
    """What nobody can look for cannot be said to be gone."""
    assert consent(site, "records").code == 0
    change(site, SHED, SAM, "")
    assert consent(site, "erased", "R-1", SHED).code == 3
    named = ("--name", "Sam Orrell", "--words", "I mended the green gate")
    assert consent(site, "erased", "R-1", SHED, *named).code == 3
    change(site, SHED, WORDS, "")
    assert consent(site, "erased", "R-1", SHED, *named).code == 0


def test_a_form_shows_what_a_new_record_would_permit(site: Path) -> None:
    """Whoever comes back is asked about the words, and not about the number that is closed."""
    asked = voice("sam", "Sam Orrell", ASKED)
    put(site, {"stories/new.md": story(WORDS, asked, ANN, title="New")})
    assert consent(site, "withdraw", "--record", "R-1").code == 0
    assert consent(site, "form", "stories/new.md", "--voice", "sam").code == 0
