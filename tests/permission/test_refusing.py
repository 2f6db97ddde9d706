"""Somebody says no when they are asked: it is written down, thanked for, and kept."""

from pathlib import Path

import pytest

from tests.permission.reading import own_sentences, words
from tests.permission.sites import ASKED, WORDS, agreed, commit, consent, published, record
from tests.read.folders import YES, put, story, voice

SHED, PLOT = "stories/shed.md", "stories/plot.md"
LIST = "site_src/records.tsv"
NO = ("refuse", SHED, "--voice", "sam")


def asked(folder: Path, consent_: str = ASKED, **more: str) -> Path:
    """A site in which Sam was asked."""
    files = {f"stories/{name}.md": text for name, text in more.items()}
    return put(folder, {SHED: story(WORDS, voice("sam", "Sam", consent_)), **files})


def test_a_no_closes_the_record_and_says_that_nothing_was_public(tmp_path: Path) -> None:
    """So that the number is given to nobody else, and nobody takes steps that are not needed."""
    site = asked(tmp_path / "site")
    said = consent(site, *NO, "--day", "2026-02-01")
    assert said.code == 0, said.all
    assert record(site) == {"record": "R-1", "asked": "2026-01-05", "refused": "2026-02-01"}
    assert (site / LIST).read_text() == f"R-1\tclosed\t2026-02-01\t{SHED}\n"
    assert "Nothing of theirs was public" in said.out
    assert f"byleave consent letter {SHED} --voice sam" in said.out
    assert "green gate" not in published(site, tmp_path / "public")
    assert (agreed(site, SHED, "--record", "R-1").code, "given" in record(site)) == (3, False)


def test_the_number_of_the_sheet_is_written_where_there_was_none(tmp_path: Path) -> None:
    """The no lies under it in the drawer."""
    site = asked(tmp_path, "{asked: 2026-01-05}")
    assert consent(site, *NO, "--record", "R-7").code == 0
    assert record(site)["record"] == "R-7"
    assert (site / LIST).read_text().startswith("R-7\tclosed")


def test_a_no_without_a_number_is_a_no(tmp_path: Path) -> None:
    """Said on the doorstep, with no sheet at all."""
    site = asked(tmp_path, "{asked: 2026-01-05}")
    assert consent(site, *NO).code == 0
    assert set(record(site)) == {"asked", "refused"}


def test_who_said_yes_takes_it_back_and_does_not_refuse(tmp_path: Path) -> None:
    """What was public has to come down: that is another command, with its steps."""
    site = asked(tmp_path, YES)
    said = consent(site, *NO)
    assert (said.code, "byleave consent withdraw" in said.err) == (3, True), said.all
    assert "refused" not in record(site)


def test_a_no_to_one_story_leaves_the_yes_to_another(tmp_path: Path) -> None:
    """One record is one person's, and may be about several stories."""
    plot = story(WORDS.replace("gate", "plot"), voice("sam", "Sam", YES), title="The plot")
    site = asked(tmp_path / "site", plot=plot)
    said = consent(site, *NO)
    assert (said.code, "--only-here" in said.err) == (3, True), said.all
    assert consent(site, *NO, "--only-here").code == 0
    assert "not_here" in record(site)
    assert "green plot" in published(site, tmp_path / "public")


def test_another_number_than_that_in_the_file_is_a_slip(tmp_path: Path) -> None:
    """Whose sheet it is would be known by nobody."""
    said = consent(asked(tmp_path), *NO, "--record", "R-9")
    assert (said.code, "another number" in said.err) == (3, True), said.all


@pytest.mark.parametrize("is_in_git", [False, True])
def test_withdrawing_before_any_yes_needs_no_steps(tmp_path: Path, *, is_in_git: bool) -> None:
    """Unless git knows of a yes that somebody has taken out since."""
    site = asked(tmp_path, YES if is_in_git else ASKED)
    if is_in_git:
        commit(site)
        asked(tmp_path)
    said = consent(site, "withdraw", SHED, "--voice", "sam").out
    assert ("It is still public until you publish" in said) == is_in_git
    assert ("They had not said yes" in said) != is_in_git


def letter(site: Path, *more: str) -> str:
    """The letter to Sam."""
    said = consent(site, "letter", SHED, "--voice", "sam", *more)
    assert said.code == 0, said.all
    return Path(said.out.strip()).read_text("utf-8")


@pytest.mark.parametrize("easy", [(), ("--easy-read",)])
def test_the_letter_after_a_no_thanks_and_names_no_story(
    tmp_path: Path, easy: tuple[str, ...]
) -> None:
    """Others in the house may open it."""
    site = asked(tmp_path)
    consent(site, *NO)
    html = letter(site, *easy)
    said = words(html)
    assert "Thank you for your answer" in said
    assert "Nothing of this was on our website" in said
    for telling in ("The shed", "stories/", "green gate", "stop", "take down"):
        assert telling not in said, telling
    if easy:
        assert [one for one in own_sentences(html) if len(one.split()) > 15] == []


@pytest.mark.parametrize("easy", [(), ("--easy-read",)])
def test_a_discreet_letter_names_no_story_and_no_address(
    tmp_path: Path, easy: tuple[str, ...]
) -> None:
    """Neither inside nor in the name of its file."""
    site = asked(tmp_path, YES)
    consent(site, "withdraw", SHED, "--voice", "sam")
    assert "The shed" in words(letter(site, *easy))
    said = consent(site, "letter", SHED, "--voice", "sam", "--discreet", *easy)
    place = Path(said.out.strip())
    shown = words(place.read_text("utf-8"))
    assert "The shed" not in shown
    assert "/stories/" not in shown
    assert "shed" not in place.name
    assert "sam" not in place.name


def test_what_was_public_in_a_group_has_to_come_down(tmp_path: Path) -> None:
    """A passage that became somebody's own was there before by the group's yes."""
    body = "::: voice tuesday\nWe paint.\n:::\n\n::: voice tuesday\nMy van waits.\n:::\n"
    group = voice("tuesday", "The Tuesday group", YES, identity="named")
    site = put(tmp_path, {SHED: story(body, group)})
    commit(site)
    line = (site / SHED).read_text().split("\n").index("My van waits.") + 1
    who = ("--voice", "tuesday", "--line", str(line), "--new-id", "t2")
    assert consent(site, "split", SHED, *who).code == 0
    said = consent(site, "withdraw", SHED, "--voice", "t2")
    assert "It is still public until you publish" in said.out
