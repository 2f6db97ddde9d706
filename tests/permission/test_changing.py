"""Somebody changes their mind a little: spelling put right, and agreeing to less."""

from pathlib import Path
from typing import Any

import pytest

from byleave.model.fingerprints import as_former, fingerprint
from tests.laws.pictures import picture
from tests.permission.sites import agreed, commit, consent, published, record
from tests.read.folders import YES, put, story, voice

SHED, PLOT = "stories/shed.md", "stories/plot.md"
SAID = "::: voice sam\nI recieved the gate.\n:::\n"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A story with a word spelt wrong that Sam agreed to, in git."""
    folder = put(tmp_path / "site", {SHED: story(SAID, voice("sam", "Sam", YES))})
    agreed(folder)
    commit(folder)
    return folder


def rewrite(site: Path, old: str, new: str, path: str = SHED) -> None:
    """Change some words of a story."""
    (site / path).write_text((site / path).read_text().replace(old, new))


def test_a_correction_is_taken_over_with_its_day(site: Path) -> None:
    """It says what it takes over, and that the person was told."""
    rewrite(site, "recieved", "received")
    said = consent(site, "correct", SHED, "--told", "2026-03-02", "--yes")
    assert said.code == 0, said.all
    assert "[-recieved-]" in said.out
    assert record(site)["words"] == [fingerprint("I received the gate.")]
    assert record(site)["corrected"] == "2026-03-02"
    assert "published" in consent(site, "list").out


def test_a_correction_binds_no_more_than_what_was_agreed(site: Path) -> None:
    """Under the former rule it stays: nobody was asked about more."""
    words = record(site)["words"]
    for one in words:
        rewrite(site, one, as_former(one))
    commit(site)
    rewrite(site, "recieved", "received")
    assert consent(site, "correct", SHED, "--told", "2026-03-02", "--yes").code == 0
    assert record(site)["words"] == [as_former(fingerprint("I received the gate."))]
    assert "published" in consent(site, "list").out


CAPTIONED = "::: voice sam\nI recieved the gate.\n\n![](gate.jpg)\n:::\n"
GATE = "{{gate.jpg: {{alt: A gate, shows: [sam], caption: {}}}}}"


@pytest.fixture
def pictured(tmp_path: Path) -> Path:
    """A story with a picture in a passage that Sam agreed to, in git."""
    files: dict[str, str | bytes] = {
        SHED: story(CAPTIONED, voice("sam", "Sam", YES), media=GATE.format("Sam mends a gate")),
        "stories/gate.jpg": picture("gate"),
    }
    folder = put(tmp_path / "site", files)
    said = agreed(folder)
    assert "words of a picture or file" in said.out
    commit(folder)
    return folder


def test_another_caption_waits_and_is_shown_with_the_one_agreed_to(pictured: Path) -> None:
    """An editor sees what to put right, or what to ask about."""
    rewrite(pictured, "Sam mends a gate", "Sam broke a gate")
    said = " ".join(consent(pictured, "list").out.split())
    assert "words of a picture or file was changed: Sam [-mends-] {+broke+} a gate" in said
    refused = consent(pictured, "correct", SHED, "--told", "2026-03-02", "--yes")
    assert "more than the spelling" in refused.err


def test_a_picture_can_go_without_a_new_form(pictured: Path) -> None:
    """Who wants to be seen less stays heard."""
    done = consent(pictured, "change", "--record", "R-2", "--drop-picture", "gate.jpg")
    assert done.code == 0, done.all
    assert "published" in consent(pictured, "list").out
    assert "the words have changed" not in consent(pictured, "list").out


@pytest.mark.parametrize(
    "words",
    ["I received the gates of it.", "I never received the gate.", "We recieved the gate."],
)
def test_more_than_spelling_is_refused(site: Path, words: str) -> None:
    """Then they are asked again; nothing is written."""
    rewrite(site, "I recieved the gate.", words)
    before = (site / SHED).read_bytes()
    said = consent(site, "correct", SHED, "--told", "2026-03-02", "--yes")
    assert (said.code, "more than the spelling" in said.err) == (3, True)
    assert (site / SHED).read_bytes() == before


def test_a_new_passage_is_no_correction(site: Path) -> None:
    """However short."""
    rewrite(site, SAID, f"{SAID}\n::: voice sam\nYes.\n:::\n")
    said = consent(site, "correct", SHED, "--told", "2026-03-02", "--yes")
    assert (said.code, "this was not there" in said.err) == (3, True)


def test_what_was_agreed_has_to_be_known(tmp_path: Path) -> None:
    """Without it nobody can say that only the spelling changed."""
    site = put(tmp_path, {SHED: story(SAID, voice("sam", "Sam", YES))})
    agreed(site)
    rewrite(site, "recieved", "received")
    said = consent(site, "correct", SHED, "--told", "2026-03-02", "--yes")
    assert (said.code, "not known what was agreed" in said.err) == (3, True)


def test_nothing_to_correct_is_told(site: Path) -> None:
    """Whoever expected something looks again."""
    assert consent(site, "correct", SHED, "--told", "2026-03-02", "--yes").code == 3


def test_they_are_told_first(site: Path) -> None:
    """Without a day, or with one to come, nothing is taken over."""
    rewrite(site, "recieved", "received")
    assert consent(site, "correct", SHED, "--yes").code == 2
    assert consent(site, "correct", SHED, "--yes", "--told", "2199-01-01").code == 2
    unconfirmed = consent(site, "correct", SHED, "--told", "2026-03-02")
    assert (unconfirmed.code, "nothing was written" in unconfirmed.err) == (3, True)
    assert "corrected" not in record(site)


def test_a_use_is_dropped_everywhere(tmp_path: Path) -> None:
    """In each story that has the record; the others keep what they have."""
    sam = voice("sam", "Sam", YES)
    site = put(tmp_path, {SHED: story(SAID, sam), PLOT: story(SAID, sam, title="Plot")})
    said = consent(site, "change", "--record", "R-1", "--drop-use", "feed", "--drop-use", "search")
    assert said.code == 0, said.all
    for path in (SHED, PLOT):
        assert record(site, path)["uses"] == ["web", "engines", "social", "people"]


def test_a_name_is_changed_where_it_is_declared(tmp_path: Path) -> None:
    """The text follows by itself where it has `{id}`, and is still what was agreed to."""
    body = "::: voice sam\nI am {sam}.\n:::\n"
    files = {SHED: story(body, voice("sam", "Sam Cole", YES, identity="named"))}
    site = put(tmp_path / "site", files)
    agreed(site, SHED, "--given", "2026-02-01")
    words = record(site)["words"]
    said = consent(
        site, "change", SHED, "--voice", "sam", "--name", "Fern: a name", "--identity", "pseudonym"
    )
    assert said.code == 0, said.all
    assert record(site)["words"] == words
    text = published(site, tmp_path / "out")
    assert "I am Fern: a name." in text
    assert "Sam Cole" not in text


def test_where_the_old_name_stands_in_words_is_told_first(tmp_path: Path) -> None:
    """Once the name is another, nothing would take these out when Sam leaves."""
    sam = voice("sam", "Sam", YES)
    body = "::: voice sam\nSam's gate.\n\nNot\n**Sam**, {sam}.\n:::\n"
    answer = story("Well done, SAM.\n", responds_to=SHED, title=None)
    other = story("Another Sam.\n", title="Another Sam")
    site = put(tmp_path, {SHED: story(body, sam), "stories/a.md": answer, "stories/o.md": other})
    before = (site / SHED).read_bytes()
    words = (SHED, "--voice", "sam", "--name", "Fern")
    said = consent(site, "change", *words)
    assert said.code == 3
    text = before.decode()
    for place in ("Sam's gate", "**Sam**"):
        assert f"{SHED}:{text.count(chr(10), 0, text.index(place)) + 1}\n" in said.err
    assert "stories/a.md:" in said.err
    assert "stories/o.md" not in said.err
    assert (site / SHED).read_bytes() == before
    assert consent(site, "change", *words, "--mentions-seen").code == 0
    assert "name: Fern" in (site / SHED).read_text()


def test_a_mention_in_the_place_of_a_name_is_no_other_word(site: Path) -> None:
    """Readers see the same: so it is taken over as spelling is."""
    rewrite(site, "I recieved", "Sam recieved")
    agreed(site, SHED, "--record", "R-5")
    commit(site)
    rewrite(site, "Sam recieved", "{sam} recieved")
    assert consent(site, "correct", SHED, "--told", "2026-03-02", "--yes").code == 0


@pytest.mark.parametrize(("today", "more"), [("anonymous", "pseudonym"), ("first-name", "named")])
def test_nobody_is_made_more_known(today: str, more: str, tmp_path: Path) -> None:
    """To tell more of who somebody is takes a new yes."""
    site = put(tmp_path, {SHED: story(SAID, voice("sam", "A voice", YES, identity=today))})
    said = consent(site, "change", SHED, "--voice", "sam", "--name", "Sam", "--identity", more)
    assert (said.code, "tell more" in said.err) == (3, True)
    assert "A voice" in (site / SHED).read_text()


def test_who_is_no_longer_named_has_no_page_of_their_own(tmp_path: Path) -> None:
    """The use goes with the name."""
    site = put(tmp_path, {SHED: story(SAID, voice("sam", "Sam Cole", YES, identity="named"))})
    consent(site, "change", SHED, "--voice", "sam", "--name", "Fern", "--identity", "pseudonym")
    assert "people" not in record(site)["uses"]


PICTURED = """\
::: voice sam
Before.

