"""What the rest of a site can see of a story, so that an edit may not be heard by itself."""

from pathlib import Path

import pytest

from byleave.gate import judge, judge_again
from byleave.read import read_site, read_story_again
from tests.gate.sites import NOON
from tests.read.folders import WITHDRAWN, YES, put, story, voice

AGREED = YES.replace("}", ", words: [w-0123456789abcdef]}")


def heard(folder: Path, before: str, after: str, *voices: str) -> bool:
    """Whether an edit is heard by itself, in a site with a draft and somebody withdrawn."""
    others = (voice("tom", "Tom"), voice("qw", "Qwynneth", WITHDRAWN))
    known = read_site(
        put(
            folder,
            {
                "stories/fair.md": story(before, *others, *voices),
                "stories/hush.md": story("Words.\n", title="Unripe plums", date=None),
            },
        )
    )
    verdict = judge(known.tree, NOON, rehearsing=True)
    put(folder, {"stories/fair.md": story(after, *others, *voices)})
    again = read_story_again(known, "stories/fair.md")
    return again is not None and judge_again(verdict, again.story) is not None


PASSAGE = "Tea.\n\n::: voice tom\nCake.\n:::\n\nEnd.\n"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Tea.", "Coffee."),
        ("Tea.", "Tea.\n\n## At noon\n\nMore tea."),
        ("Cake.", "A cake."),
        ("Tea.", "Tea at [the hall](https://hall.example.org/)."),
        ("Tea.", "Tea {tom} made."),
    ],
)
def test_other_words_are_heard_by_themselves(tmp_path: Path, old: str, new: str) -> None:
    """Writing a text is what editors do most, and nobody waits for it."""
    before = PASSAGE if "{tom}" not in new else PASSAGE.replace("Tea.", "Tea, {tom}.")
    assert heard(tmp_path, before, before.replace(old, new).replace("Tea, {tom}.", new))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Tea.", "Tea {tom} made."),
        ("Tea.", "Tea with Qwynneth."),
        ("Cake.", "A cake of Qwynneth's."),
        ("Cake.", "A cake of {qw}'s."),
        ("Tea.", "Tea with [plums](hush.md)."),
        ("::: voice tom", "::: voice tom about qw"),
        ("::: voice tom", "::: voice qw"),
        ("Cake.\n:::\n", "Cake.\n:::\n\n::: voice tom\nJam.\n:::\n"),
    ],
)
def test_names_links_and_passages_are_not(tmp_path: Path, old: str, new: str) -> None:
    """What a decision may hang on is decided anew."""
    assert not heard(tmp_path, PASSAGE, PASSAGE.replace(old, new))


def test_the_words_of_a_link_are_not(tmp_path: Path) -> None:
    """A link tells of a withheld story by its words."""
    before = PASSAGE.replace("Cake.", "Cake with [fruit](hush.md).")
    assert not heard(tmp_path, before, before.replace("fruit", "Unripe plums"))
    assert heard(tmp_path, before, before.replace("Cake with", "A cake with"))


def test_words_that_somebody_agreed_to_are_not(tmp_path: Path) -> None:
    """There, each word decides."""
    una = voice("una", "Una", AGREED)
    assert not heard(tmp_path, PASSAGE, PASSAGE.replace("Cake.", "A cake."), una)
