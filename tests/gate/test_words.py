"""Only the words that somebody agreed to are published; what changed since waits for them."""

from pathlib import Path

import pytest

from byleave.gate import admit
from byleave.model.fingerprints import fingerprint
from byleave.model.published import PublishedSet
from tests.gate.sites import NOON, names, the_story, tree
from tests.read.folders import SETTINGS, YES, story, voice

AGREED = "I planted the pear tree in March, with two\nneighbours and a borrowed spade.\n"

SAME = {
    "wrapped elsewhere": AGREED.replace("\n", " ").replace(" tree", "\ntree"),
    "with more space": "\n " + AGREED.replace(" ", "  ").replace("with  ", "with\t") + "\n",
    "with a picture": "![A tree](tree.jpg)\n\n" + AGREED,
    "in one line": " ".join(AGREED.split()),
}


@pytest.mark.parametrize("text", SAME.values(), ids=SAME)
def test_the_same_words_have_the_same_fingerprint(text: str) -> None:
    """Where lines break is nobody's business; each picture is agreed to by itself."""
    assert fingerprint(text) == fingerprint(AGREED)


OTHER = {
    "a word changed": AGREED.replace("March", "May"),
    "a word added": AGREED.replace("borrowed", "hastily borrowed"),
    "a word left out": AGREED.replace("borrowed ", ""),
    "words in another order": AGREED.replace("planted the pear tree", "the pear tree planted"),
    "a capital": AGREED.replace("pear", "Pear"),
    "a comma": AGREED.replace(",", ""),
    "a mark of emphasis": AGREED.replace("two", "*two*"),
    "a link": AGREED.replace("two", "[two](https://example.org/)"),
}


@pytest.mark.parametrize("text", OTHER.values(), ids=OTHER)
def test_other_words_have_another_fingerprint(text: str) -> None:
    """Whatever a reader could notice, the one who agreed may mind."""
    assert fingerprint(text) != fingerprint(AGREED)


def test_an_accent_may_be_kept_in_two_ways() -> None:
    """The letters are the same for whoever reads them."""
    assert fingerprint("caf\u00e9") == fingerprint("cafe\u0301")


def agreed(*texts: str) -> str:
    """A record of permission for these words and no others."""
    words = ", ".join(map(fingerprint, texts))
    return YES.replace("}", f", words: [{words}]}}")


def shed(folder: Path, text: str, settings: str = SETTINGS) -> PublishedSet:
    """What is published where the shed's story is `text`, beside one of nobody."""
    files = {"stories/shed.md": text, "stories/well.md": story(title="The well")}
    return admit(tree(folder, {**files, "site_src/site.yaml": settings}), NOON)[0]


def blocks(published: PublishedSet) -> list[str]:
    """The words of the shed's story, block by block."""
    return [block.text for block in the_story(published, "shed").blocks]


PASSAGE = f"Stays.\n\n::: voice sam\n{AGREED}:::\n"


def test_a_passage_that_was_agreed_to_is_published(tmp_path: Path) -> None:
    """As are the words of others around it."""
    text = story(PASSAGE, voice("sam", "Sam", agreed(AGREED)))
    assert blocks(shed(tmp_path, text)) == ["Stays.\n\n", AGREED]


def test_a_passage_that_was_changed_waits_with_its_voice(tmp_path: Path) -> None:
    """A voice who has not seen one of their words is not shown at all until they have."""
    second = "::: voice sam\nAnd it bore.\n:::\n"
    for name, text in {
        "changed": PASSAGE.replace("March", "May"),
        "added": PASSAGE + second,
        "about": PASSAGE + "::: voice jo about sam\nSam dug.\n:::\n",
        "named": PASSAGE + "::: voice jo\nSam dug.\n:::\n",
    }.items():
        voices = voice("sam", "Sam", agreed(AGREED)), voice("jo", "Jo")
        published = shed(tmp_path / name, story(text, *voices))
        assert blocks(published) == ["Stays.\n\n"], name
        assert [one.id for one in the_story(published, "shed").voices] == ["jo"]