![Sam laughs](hall.png "In the hall")

After ![Sam](./hall.png) all.
:::
"""


def with_picture(folder: Path, body: str = PICTURED, **more: str) -> Path:
    """A story that shows Sam in a picture, and words that she agreed to."""
    media = "\n  hall.png: {alt: Sam, shows: [sam]}\n  tree.png: {alt: A tree, shows: nobody}"
    text = story(body, voice("sam", "Sam", YES), media=media, **more)
    site = put(
        folder,
        {SHED: text, "stories/hall.png": picture("hall"), "stories/tree.png": picture("tree")},
    )
    agreed(site, SHED, "--given", "2026-02-01")
    return site


def test_a_picture_goes_and_the_words_stay_agreed(tmp_path: Path) -> None:
    """From the front matter and from the text; what is around it stays as it is."""
    site = with_picture(tmp_path, lead="hall.png")
    said = consent(site, "change", SHED, "--voice", "sam", "--drop-picture", "hall.png")
    assert said.code == 0, said.all
    text = (site / SHED).read_text()
    assert "hall.png" not in text
    assert "tree.png" in text
    assert "Before.\n\nAfter  all.\n" in text
    assert "published" in consent(site, "list").out


@pytest.mark.parametrize(
    "body",
    [
        "::: voice sam\n[![Sam](hall.png)](hall.png)\n:::\n",
        '::: voice sam\n<img src="hall.png">\n\n![Sam][1]\n\n[1]: hall.png\n:::\n',
    ],
)
def test_a_picture_that_stands_in_other_ways_is_left_to_the_editor(
    tmp_path: Path, body: str
) -> None:
    """With the line; nothing is written."""
    site = with_picture(tmp_path, body)
    before = (site / SHED).read_bytes()
    said = consent(site, "change", SHED, "--voice", "sam", "--drop-picture", "hall.png")
    assert (said.code, "needs your eyes" in said.err) == (3, True)
    assert (site / SHED).read_bytes() == before


MISTYPED: list[tuple[list[str], str]] = [
    ([], "write what they agreed to less of"),
    (["--drop-use", "web"], "consent withdraw"),
    (["--identity", "anonymous"], "needs --name"),
    (["--drop-use", "serch"], "did you mean search?"),
]


@pytest.mark.parametrize(("words", "message"), MISTYPED)
def test_what_is_no_narrowing_is_told(words: list[str], message: str, site: Path) -> None:
    """Before anything is written."""
    said: Any = consent(site, "change", SHED, "--voice", "sam", *words)
    assert (said.code, message in said.err) == (2, True)


def test_what_they_never_agreed_to_cannot_be_dropped(site: Path) -> None:
    """A slip must not look as if it had worked."""
    said = consent(site, "change", SHED, "--voice", "sam", "--drop-use", "engines")
    assert (said.code, "nothing of this is in the record" in said.err) == (3, True)
