"""Whatever readers meet of a story's front matter is known to the gate, key by key of its table.

A key that is added to the table is tried here by itself.
"""

from pathlib import Path
from typing import Any

import pytest

from byleave.gate import absent, judge
from byleave.model.parts import PARTS, Part
from byleave.model.published import Story
from tests.gate.every_part import (
    CONSENT,
    NAMING,
    WORDED,
    files_of,
    ids,
    said_by,
    with_part,
)
from tests.gate.sites import NOON, passed, texts_in, tree

NAME = "Qwynneth Oakley"
FAIR = "stories/fair/index.md"
TELLING = ("qwynneth", "oakley")


def with_her(front: dict[str, Any], **consent: str) -> dict[str, Any]:
    """`front` with one voice more, who is not heard in it."""
    her = {"name": NAME, "identity": "named", "part": "convenor"}
    front["voices"]["q"] = {**her, "consent": {**CONSENT, "record": "R-2", **consent}}
    return front


def told(folder: Path, front: dict[str, Any]) -> str:
    """All that passes of the story, her own entry apart, as one text in small letters."""
    published, _ = passed(folder, files_of(front))
    stories = [texts_in(_without_her(story)) for story in published.stories]
    return "\n".join(text for texts in stories for text in texts).casefold()


def _without_her(story: Story) -> list[Any]:
    voices = tuple(voice for voice in story.voices if voice.id != "q")
    media = tuple(story.media.values())
    beside = (story.what_happened, story.notice, story.rights, story.checked_with, story.pull)
    lines = (story.title, story.summary, *beside, *story.allow.values())
    return [*lines, story.aliases, story.event or (), voices, media]


@pytest.mark.parametrize("part", NAMING, ids=ids)
def test_a_name_is_withheld_wherever_it_stands(tmp_path: Path, part: Part) -> None:
    """And is there, in that very part, for as long as she may be named."""
    front = with_part(part, said_by(part, NAME))
    shown = told(tmp_path / "before", with_her(front))
    assert all(word in shown for word in TELLING)
    hidden = told(tmp_path / "after", with_her(front, withdrawn="yes"))
    assert not any(word in hidden for word in TELLING)


@pytest.mark.parametrize("part", [part for part in PARTS if part.kind == "ids"], ids=ids)
def test_what_is_somebodys_goes_with_them(tmp_path: Path, part: Part) -> None:
    """A picture or a line of a programme, by the ids that stand beside it."""
    front = with_part(part, ["tom", "q"])
    with_it = told(tmp_path / "before", with_her(front))
    without = told(tmp_path / "after", with_her(front, withdrawn="yes"))
    assert len(without) < len(with_it)


@pytest.mark.parametrize("part", [part for part in NAMING if part.kind == "words"], ids=ids)
def test_names_are_set_where_they_are_marked(tmp_path: Path, part: Part) -> None:
    """Nothing after the gate sets them; but for the words of files, which stand in the body."""
    shown = told(tmp_path, with_part(part, "By {tom}, \\{tom}"))
    assert ("by \ue000tom\ue001" if part.of == "file" else "by tom, {tom}") in shown


@pytest.mark.parametrize("part", WORDED, ids=ids)
def test_an_audit_looks_for_the_words_of_every_part(tmp_path: Path, part: Part) -> None:
    """Of a story that is withheld, nothing is forgotten."""
    words = said_by(part, "Plum Cheese")
    front = {**with_part(part, words), "date": "2031-01-01"}
    withheld = absent(tree(tmp_path, files_of(front)), NOON)
    sought = [one.text for one in withheld.words] + [one.name for one in withheld.names]
    assert words in sought


@pytest.mark.parametrize("part", [p for p in PARTS if p.kind in ("words", "plain")], ids=ids)
def test_a_warning_looks_at_every_part(tmp_path: Path, part: Part) -> None:
    """What counts people tells that somebody has left, also where it is no text."""
    front = with_part(part, "What the third speaker said")
    report = judge(tree(tmp_path, files_of(front)), NOON, rehearsing=False).report
    assert [one.path for one in report.findings if one.code == "counts-people"] == [FAIR]
