"""What an editor is warned of: words that would tell of somebody who leaves, once a story."""

from pathlib import Path

import pytest

from byleave.diagnostics import Diagnostic
from byleave.gate import admit
from tests.gate.sites import NOON, Files
from tests.laws.pictures import picture
from tests.read.folders import WITHDRAWN, YES, read, story, voice

TILDA = voice("tilda", "Tilda", part="author")
SAM = voice("sam", "Sam Carter", identity="named", part="quoted", role="Social worker")
PSEUDONYM = voice("kit", "Kit", part="author")
OPEN = YES.replace("}", ", review: 2030-01-01}")


def said(folder: Path, files: Files) -> list[Diagnostic]:
    """Every finding about a site, private ones too."""
    result = read(folder, files)
    _, report = admit(result.tree, NOON)
    return [*result.findings, *report.findings]


def told(folder: Path, files: Files) -> list[tuple[str, str]]:
    """Path and code of each finding that everybody is told."""
    return [(one.path, one.code) for one in said(folder, files) if not one.private]


def codes(folder: Path, body: str, *voices: str, **front: str | None) -> list[str]:
    """The codes of what is told of one story."""
    files = {"stories/a.md": story(body, *(voices or (TILDA, SAM)), **front)}
    return [code for _, code in told(folder, files)]


COUNTED = {
    "the second speaker": "The second speaker did not agree.\n",
    "all three residents": "All three residents said so.\n",
    "over a line's end": "The second\nspeaker said so.\n",
    "both": "Both residents said so.\n",
    "as many as there are voices": "Two residents said so.\n",
    "in a passage by another": "::: voice tilda\nThe other resident said so.\n:::\n",
}


@pytest.mark.parametrize("body", COUNTED.values(), ids=COUNTED)
def test_a_count_of_people_is_told(tmp_path: Path, body: str) -> None:
    """When one of them leaves, the number would still tell that somebody was there."""
    assert codes(tmp_path, body) == ["counts-people"]


NOT_COUNTED = {
    "how many came": "Twelve people came, and three of them had dogs.\n",
    "things": "The second table stood by the first. Both of them were full.\n",
    "days": "On the second day all three kettles broke.\n",
    "somebody": "Another resident said so. The residents agreed. A third person cannot know.\n",
}


@pytest.mark.parametrize("body", NOT_COUNTED.values(), ids=NOT_COUNTED)
def test_other_numbers_are_not_told(tmp_path: Path, body: str) -> None:
    """Editors who are warned of everything read no warnings."""
    assert codes(tmp_path, body) == []


def test_who_wrote_it_all_leaves_with_it_all(tmp_path: Path) -> None:
    """A story whose voices are all its authors goes as a whole, numbers and all."""
    assert codes(tmp_path, "The second speaker was late, and so was Tilda.\n", TILDA) == []


@pytest.mark.parametrize(
    "body",
    ["Yr ail siaradwr oedd yn hwyr.\n", "Roedd y tri phreswylydd yno.\n", "Aethon ni ill dwy.\n"],
)
def test_a_count_of_people_in_welsh_is_told(tmp_path: Path, body: str) -> None:
    """Half of the stories of some groups are in Welsh."""
    assert codes(tmp_path, body, language="cy") == ["counts-people"]


def test_a_first_name_alone_is_told(tmp_path: Path) -> None:
    """Only the whole public name counts as naming: “Sam” would stay when Sam Carter leaves."""
    assert codes(tmp_path, "We asked Sam about it.\n") == ["part-of-a-name"]
    assert codes(tmp_path, "Words.\n", title="What Sam said") == ["part-of-a-name"]


@pytest.mark.parametrize(
    "body",
    [
        "We asked {sam} about it, and Sam Carter said yes.\n",
        "::: voice sam\nI am Sam.\n:::\n",
        "::: voice tilda about sam\nSam said yes.\n:::\n",
        "The same samples. A Samoyed, and Sam-shaped bread.\n",
    ],
)
def test_what_leaves_with_the_voice_is_not_told(tmp_path: Path, body: str) -> None:
    """Whole names, ids and passages by or about somebody are taken out with them."""
    assert codes(tmp_path, body) == []


