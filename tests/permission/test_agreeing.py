"""Somebody says yes, and it is written down: what for, until when, and to which words."""

import re
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from byleave.model.fingerprints import fingerprint
from byleave.permission.answers.ends import usual_until
from tests.cli.running import run
from tests.permission.sites import ASKED, WORDS, agreed, consent, record
from tests.read.folders import WITHDRAWN, YES, put, story, voice

SHED = "stories/shed.md"
CODE = re.compile(r"F-[0-9A-Z]{4}-[0-9A-Z]{4}")
TODAY = datetime.now(UTC).date().isoformat()


def site_with(folder: Path, text: str, **more: str) -> Path:
    """A site with one story, and others by the names of their files."""
    return put(folder, {SHED: text, **{f"stories/{name}.md": one for name, one in more.items()}})


def asked(body: str = WORDS, *others: str, **facts: str) -> str:
    """A story in which Sam was asked."""
    return story(body, voice("sam", "Sam", ASKED, **facts), *others)


def test_a_yes_is_written_down(tmp_path: Path) -> None:
    """With the fingerprints of what the form showed; the day on which they were asked stays."""
    site = site_with(tmp_path, asked())
    said = agreed(site, SHED, "--given", "2026-02-01", "--review", "2030-02-01")
    assert said.code == 0, said.all
    assert record(site) == {
        "record": "R-2",
        "asked": "2026-01-05",
        "given": "2026-02-01",
        "by": "self",
        "uses": ["web", "feed"],
        "until": "2031-02-01",
        "review": "2030-02-01",
        "words": [fingerprint("I mended the green gate.")],
    }


def test_it_says_what_is_public_now_and_what_is_not_agreed(tmp_path: Path) -> None:
    """And which end was taken, because nobody named one."""
    said = agreed(site_with(tmp_path, asked()))
    assert "may be public now: stories/shed.md:" in said.out
    assert "no to: search, engines, social, print, partners, teaching, ai" in said.out
    assert "5 years, since the file names no end" in said.out
    assert "next: byleave build" in said.out


def test_it_says_whom_it_waits_for(tmp_path: Path) -> None:
    """Where somebody else in the same passage has not answered."""
    body = "::: voice sam about ann\nAnn held the gate.\n:::\n"
    said = agreed(site_with(tmp_path, asked(body, voice("ann", "Ann", "{asked: 2026-01-05}"))))
    assert "agreed to, not public yet: stories/shed.md:" in said.out
    assert "waiting for ann: asked, no answer yet" in said.out


def test_an_author_agrees_to_all_that_is_theirs(tmp_path: Path) -> None:
    """Title, summary, unmarked text: a draft is counted as due, since it is asked about."""
    text = story("Words.\n", voice("sam", "Sam", ASKED, part="author"), date=None, summary="A sum.")
    site = site_with(tmp_path, text)
    assert "the story is not published" in agreed(site).out
    words = {fingerprint(one) for one in ("The shed", "A sum.", "Words.")}
    assert set(record(site)["words"]) == words


def test_a_version_is_agreed_to_with_its_original(tmp_path: Path) -> None:
    """The record stands in one place, and covers the words of both."""
    welsh = story("::: voice sam\nTrwsiais y giât.\n:::\n", translation_of=SHED, title="Y sied")
    welsh = welsh.replace("voices: {}\n", "")
    site = site_with(tmp_path, asked(), welsh=welsh)
    before = (site / "stories/welsh.md").read_bytes()
    consent(site, "form", SHED, "--voice", "sam")
    assert agreed(site, "stories/welsh.md").code == 0
    assert fingerprint("Trwsiais y giât.") in record(site)["words"]
    assert (site / "stories/welsh.md").read_bytes() == before


@pytest.mark.parametrize("day", [None, "2090-01-01"], ids=["a draft", "not due yet"])
def test_nobody_agrees_to_a_version_that_they_were_not_shown(
    tmp_path: Path, day: str | None
) -> None:
    """One that declares nobody is on the form before it is due, as are its words in the record."""
    welsh = story("::: voice sam\nTrwsiais y giât.\n:::\n", translation_of=SHED, date=day)
    site = site_with(tmp_path, asked(), welsh=welsh.replace("voices: {}\n", ""))
    consent(site, "form", SHED, "--voice", "sam")
    assert "Trwsiais y giât." in (site / "permission-forms/shed.sam.html").read_text("utf-8")
    said = agreed(site)
    assert said.code == 0
    assert fingerprint("Trwsiais y giât.") in record(site)["words"]
    assert "may be public now: stories/welsh.md" not in said.out
    assert "agreed to, not public yet: stories/welsh.md:" in said.out
    assert "not published yet: stories/welsh.md" in said.out


