"""What an editor wrote is what is read: nothing is guessed, and nothing is let pass."""

from pathlib import Path

import pytest

from byleave.model.source import SourceStory
from byleave.read.front_matter.yaml_text import read_yaml
from tests.read.folders import found, put, read, story, voice

TEXTS = ["no", "yes", "0035", "12:30", "1.10", "2026-01-01", "0x1F", "~", "null", "1_000", ".inf"]


@pytest.mark.parametrize("text", TEXTS)
def test_a_value_is_text(text: str) -> None:
    """YAML would make a number, a date or nothing of it; the key decides, and nobody else."""
    data, _, findings = read_yaml(f"record: {text}", "a.md")
    assert (data, findings) == ({"record": text}, ())


def the_story(folder: Path, text: str) -> SourceStory:
    """The one story of a site that has only this one."""
    result = read(folder, {"stories/shed.md": text})
    assert result.findings == ()
    return result.tree.stories[0]


@pytest.mark.parametrize("key", ["refused", "held", "withdrawn"])
@pytest.mark.parametrize("value", ["", "no", "2026-01-01", "[]", "{}", "[a, b]", '""', "maybe"])
def test_a_stop_counts_whatever_stands_beside_it(tmp_path: Path, key: str, value: str) -> None:
    """A person who said stop is not kept online by how somebody wrote it down."""
    block = f"    consent:\n      record: R-1\n      {key}: {value}\n"
    declared = voice("sam", "Sam").rpartition("    consent")[0] + block
    voices = the_story(tmp_path, story("Words.\n", declared)).front.voices or {}
    consent = voices["sam"].consent
    assert consent is not None
    assert getattr(consent, key) is True


def test_an_empty_key_is_an_absent_one(tmp_path: Path) -> None:
    """A form that was filled in halfway is a draft, not a list of errors."""
    text = story(date="", summary="", themes="", series="", event="")
    front = the_story(tmp_path, text).front
    assert (front.date, front.summary, front.themes, front.event) == (None, None, (), None)


def test_words_that_are_there_and_empty_agree_to_nothing(tmp_path: Path) -> None:
    """`words:` without anything is no fingerprint at all, and not every word there is."""
    declared = voice("sam", "Sam", "{record: R-1, words: }"), voice("jo", "Jo", "{record: R-2}")
    voices = the_story(tmp_path, story("Words.\n", *declared)).front.voices or {}
    consents = [one.consent for one in voices.values()]
    assert [one and one.words for one in consents] == [frozenset(), None]


WRONG = {
    "a date in another order": ("updated: 01/06/2026", "date"),
    "a day that never was": ("updated: 2026-02-30", "date"),
    "a date without noughts": ("updated: 2026-1-1", "date"),
    "a date in other digits": ("updated: ٢٠٢٦-٠١-٠١", "date"),
    "a list where a line belongs": ("summary: [one, two]", "not-text"),
    "a group where a line belongs": ("summary: {one: two}", "not-text"),
    "a line where a list belongs": ("themes: digging", "not-a-list"),
    "a group where a list belongs": ("themes: {digging: yes}", "wrong-type"),
    "a list where a group belongs": ("event: [x]", "wrong-type"),
    "a line where a group belongs": ("event: tomorrow", "wrong-type"),
    "no such language": ("language: English", "language"),
    "an address elsewhere": ("aliases: [https://example.org/]", "site-path"),
    "an address that climbs": ("aliases: [/a/../../b/]", "site-path"),
    "a theme that nobody has": ("themes: [digging]", "unknown-theme"),
    "a series that nobody has": ("series: digging", "unknown-series"),
    "a capital letter": ("Summary: x", "unknown-key"),
    "a YAML alias": ("summary: &a x", "yaml-alias"),
    "a YAML tag": ("summary: !!python/name:os.system x", "tag"),
    "two documents": ("--- # and\nsummary: x", "second-document"),
    "a key twice": ("summary: x\nsummary: y", "duplicate-key"),
    "an empty key twice": ("summary:\nsummary: y", "duplicate-key"),
    "a list as a key": ("? [a, b]\n: x", "key"),
    "an event without a beginning": ("event: {place: Hall}", "starts-missing"),
    "an event that ends first": (
        "event: {starts: 2026-01-02, ends: 2026-01-01}",
        "ends-before",
    ),
    "a time without a minute": ("event: {starts: 2026-01-02 9}", "date-time"),
    "a booking without a way": (
        "event: {starts: 2026-01-02, booking: {closes: 2026-01-01}}",
        "booking-way",
    ),
}


