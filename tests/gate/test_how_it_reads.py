"""What is told of how a story reads: of what is published, never of somebody's own words, and but
for what an editor allowed.
"""

from pathlib import Path

import pytest

from byleave.diagnostics import Diagnostic
from byleave.gate import admit, judge
from tests.gate.sites import NOON, Files, passed, tree
from tests.read.folders import WITHDRAWN, story, voice

TILDA = voice("tilda", "Tilda", part="author")
SAM = voice("sam", "Sam Carter", identity="named", part="quoted")
GONE = voice("kit", "Kit Moss", identity="named", part="quoted", consent=WITHDRAWN)
WORD = "hard-to-reach people"
LONG = "We went out in the rain and " + "walked on and on " * 10 + "until it was dark."


def advice(folder: Path, files: Files) -> tuple[Diagnostic, ...]:
    """All the advice on a site."""
    _, report = passed(folder, files)
    return report.advice


def of_one(folder: Path, body: str, *voices: str, **front: str | None) -> list[Diagnostic]:
    """What is told of one story."""
    return list(advice(folder, {"stories/a.md": story(body, *voices, **front)}))


OWN = {
    "a voice's": f"::: voice sam\n{WORD}, they say.\n:::\n",
    "about somebody": f"::: voice sam about tilda\nShe is one of those {WORD}.\n:::\n",
    "their name, and I": f"::: voice sam\nI, Sam Carter, am one of those {WORD}.\n:::\n",
    "an author's": f"I am one of those {WORD}.\n",
    "quoted": f"They are not “{WORD}”.\n\n> {WORD}\n",
    "what somebody is called": "Words.\n",
}
OTHERS = {
    "an author's": f"We asked {WORD}.\n",
    "a report": f"::: voice sam\nSam said that {WORD} came.\n:::\n",
    "a report by a mark": f"::: voice sam\n{{sam}} said that {WORD} came.\n:::\n",
    "an author about others": f"::: voice tilda about sam\nHe works with {WORD}.\n:::\n",
}


@pytest.mark.slow
@pytest.mark.parametrize("body", OWN.values(), ids=OWN)
def test_whose_words_are_left_alone(tmp_path: Path, body: str) -> None:
    """Nobody changes what somebody says of themselves, nor what is quoted."""
    sam = voice("sam", "Sam Carter", identity="named", part="quoted", role=f"Of {WORD}")
    assert of_one(tmp_path, body, TILDA, sam) == []


@pytest.mark.parametrize("body", OTHERS.values(), ids=OTHERS)
def test_whose_words_are_told_of(tmp_path: Path, body: str) -> None:
    """What an editor or an author writes about others is theirs to change."""
    assert [one.code for one in of_one(tmp_path, body, TILDA, SAM)] == ["word-about-people"]


def test_front_matter_is_looked_at_too(tmp_path: Path) -> None:
    """At the line of its key."""
    (one,) = of_one(tmp_path, "Words.\n", TILDA, summary=f"We met {WORD}.")
    assert one.code == "word-about-people"
    assert one.line > 1


def test_nothing_is_said_of_a_passage_that_is_withheld(tmp_path: Path) -> None:
    """An audit of messages finds nothing of who left, not even that their words were long."""
    body = f"Words.\n\n::: voice kit\nKit Moss met {WORD}. [here](/a/) {LONG}\n:::\n"
    assert of_one(tmp_path / "a", body, TILDA, GONE) == []


def test_of_a_withheld_story_editors_alone_are_told(tmp_path: Path) -> None:
    """A draft is read before it is public; its path is in no log."""
    (one,) = of_one(tmp_path, f"We met {WORD}.\n", TILDA, date=None)
    assert one.private


def test_who_speaks_without_an_author(tmp_path: Path) -> None:
    """Readers would take the words of one person for another's."""
    body = "I went home. Then I slept.\n"
    assert [one.code for one in of_one(tmp_path / "a", body, SAM)] == ["who-speaks"]
    assert of_one(tmp_path / "b", body, TILDA) == []


def test_an_exception_has_a_reason_and_is_shown(tmp_path: Path) -> None:
    """It is not told any more, in that story alone."""
    files = {
        "stories/a.md": story(f"{LONG}\n", TILDA, allow="{long-sentence: It is an oath}"),
        "stories/b.md": story(f"{LONG}\n", TILDA),
    }
    published, report = admit(tree(tmp_path, files), NOON)
    assert [one.path for one in report.advice] == ["stories/b.md"]
    assert [dict(one.allow) for one in published.stories if one.path == "stories/a.md"] == [
        {"long-sentence": "It is an oath"}
    ]


