"""Whose entry names somebody withheld goes with them, and whose entry names those, and so on."""

from itertools import permutations
from pathlib import Path

import pytest

from tests.gate.sites import passed, texts_in
from tests.read.folders import WITHDRAWN, story, voice

TILDA = voice("tilda", "Tilda", part="author")
SAM = voice("sam", "Sam", WITHDRAWN)
UNA = voice("una", "Una", role="Sam's aunt")
BEN = voice("ben", "Ben", role="Una's neighbour")
CAT = voice("cat", "Cat", role="Ben's friend")


@pytest.mark.parametrize("voices", [*permutations((UNA, BEN, CAT))])
def test_names_are_followed_in_any_order(tmp_path: Path, voices: tuple[str, ...]) -> None:
    """A role would say who the one was who is gone: "the neighbour of Sam's aunt"."""
    published, _ = passed(tmp_path, {"stories/fair.md": story("W.\n", TILDA, SAM, *voices)})
    assert [one.id for one in published.stories[0].voices] == ["tilda"]


@pytest.mark.parametrize("answer", ["a", "z"])
def test_names_are_followed_through_all_stories(tmp_path: Path, answer: str) -> None:
    """Also into a response, whether it is looked at before the story that it answers, or after."""
    files = {
        "stories/m.md": story("W.\n", TILDA, SAM, UNA),
        f"stories/{answer}.md": story("V.\n", TILDA, BEN, responds_to="stories/m.md", title=None),
    }
    published, _ = passed(tmp_path, files)
    assert len(published.stories) == 2
    assert not {"Ben", "Una", "Sam"} & {*texts_in(published.stories)}
