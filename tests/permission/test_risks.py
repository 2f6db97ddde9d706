"""Hints for whoever looks after people's safety: things that tell more together than apart."""

from pathlib import Path

import pytest

from tests.cleaning.originals import photograph
from tests.permission.sites import WORDS, consent
from tests.read.folders import YES, put, story, voice

SHED, PLOT = "stories/shed.md", "stories/plot.md"
PARENTS = YES.replace("by: self", "by: parent").replace("2040", "2035")
PICTURE = "{fair.jpg: {alt: A fair, shows: [sam]}}"


def told(folder: Path, shed: str, plot: str | None = None) -> str:
    """What is said of a site with one story, or with two."""
    more: dict[str, str | bytes] = {PLOT: plot} if plot else {}
    theme = "---\ntitle: Moths\n---\nThey fly by night.\n"
    files: dict[str, str | bytes] = {
        SHED: shed,
        "stories/fair.jpg": photograph(),
        "themes/moths.md": theme,
    }
    site = put(folder, {**files, **more})
    said = consent(site, "risk")
    assert said.code == 0, said.all
    return " ".join(said.out.split())


def sam(consent_: str = YES, **facts: str) -> str:
    """Sam, with other facts than the usual."""
    return voice("sam", "Sam", consent_, **facts)


def other(consent_: str = YES, **facts: str) -> str:
    """A story with somebody else in it."""
    body = WORDS.replace("sam", "ann")
    return story(body, voice("ann", "Ann", consent_, **facts), title="Plot")


HELD = YES.replace("R-1", "R-9, held: 2026-01-02")
CASES: dict[str, tuple[str, str | None, str]] = {
    "a child with name, picture and place": (
        story(WORDS, sam(PARENTS, identity="first-name", place="Ware"), media=PICTURE),
        None,
        "a child's name, picture and place stand together",
    ),
    "another name that can be linked": (
        story(WORDS, sam(person="sam-c")),
        other(YES.replace("R-1", "R-9"), identity="named", person="sam-c"),
        "their own in stories/plot.md",
    ),
    "another name under one record": (
        story(WORDS, sam()),
        other(YES.replace("R-1", "r–1"), identity="named"),
        "their own in stories/plot.md",
    ),
    "a small place with a rare theme": (
        story(WORDS, sam(place="Ware"), themes="[moths]"),
        None,
        "may tell who they are",
    ),
    "somebody who is held elsewhere": (
        story(WORDS, sam(person="sam-c")),
        other(HELD, person="sam-c"),
        "they are held in stories/plot.md",
    ),
    "words about somebody that are not agreed to": (
        story(
            WORDS.replace("sam", "una about sam"), sam(), voice("una", "Una", "{asked: 2026-01-05}")
        ),
        None,
        "words about them by una",
    ),
}


@pytest.mark.parametrize(("shed", "plot", "words"), CASES.values(), ids=CASES)
def test_what_tells_more_together_is_named(
    tmp_path: Path, shed: str, plot: str | None, words: str
) -> None:
    """With a line on which whoever looked at it signs."""
    out = told(tmp_path, shed, plot)
    assert words in out
    assert "looked at by:" in out


def test_nothing_is_said_of_what_is_nothing(tmp_path: Path) -> None:
    """Nor of somebody who left: nothing of theirs is public."""
    assert told(tmp_path, story(WORDS, sam(place="Ware"))).startswith("nothing that")
    gone = YES.replace("R-1", "R-1, withdrawn: 2026-01-01")
    text = story(WORDS, sam(gone, place="Ware"), themes="[moths]")
    assert told(tmp_path, text).startswith("nothing that")


def test_a_record_of_two_people_is_told(tmp_path: Path) -> None:
    """One could not leave without the other; the same person in two stories is one."""
    yes = YES.replace("R-1", "R-4")
    shed = story(WORDS, voice("sam", "Sam", yes), voice("ann", "Ann", YES))
    plot = story(WORDS, voice("sam", "Sam", yes), voice("una", "Una", YES), title="Plot")
    site = put(tmp_path, {SHED: shed, "stories/plot.md": plot})
    said = consent(site, "records")
    assert said.code == 1
    assert f"record R-1 is that of two people: una in stories/plot.md, ann in {SHED}" in said.err
    assert "R-4 is" not in said.err