def test_a_name_that_is_also_a_word(tmp_path: Path) -> None:
    """At the start of a sentence “Will” asks a question, elsewhere it is somebody."""
    will = voice("will", "Will Ashby", identity="named", part="quoted")
    assert codes(tmp_path, "It rains. Will it stop?\n", TILDA, will) == []
    assert codes(tmp_path, "We asked Will again.\n", TILDA, will) == ["part-of-a-name"]


@pytest.mark.parametrize("said", ["{Kim}", "{ kim }", "{KIM }", "{kim_}"])
def test_an_id_that_is_no_id_in_its_braces_is_told(tmp_path: Path, said: str) -> None:
    """Readers would see the braces; what is meant as it stands is written with a backslash."""
    who = TILDA, voice("kim", "Bo", part="quoted")
    assert codes(tmp_path, f"Then\n{said} came.\n", *who, title=f"With {said}") == ["name-braces"]
    assert codes(tmp_path, f"Then \\{said} came.\n", *who) == []
    assert codes(tmp_path, "Then {Tomorrow} came, and {kim}.\n", *who) == []


@pytest.mark.parametrize("consent", [YES, WITHDRAWN])
def test_the_braces_of_whoever_has_left_are_told_in_private(tmp_path: Path, consent: str) -> None:
    """As all else that names one voice."""
    sam = voice("sam", "Bo", consent, part="quoted")
    found = said(tmp_path, {"stories/a.md": story("Then {Sam} came.\n", TILDA, sam)})
    assert [one.private for one in found if one.code == "name-braces"] == [consent == WITHDRAWN]


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("Jose", "José said no.\n"),
        ("Jose", "We asked Jose\u0301 about it.\n"),
        ("Sian", "Then\nSIÂN came.\n"),
        ("Rose", "It was Rosé who came.\n"),
        ("Lukasz", "::: voice tilda\nŁukasz knows.\n:::\n"),
    ],
)
def test_a_name_with_other_marks_is_told(tmp_path: Path, name: str, body: str) -> None:
    """As it is written under `name`, nothing finds it in the text."""
    jo = voice("jo", name, part="quoted")
    assert codes(tmp_path, body, TILDA, jo) == ["name-marks"]


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("José", "José said no, and so did Jose.\n"),
        ("Jose", "{jo} and Jose said no.\n"),
        ("Jose", "::: voice jo\nI am José.\n:::\n"),
        ("Jose", "::: voice tilda about jo\nJosé said no.\n:::\n"),
        ("Jose", "The café in Ynys Môn, a cliché, and Joséphine.\n"),
        ("Rose", "A glass of rosé. Rosé it was.\n"),
        ("Tan", "Tân! Roedd tân yno.\n"),
    ],
)
def test_other_words_with_marks_are_not_told(tmp_path: Path, name: str, body: str) -> None:
    """Warnings that are wrong are soon not read any more."""
    jo = voice("jo", name, part="quoted")
    assert codes(tmp_path, body, TILDA, jo) == []


def test_a_name_with_other_marks_is_told_once(tmp_path: Path) -> None:
    """With all of its lines, and without the name."""
    body = "José said no.\n\nAnd José said so.\n"
    files = {"stories/a.md": story(body, TILDA, voice("jo", "Jose", part="quoted"))}
    (finding,) = said(tmp_path, files)
    assert "lines 16, 18" in finding.message
    assert "Jos" not in finding.message + finding.do


def test_the_first_word_of_a_groups_name_is_no_first_name(tmp_path: Path) -> None:
    """A name in which a word begins small is that of a group, and its first word is a word."""
    group = voice("g", "Sunday walkers", identity="named", part="quoted")
    person = voice("g", "Sunday Walker", identity="named", part="quoted")
    assert codes(tmp_path, "We go every Sunday.\n", TILDA, group) == []
    assert codes(tmp_path, "We go with Sunday.\n", TILDA, person) == ["part-of-a-name"]


