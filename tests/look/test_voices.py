"""What voices do in a story, and who speaks, in words."""

from collections.abc import Mapping

import pytest

from byleave.model.pieces import Body
from byleave.model.terms import KNOWN_PARTS
from byleave.render.strings import Strings
from byleave.render.voices import authors, part_words, who_speaks

ENGLISH = Strings().translations("en")


def _body(voices: Mapping[str, tuple[str, str]]) -> Body:
    return Body(
        source="stories/a.md",
        blocks=(),
        language="en",
        names={one: name for one, (name, _) in voices.items()},
        parts={one: part for one, (_, part) in voices.items()},
        links={},
        media={},
    )


@pytest.mark.parametrize("part", sorted(KNOWN_PARTS))
@pytest.mark.parametrize("count", [1, 2])
def test_every_part_that_is_known_has_words(part: str, count: int) -> None:
    """In Welsh too, so that nobody is called by a word of front matter."""
    assert part_words(part, count, Strings().translations("cy")) not in ("", part)


def test_a_part_of_the_groups_own_stands_as_it_was_written() -> None:
    """The list of parts is open."""
    assert part_words("tea maker", 1, ENGLISH) == "Tea maker"


@pytest.mark.parametrize(
    ("voices", "said"),
    [
        ({"joe": ("Joe", "quoted")}, "Quoted: Joe"),
        ({"joe": ("Joe", "tea maker")}, "Tea maker: Joe"),
        ({"joe": ("Joe", "participant")}, "Joe"),
        ({"joe": ("Joe", "told-about")}, "Joe"),
        ({"joe": ("Speaker 2", "speaker")}, "Speaker 2"),
        ({"joe": ("Joe", "speaker"), "amy": ("Amy", "speaker")}, "Speakers: Joe and Amy"),
        ({"joe": ("Joe", "speaker"), "amy": ("Amy", "quoted")}, "Joe and Amy"),
        ({}, ""),
    ],
)
def test_who_speaks_is_a_name_and_what_they_do(
    voices: Mapping[str, tuple[str, str]], said: str
) -> None:
    """What they do is said where it tells something of the words that follow."""
    assert who_speaks(("joe", "amy"), _body(voices), ENGLISH, "en") == said


def test_authors_are_those_whose_words_stand_outside_passages() -> None:
    """Their own passages need no name before them."""
    body = _body({"joe": ("Joe", "quoted"), "amy": ("Amy", "storyteller")})
    assert authors(body) == ("amy",)
