"""A program with one thread, which can be forked: it finds the words of stories in two processes.

It says whether they are those that one process finds, and whether that one still found all of them.
"""

import sys

import pytest

from byleave.cache import Recollection
from byleave.model.published import Block, Story
from byleave.relate.search import words
from tests.relate.making import story, voice

NUMBER = 100


def main() -> None:
    """Find the words of a hundred stories twice."""
    stories = tuple(
        story(
            f"story-{number}",
            voice("sam", place="Ayr"),
            summary="Tea for two",
            blocks=(Block(text=f"The kettle of number{number} whistles. " * 3),),
        )
        for number in range(NUMBER)
    )
    alone = words.words_of_all(stories, Recollection())
    looked_at: list[str] = []
    find = words.story_words

    def noting(one: Story) -> words.StoryWords:
        looked_at.append(one.path)
        return find(one)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(words, "story_words", noting)
        spread = words.words_of_all(stories, Recollection(), "processes:2")
    sys.stdout.write(f"{spread == alone} {len(looked_at) == NUMBER}\n")


if __name__ == "__main__":
    main()