@pytest.mark.parametrize(("line", "code"), WRONG.values(), ids=WRONG)
def test_a_wrong_value_is_told(tmp_path: Path, line: str, code: str) -> None:
    """With the line and the one thing that is wrong; the story is withheld, and only that."""
    text = story().replace("date: 2026-01-01\n", f"date: 2026-01-01\n{line}\n")
    result = read(tmp_path, {"stories/shed.md": text, "stories/well.md": story()})
    assert {(path, here) for path, _, _, here in found(result)} == {("stories/shed.md", code)}
    assert {at for _, at, _, _ in found(result)} <= {4, 5}
    assert [one.path for one in result.tree.stories] == ["stories/well.md"]


VOICES = {
    "voices in a list": ("voices: []", "wrong-type"),
    "no name": ("voices: {sam: {identity: named, part: author, consent: {}}}", "name-missing"),
    "an id in capitals": ("voices: {SAM: {}}", "voice-id"),
    "a word as an id": (
        "voices: {about: {name: S, identity: named, part: author, consent: {}}}",
        "voice-id",
    ),
    "a part that is misspelt": (
        "voices: {sam: {name: S, identity: named, part: auther, consent: {}}}",
        "part",
    ),
    "no permission": (
        "voices: {sam: {name: S, identity: named, part: author}}",
        "consent-missing",
    ),
    "permission in a word": (
        "voices: {sam: {name: S, identity: named, part: author, consent: yes}}",
        "wrong-type",
    ),
    "permission without a record": (
        "voices: {sam: {name: S, identity: named, part: author, "
        "consent: {given: 2026-01-01, until: 2027-01-01}}}",
        "record-missing",
    ),
    "permission without an end": (
        "voices: {sam: {name: S, identity: named, part: author, "
        "consent: {given: 2026-01-01, record: R-1}}}",
        "until-missing",
    ),
    "how many of a group, in words": (
        "voices: {sam: {name: S, identity: named, part: author, consent: {group_of: some}}}",
        "number",
    ),
    "a round without a code": (
        "voices: {sam: {name: S, identity: named, part: author, "
        "consent: {seen: [{on: 2026-01-01, how: signed}]}}}",
        "round-missing",
    ),
    "a round in words": (
        "voices: {sam: {name: S, identity: named, part: author, consent: {seen: at home}}}",
        "not-a-list",
    ),
    "a round that was shown in no known way": (
        "voices: {sam: {name: S, identity: named, part: author, "
        "consent: {seen: [{round: F-1, on: 2026-01-01, how: sung}]}}}",
        "choice",
    ),
    "an end that is no date": (
        "voices: {sam: {name: S, identity: named, part: author, "
        "consent: {given: 2026-01-01, record: R-1, until: 01/06/2027}}}",
        "date",
    ),
}


@pytest.mark.parametrize(("line", "code"), VOICES.values(), ids=VOICES)
def test_a_voice_that_is_not_declared_well_is_told(tmp_path: Path, line: str, code: str) -> None:
    """Where a record of permission cannot be understood, nothing of its story is published."""
    text = story().replace("voices: {}", line)
    result = read(tmp_path, {"stories/shed.md": text})
    assert code in {here for _, _, _, here in found(result)}
    assert (result.tree.stories, len(result.tree.faulty)) == ((), 1)


MEANT = {
    "titel": ("titel: x", "title"),
    "Themes": ("Themes: []", "themes"),
    "responds-to": ("responds-to: x", "responds_to"),
}


@pytest.mark.parametrize(("line", "meant"), MEANT.values(), ids=MEANT)
def test_a_key_that_is_nearly_right_is_recognised(tmp_path: Path, line: str, meant: str) -> None:
    """A slip of the finger is answered with what was meant."""
    text = story().replace("date: 2026-01-01", line)
    (finding,) = read(tmp_path, {"stories/shed.md": text}).findings
    assert finding.do == f"did you mean “{meant}”?"


def test_words_that_are_no_key_are_not_repeated(tmp_path: Path) -> None:
    """A line of a diary that slipped into the front matter does not come out again in a log."""
    text = story().replace("date: 2026-01-01", "Qwynneth rang and wants it gone: yes")
    result = read(put(tmp_path, {}), {"stories/shed.md": text})
    assert [code for _, _, _, code in found(result)] == ["unknown-key"]
    assert not any("Qwynneth" in one.as_text() for one in result.findings)


def test_a_letter_in_two_halves_is_one_letter(tmp_path: Path) -> None:
    """Tools that make JSON write emoji so, and what is JSON is YAML."""
    front = story("Words.\n", title='"Tea \\ud83d\\ude00 \\u2019 \\uD83C\\uDF3B"')
    result = read(tmp_path, {"stories/a.md": front})
    assert found(result) == []
    assert result.tree.stories[0].front.title == "Tea \U0001f600 ’ \U0001f33b"