def test_a_role_that_stands_for_a_voice_is_told(tmp_path: Path) -> None:
    """Everybody in the street knows who the social worker was."""
    assert codes(tmp_path, "The social worker said no.\n") == ["role-for-a-name"]
    assert codes(tmp_path, "Some social workers say no.\n") == []


def test_a_role_is_looked_for_wherever_readers_meet_words(tmp_path: Path) -> None:
    """In the entry of somebody else, too; each voice's own entry goes with it."""
    cook, other = (voice(id_, id_.title(), part="speaker", role="The cook") for id_ in ("al", "bo"))
    assert codes(tmp_path / "own", "Words.\n", TILDA, cook, other) == []
    washer = voice("cy", "Cy", part="speaker", role="Washes up for the cook")
    assert codes(tmp_path / "entry", "Words.\n", TILDA, cook, washer) == ["role-for-a-name"]
    summary = "The cook wins."
    assert codes(tmp_path / "summary", "Words.\n", TILDA, cook, summary=summary) == [
        "role-for-a-name"
    ]


def test_an_organisation_is_nobodys_role(tmp_path: Path) -> None:
    """Words with “the” before a name in capitals tell of a group, which does not leave."""
    rosa = voice("rosa", "Rosa", part="speaker", role="A Warm Street")
    assert codes(tmp_path, "The Warm Street plan began here.\n", TILDA, rosa) == []


def test_a_relative_who_is_mentioned_and_not_declared_is_told(tmp_path: Path) -> None:
    """Nobody asked her, and everybody who knows the teller knows who she is. Once a story."""
    body = "My mother sewed.\n\nAnd her brother sang.\n\n::: voice sam\nMy nan too.\n:::\n"
    (finding,) = said(tmp_path, {"stories/a.md": story(body, TILDA, SAM)})
    assert finding.code == "relative-not-declared"
    first = finding.line
    assert finding.message.endswith(f"(lines {first}, {first + 2}, {first + 5})")
    assert "mother" not in finding.message


@pytest.mark.parametrize("body", ["Roedd fy mam yno.\n", "Canodd ei frawd.\n", "Aeth ein nain.\n"])
def test_a_relative_in_welsh_is_told(tmp_path: Path, body: str) -> None:
    """In each form that a word before it gives to the word."""
    assert codes(tmp_path, body, language="cy") == ["relative-not-declared"]


def test_a_relative_who_is_a_voice_is_not_told(tmp_path: Path) -> None:
    """By id, by role, by name right behind the word, or by whom a passage is about."""
    sams = voice("sams-mother", "Ann")
    assert codes(tmp_path, "Sam's mum sewed.\n", TILDA, sams) == []
    other = voice("p1", "Ann", role="Tilda's mother")
    assert codes(tmp_path, "My mum sewed.\n", TILDA, other) == []
    assert codes(tmp_path, "My sister {p1} sang.\n", TILDA, voice("p1", "Ann")) == []
    body = "::: voice tilda about p1\nMy sister sang.\n:::\n"
    assert codes(tmp_path, body, TILDA, voice("p1", "Ann")) == []


def test_the_same_pseudonym_on_two_stories_is_told(tmp_path: Path) -> None:
    """Who reads both can put together what each alone hides."""
    one = {"stories/a.md": story("A.\n", PSEUDONYM), "stories/b.md": story("B.\n", PSEUDONYM)}
    assert told(tmp_path, one) == [
        ("stories/a.md", "same-pseudonym"),
        ("stories/b.md", "same-pseudonym"),
    ]


def test_a_pseudonym_may_be_shared_by_a_story_and_its_responses(tmp_path: Path) -> None:
    """A story, its responses and its versions stand together anyway."""
    files = {
        "stories/a.md": story("A.\n", PSEUDONYM),
        "stories/a.responses/b.md": story("B.\n", PSEUDONYM, responds_to="stories/a.md"),
        "stories/c.md": story("C.\n", translation_of="stories/a.md", language="cy"),
    }
    assert told(tmp_path, files) == []