def test_nobody_agrees_to_a_version_that_something_else_withholds(tmp_path: Path) -> None:
    """It is on no form, so its words are asked about once it may be public."""
    no = voice("wyn", "Wyn", "{refused: 2026-01-05}", part="author")
    welsh = story("::: voice sam\nTrwsiais y giât.\n:::\n", no, translation_of=SHED)
    site = site_with(tmp_path, asked(), welsh=welsh)
    consent(site, "form", SHED, "--voice", "sam")
    assert "Trwsiais" not in (site / "permission-forms/shed.sam.html").read_text("utf-8")
    assert agreed(site).code == 0
    assert record(site)["words"] == [fingerprint("I mended the green gate.")]


def test_the_usual_end_exists_in_every_year() -> None:
    """Five years after a leap day there is none."""
    assert usual_until(date(2024, 2, 29)) == date(2029, 2, 28)
    assert usual_until(date(2026, 3, 1)) == date(2031, 3, 1)


ENDING = "{asked: 2026-01-05, until: 2028-11-01, review: 2027-11-01}"


def test_the_end_that_was_printed_and_signed_is_the_one_that_is_kept(tmp_path: Path) -> None:
    """It stands in the file, on the form and on the paper; so does the day on which to ask."""
    site = site_with(tmp_path, asked().replace(ASKED, ENDING))
    said = agreed(site, SHED, "--given", "2026-02-01")
    assert "until 2028-11-01, as it stands in the file" in said.out
    kept = {"until": "2028-11-01", "review": "2027-11-01"}
    assert {key: record(site)[key] for key in kept} == kept
    agreed(site, SHED, "--given", "2026-02-01", "--until", "2027-12-01", "--review", "2027-06-01")
    assert (record(site)["until"], record(site)["review"]) == ("2027-12-01", "2027-06-01")


def test_asking_again_answers_the_day_on_which_it_was_planned(tmp_path: Path) -> None:
    """Or it would be due for ever. It is told, since a key goes from the file."""
    old = "{record: R-2, asked: 2025-01-05, until: 2028-11-01, review: 2026-01-31}"
    site = site_with(tmp_path, asked().replace(ASKED, old))
    said = agreed(site, SHED, "--given", "2026-02-01")
    assert "asked again by 2026-01-31, as was planned" in said.out
    assert "review" not in record(site)


def test_an_end_that_is_over_has_to_be_named_anew(tmp_path: Path) -> None:
    """A yes of today cannot have ended, and no other day was signed."""
    old = "{record: R-2, asked: 2020-01-05, until: 2026-01-01}"
    site = site_with(tmp_path, asked().replace(ASKED, old))
    said = agreed(site, SHED, "--given", "2026-02-01")
    assert (said.code, "as --until" in said.err) == (3, True), said.all


def test_it_shows_whom_it_is_about_and_asks(tmp_path: Path) -> None:
    """An id alone makes the wrong person easy. Without an answer nothing is written."""
    site = site_with(tmp_path, asked(WORDS.replace("green gate", "green gate " + "again " * 20)))
    before = (site / SHED).read_bytes()
    consent(site, "form", SHED, "--voice", "sam")
    words = ("agree", SHED, "--voice", "sam", "--record", "R-2", "--by", "self", "--uses", "web")
    said = consent(site, *words)
    assert (said.code, "nothing was written" in said.err) == (3, True), said.all
    assert "Sam (pseudonym)" in said.out
    assert "“I mended the green gate again again again again again again again …”" in said.out
    assert "record R-2, said by: self" in said.out
    assert (site / SHED).read_bytes() == before


def test_one_record_is_one_persons(tmp_path: Path) -> None:
    """Or one could not leave without the other, and nobody would know whose paper it is."""
    ann = story(WORDS.replace("sam", "ann"), voice("ann", "Ann", YES.replace("R-1", "R-2")))
    site = site_with(tmp_path, asked(), other=ann)
    said = agreed(site, SHED, "--record", "r–2")
    assert (said.code, "ann in stories/other.md" in said.err) == (3, True), said.all
    assert agreed(site, SHED, "--same-person").code == 0


@pytest.mark.parametrize("facts", [{}, {"person": "sam-lea"}], ids=["by name", "by person"])
def test_the_same_person_has_one_record_in_many_stories(
    facts: dict[str, str], tmp_path: Path
) -> None:
    """Known by their name, or by `person` where two stories call them otherwise."""
    name = "Sam" if not facts else "Robin"
    yes = YES.replace("R-1", "R-2")
    site = site_with(tmp_path, asked(**facts), other=story(WORDS, voice("sam", name, yes, **facts)))
    assert agreed(site).code == 0


def test_a_word_that_many_are_called_by_is_nobodys_name(tmp_path: Path) -> None:
    """Two participants of two stories are two people, unless somebody says otherwise."""
    nobody = {"identity": "anonymous"}
    other = story(WORDS, voice("sam", "Participant", YES.replace("R-1", "R-2"), **nobody))
    here = story(WORDS, voice("sam", "Participant", ASKED, **nobody))
    assert agreed(site_with(tmp_path, here, other=other)).code == 3