def test_an_exception_that_allows_nothing_is_told(tmp_path: Path) -> None:
    """Or the statement on access says what is not so any more."""
    (one,) = of_one(tmp_path / "a", "Words.\n", TILDA, allow="{long-sentense: It is an oath}")
    assert (one.code, one.private, one.about) == ("allows-nothing", False, "long-sentense")
    assert "did you mean long-sentence" in one.do


def test_whether_an_exception_was_for_what_is_withheld_is_not_told(tmp_path: Path) -> None:
    """It may have been for the words of somebody who left."""
    body = f"Words.\n\n::: voice kit\nKit Moss met {WORD}.\n:::\n"
    found = of_one(tmp_path, body, TILDA, GONE, allow="{word-about-people: As it was said}")
    assert [(one.code, one.private) for one in found] == [("allows-nothing", True)]


def test_a_site_may_allow_a_kind_everywhere(tmp_path: Path) -> None:
    """A reason in the settings is for all texts, the group's own pages too."""
    page = "---\ntitle: About\n---\nThe XYZ and **us**.\n"
    files = {"stories/a.md": story("The XYZ met.\n", TILDA), "site_src/pages/about.md": page}
    told = advice(tmp_path / "a", files)
    assert sorted(one.path for one in told) == ["site_src/pages/about.md", "stories/a.md"]
    allow = {"allow": "{initials: All of us know it}"}
    assert advice(tmp_path / "b", files | {"site_src/site.yaml": _settings(**allow)}) == ()


def _settings(**keys: str) -> str:
    from tests.read.folders import SETTINGS

    return SETTINGS + "".join(f"{key}: {value}\n" for key, value in keys.items())


def test_a_recording_is_written_out_somewhere(tmp_path: Path) -> None:
    """Somebody who does not hear has nothing else."""
    captions = r', captions: "WEBVTT\n\n00:00.000 --> 00:01.000\nHello\n"'
    for number, (more, beside, codes) in enumerate(
        (
            ("", "", ["recording-words"]),
            ("\n> What it says\n", "", []),
            ("\nThe transcript is below.\n", "", []),
            ("", ", transcript: Hello", []),
            ("", captions, []),
        )
    ):
        folder = tmp_path / str(number)
        media = f"{{a.mp3: {{alt: A talk, shows: nobody{beside}}}}}"
        files: Files = {
            "stories/a/index.md": story(f"![](a.mp3)\n{more}", TILDA, media=media),
            "stories/a/a.mp3": b"ID3\x03" + bytes(100),
        }
        report = judge(tree(folder, files), NOON, rehearsing=False).report
        assert [one.code for one in report.advice] == codes


def test_easy_read_has_a_measure_of_its_own(tmp_path: Path) -> None:
    """Nobody is told twice that a sentence is long; words about people count there as well."""
    files = {
        "stories/a.md": story("Words.\n", TILDA),
        "stories/b.md": story(f"{LONG}\n\nWe met {WORD}.\n", easy_read_of="stories/a.md").replace(
            "voices: {}\n", ""
        ),
    }
    report = judge(tree(tmp_path, files), NOON, rehearsing=False).report
    assert [one.code for one in report.advice] == ["word-about-people"]
    assert "easy-read-long" in [one.code for one in report.findings]


def test_what_the_glossary_explains_needs_no_explaining(tmp_path: Path) -> None:
    """Readers find it beside the word."""
    files = {
        "stories/a.md": story("The XYZ met, and the QRZ.\n", TILDA),
        "site_src/glossary.yaml": "words:\n  XYZ: {means: A club}\n  QRZ: {means: Another}\n",
    }
    assert advice(tmp_path, files) == ()


def test_a_bold_line_beside_a_text_without_a_paragraph_stops_nothing(tmp_path: Path) -> None:
    """Empty lines between two passages are a text of their own, with nothing in it to look at."""
    body = "**What we did**\n\nWe dug.\n\n::: voice sam\nOne.\n:::\n\n::: voice tilda\nTwo.\n:::\n"
    assert [one.code for one in of_one(tmp_path, body, TILDA, SAM)] == ["pretend-heading"]