def test_what_is_no_longer_there_is_no_mismatch(tmp_path: Path) -> None:
    """Somebody who agreed to three passages has not changed their mind because one was cut."""
    text = story(PASSAGE, voice("sam", "Sam", agreed(AGREED, "And it bore.", "And it died.")))
    assert blocks(shed(tmp_path, text)) == ["Stays.\n\n", AGREED]


def test_words_that_are_there_and_empty_agree_to_nothing(tmp_path: Path) -> None:
    """It is a list of what was agreed to, and nothing is in it."""
    text = story(PASSAGE, voice("sam", "Sam", agreed()))
    assert blocks(shed(tmp_path, text)) == ["Stays.\n\n"]


def test_authors_agree_to_title_summary_and_all_that_is_unmarked(tmp_path: Path) -> None:
    """Unmarked text counts as one, so that moving a passage about changes nothing."""
    body = "One.\n\n::: voice jo\nTwo.\n:::\n\nThree.\n"
    texts = ("The shed", "In short.", "One. Three.")
    for left_out in (None, *texts):
        words = agreed(*(text for text in texts if text != left_out))
        voices = voice("sam", "Sam", words, part="author"), voice("jo", "Jo")
        published = shed(tmp_path / str(left_out), story(body, *voices, summary="In short."))
        assert names(published) == (["shed", "well"] if left_out is None else ["well"])


def test_a_title_that_names_somebody_is_theirs_to_agree_to(tmp_path: Path) -> None:
    """Also for a voice who is no author: their name is the first thing that readers see."""
    for title in ("Sam's shed", '"{sam}s shed"'):
        text = story(PASSAGE, voice("sam", "Sam", agreed(AGREED)), title=title)
        assert names(shed(tmp_path / title[:3], text)) == ["well"]
    text = story(PASSAGE, voice("sam", "Sam", agreed(AGREED, "Sam's shed")), title="Sam's shed")
    assert names(shed(tmp_path / "agreed", text)) == ["shed", "well"]


def test_a_group_may_require_words_of_everybody(tmp_path: Path) -> None:
    """Then a record without fingerprints is not enough."""
    required = SETTINGS.replace("within: two days", "within: two days, words: required")
    without = story(PASSAGE, voice("sam", "Sam"))
    assert blocks(shed(tmp_path / "optional", without)) == ["Stays.\n\n", AGREED]
    assert blocks(shed(tmp_path / "without", without, required)) == ["Stays.\n\n"]
    text = story(PASSAGE, voice("sam", "Sam", agreed(AGREED)))
    assert blocks(shed(tmp_path / "with", text, required)) == ["Stays.\n\n", AGREED]


def test_what_is_withheld_for_another_reason_is_not_looked_at(tmp_path: Path) -> None:
    """A passage about two is gone with the one who withdrew; the other is not asked about it."""
    gone = "::: voice sam jo\nWe both dug.\n:::\n"
    withdrawn = YES.replace("R-1", "R-2").replace("}", ", withdrawn: yes}")
    voices = voice("sam", "Sam", agreed(AGREED)), voice("jo", "Jo", withdrawn)
    assert blocks(shed(tmp_path, story(PASSAGE + gone, *voices))) == ["Stays.\n\n", AGREED]


def test_a_version_in_another_language_is_agreed_to_by_itself(tmp_path: Path) -> None:
    """A translator can put words into somebody's mouth."""
    original = story(PASSAGE, voice("sam", "Sam", agreed(AGREED)))
    text = story("::: voice sam\nPlannais i.\n:::\n", translation_of="stories/shed.md")
    files = {"stories/shed.md": original, "stories/sied.md": text}
    published, _ = admit(tree(tmp_path, files), NOON)
    assert blocks(published) == ["Stays.\n\n"]
    assert the_story(published, "sied").blocks == ()