def test_coming_back_takes_a_new_record(tmp_path: Path) -> None:
    """The old one is closed, in whatever story it was closed."""
    gone = story(WORDS, voice("sam", "Sam", WITHDRAWN))
    site = site_with(tmp_path, asked(), other=gone)
    before = (site / SHED).read_bytes()
    said = agreed(site, SHED, "--record", "R-0")
    assert said.code == 3
    assert "coming back needs a new record" in said.err
    assert (site / SHED).read_bytes() == before
    assert agreed(site, "stories/other.md", "--record", "R-3").code == 0
    assert "withdrawn" not in record(site, "stories/other.md")
    assert record(site, "stories/other.md")["record"] == "R-3"


def test_what_the_group_holds_stays_held(tmp_path: Path) -> None:
    """A yes does not answer the group's own worry."""
    site = site_with(tmp_path, story(WORDS, voice("sam", "Sam", YES.replace("}", ", held: x}"))))
    assert "held back by the group" in agreed(site).out
    assert record(site)["held"] == "x"


REFUSED = {
    "another voice": (["--record", "R-7"], "another voice of this story has this record"),
    "a page of one's own": (["--uses", "web,people"], "leave `people` out"),
    "a name as a record": (["--record", "Ona Lea"], "no digit in this one"),
    "a record with a name": (["--record", "Sam-7"], "tells the name"),
    "a yes before the question": (["--given", "2026-01-04"], "before they were asked"),
    "a yes of tomorrow": (["--given", "2099-01-01"], "still to come"),
    "for ever": (["--given", "2026-05-01", "--until", "2126-05-01"], "longer than 20 years"),
    "a review of the past": (["--given", "2026-05-01", "--review", "2026-05-01"], "--review"),
    "a parent without an end": (["--by", "parent"], "needs --until"),
    "no time": (["--given", "2026-05-01", "--until", "2026-05-01"], "end before it begins"),
}


@pytest.mark.parametrize(("words", "message"), REFUSED.values(), ids=REFUSED)
def test_what_would_do_harm_is_refused(words: list[str], message: str, tmp_path: Path) -> None:
    """Before anything is written."""
    ann = voice("ann", "Ann", YES.replace("R-1", "R-7"))
    site = site_with(tmp_path, asked(WORDS, ann))
    before = (site / SHED).read_bytes()
    said = agreed(site, SHED, *words)
    assert (said.code, message in said.err) == (3, True), said.all
    assert (site / SHED).read_bytes() == before


MISTYPED = {
    "a use": (["--uses", "web,fed"], "did you mean feed?"),
    "no use": (["--uses", ","], "write some of"),
    "a day": (["--given", "01/06/2026"], "write it like 2026-03-31"),
    "no such day": (["--until", "2026-02-30"], "write it like 2026-03-31"),
    "who": (["--by", "mother"], "is not one of"),
    "nothing": (["--record", " "], "one line of text"),
}


@pytest.mark.parametrize(("words", "message"), MISTYPED.values(), ids=MISTYPED)
def test_what_is_mistyped_is_told(words: list[str], message: str, tmp_path: Path) -> None:
    """With what would be right."""
    said = agreed(site_with(tmp_path, asked()), SHED, *words)
    assert (said.code, message in said.err) == (2, True), said.all


def test_a_voice_that_is_not_there_is_nearly_another(tmp_path: Path) -> None:
    """The nearest id is named, and so are files that are not there."""
    site = site_with(tmp_path, asked())
    said = agreed(site, voice="sma")
    assert (said.code, "did you mean “sam”?" in said.err) == (3, True)
    assert agreed(site, "stories/none.md").code == 3


def test_a_file_with_an_error_is_mended_first(tmp_path: Path) -> None:
    """What cannot be shown cannot be agreed to."""
    site = site_with(tmp_path, asked().replace("date: 2026-01-01", "date: soon"))
    said = agreed(site)
    assert (said.code, "see byleave check" in said.err) == (3, True)


def test_who_sits_at_a_terminal_is_asked_for_what_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each until it is answered: nobody has to know the names of options to write down a yes."""
    monkeypatch.setattr("byleave.cli.asking.is_terminal", lambda: True)
    monkeypatch.setattr("byleave.cli.consent.answers.agreeing.is_terminal", lambda: True)
    site = site_with(tmp_path, asked())
    made = consent(site, "form", SHED, "--voice", "sam")
    code = CODE.findall(made.out)[0]
    answers = "sam", "R-2", "myself", "self", "F-1", code, "web, fed", "web, feed", "y", ""
    said = run("consent", "agree", SHED, "--site", site, said="\n".join(answers))
    assert said.code == 0, said.all
    assert "did you mean feed?" in said.all
    assert record(site)["record"] == "R-2"
    assert record(site)["uses"] == ["web", "feed"]


def test_where_nobody_is_there_what_is_missing_is_told(tmp_path: Path) -> None:
    """A script waits for no answer."""
    said = run("consent", "agree", SHED, "--site", site_with(tmp_path, asked()))
    assert said.code == 2
    assert "Missing option '--voice'" in said.err
