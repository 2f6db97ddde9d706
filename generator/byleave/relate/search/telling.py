"""Telling words: those that few stories have, and that tell what a story is about.

A word tells the more of a story the more often it comes up there, and the fewer other stories have
it. It does not count how many stories there are, so a new one changes nothing for words it has not.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import islice

from byleave.relate.search.words import StoryWords

# In the index of a book, a word with more places than this leads nowhere.
MOST_STORIES = 5
OF_ONE_STORY = 3
_WHOLE = 1_000


def telling_words(
    stories: Sequence[StoryWords], having: Mapping[str, int], names: Collection[str]
) -> Iterator[tuple[str, ...]]:
    """For each story its telling words, the most telling first; none is among `names`.

    `having` is how many of the stories have each word.
    """
    for story in stories:
        found = [
            (number * _WHOLE // having[word], word)
            for word, number in story.telling
            if having[word] <= MOST_STORIES and word not in names
        ]
        found.sort(key=lambda one: (-one[0], one[1]))
        yield tuple(islice(_unlike([word for _, word in found]), OF_ONE_STORY))


def _unlike(words: Iterable[str]) -> Iterator[str]:
    """The words but those that begin as one before them does: "radios" after "radio"."""
    before: list[str] = []
    for word in words:
        if not any(word.startswith(one) or one.startswith(word) for one in before):
            before.append(word)
            yield word
