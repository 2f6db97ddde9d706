"""What stands in a record and no form can be behind is told, and takes nobody off the site."""

from pathlib import Path

import pytest

from tests.gate.sites import passed
from tests.read.folders import story, voice

PATH = "stories/shed.md"
BODY = "::: voice sam\nI mended the gate.\n:::\n"
SOUND = (
    "{record: R-5, asked: 2026-01-05, given: 2026-02-01, by: self, uses: [web], until: 2031-02-01}"
)


def told(folder: Path, consent: str, **facts: str) -> list[str]:
    """The codes of what is said of a site with Sam, who is published all the same."""
    text = story(BODY, voice("sam", "Sam Hale", consent, **facts))
    published, report = passed(folder, {PATH: text})
    if "withdrawn" not in consent:
        assert [one.id for one in published.stories[0].voices] == ["sam"]
    return [one.code for one in report.findings if not one.private]


ODD = {
    "a word": (("R-5", "drawer"), ["record-word"]),
    "a name": (("R-5", "Sam-Hale-1"), ["record-name"]),
    "a yes before the question": (
        ("asked: 2026-01-05", "asked: 2026-03-05"),
        ["given-before-asked"],
    ),
    "an end in a hundred years": (("2031-02-01", "2126-02-01"), ["until-far"]),
    "a hundred years, and a question before": (
        ("until: 2031-02-01", "until: 2126-02-01, review: 2029-01-01"),
        [],
    ),
    "an end that may be a birthday": (
        ("by: self, uses: [web], until: 2031-02-01", "by: parent, uses: [web], until: 2031-02-17"),
        ["parent-until-day"],
    ),
    "such an end of somebody who has left": (
        (
            "by: self, uses: [web], until: 2031-02-01",
            "by: parent, uses: [web], until: 2031-02-17, withdrawn: 2026-03-01",
        ),
        [],
    ),
    "a sound one": (("R-5", "R-5"), []),
    "somebody who has left": (("R-5", "Sam-Hale-1, withdrawn: 2026-03-01"), []),
}


@pytest.mark.parametrize(("change", "codes"), ODD.values(), ids=ODD)
def test_a_slip_by_hand_is_told(tmp_path: Path, change: tuple[str, str], codes: list[str]) -> None:
    """Commands refuse it; a web editor writes it. Who has left is told of to nobody."""
    assert told(tmp_path, SOUND.replace(*change)) == codes


def test_an_anonymous_voice_has_no_name_that_a_number_could_tell(tmp_path: Path) -> None:
    """“Participant 1” is a word and a number, and so is a record that begins so."""
    consent = SOUND.replace("R-5", "Sam-Hale-1")
    assert told(tmp_path, consent, identity="anonymous") == []