def test_one_person_who_wants_to_be_known_as_one_is_not_told(tmp_path: Path) -> None:
    """The same `person`, with the use `people` in both."""
    kit = voice("kit", "Kit", OPEN, part="author", person="kit")
    other = voice("kit", "Kit", OPEN, part="author", person="another-kit")
    same = {"stories/a.md": story("A.\n", kit), "stories/b.md": story("B.\n", kit)}
    assert told(tmp_path, same) == []
    assert told(tmp_path, {**same, "stories/b.md": story("B.\n", other)}) != []


WITHHELD = voice("sam", "Sam Carter", WITHDRAWN, identity="named", part="quoted", role="The cook")
PORTRAIT = "{alt: A face, shows: [sam]}"
HIDDEN: dict[str, Files] = {
    "a story that is withheld": {
        "stories/a.md": story("My mother.\n", voice("kit", "Kit", WITHDRAWN, part="author"))
    },
    "a first name of somebody who left": {"stories/a.md": story("Ask Sam.\n", TILDA, WITHHELD)},
    "a count that only who left makes telling": {
        "stories/a.md": story("The second speaker.\n", TILDA, WITHHELD)
    },
    "the other story is withheld": {
        "stories/a.md": story("A.\n", PSEUDONYM),
        "stories/b.md": story("B.\n", voice("kit", "Kit", WITHDRAWN, part="author")),
    },
    "a picture of somebody who left, shown nowhere": {
        "stories/a/index.md": story("A.\n", TILDA, WITHHELD, media=f"{{a.png: {PORTRAIT}}}"),
        "stories/a/a.png": picture("a"),
    },
    "a picture of somebody who left, shown twice": {
        "stories/a/index.md": story(
            "![](a.png)\n", TILDA, WITHHELD, lead="a.png", media=f"{{a.png: {PORTRAIT}}}"
        ),
        "stories/a/a.png": picture("a"),
    },
    "a reason": {
        "stories/a.md": story(
            "A.\n", TILDA, voice("p1", "Ann", YES.replace("}", ", held: a complaint}"))
        )
    },
}


@pytest.mark.parametrize("files", HIDDEN.values(), ids=HIDDEN)
def test_what_would_tell_of_somebody_withheld_is_private(tmp_path: Path, files: Files) -> None:
    """It is said to those who ask for everything, and not to a log."""
    findings = said(tmp_path, files)
    assert findings
    assert all(one.private for one in findings)


OFFLINE = {
    "an e-mail address": "role: write to ann@lea.example.org",
    "a telephone number": "place: ring 01632 960 123",
    "a telephone number from abroad": "place: ring +44 1632 960123",
    "a comment": "# ann@lea.example.org",
    "a birth": "role: born in spring",
}


@pytest.mark.parametrize("line", OFFLINE.values(), ids=OFFLINE)
def test_what_belongs_offline_is_told_and_not_repeated(tmp_path: Path, line: str) -> None:
    """With line and column; whoever can read a log must not read it there."""
    text = story("A.\n", voice("p1", "Ann")).replace("    consent:", f"    {line}\n    consent:", 1)
    (finding,) = said(tmp_path, {"stories/a.md": text})
    assert finding.code == "belongs-offline"
    assert line in text.splitlines()[finding.line - 1]
    assert finding.column > 4
    words = f"{finding.message} {finding.do}"
    assert not any(part in words for part in ("ann@", "01632", "1632", "spring"))


def test_dates_and_records_are_no_telephone_numbers(tmp_path: Path) -> None:
    """Every consent record is full of digits."""
    consent = YES.replace("R-1", "00352021").replace("}", ", words: [w-0123456789ab]}")
    files = {"stories/a.md": story("Words.\n", voice("p1", "Ann", consent))}
    assert [one.code for one in said(tmp_path, files)] == []


@pytest.mark.parametrize("key", ["date_of_birth", "real-name", "email", "parent", "capacity"])
def test_a_key_for_what_belongs_offline_is_an_error(tmp_path: Path, key: str) -> None:
    """Not “did you mean”: it must not be there under any name."""
    files = {"stories/a.md": story("A.\n", voice("p1", "Ann", **{key: "x"}))}
    (finding,) = set(said(tmp_path, files))
    assert (finding.severity, finding.code) == ("error", "unknown-key")
    assert "offline" not in finding.code
    assert "must never be in the repository" in finding.message
