"""Telling words: those that few stories have, and that tell what a story is about.

A word tells the more of a story the more often it comes up there, and the fewer other stories have
it. It does not count how many stories there are, so a new one changes nothing for words it has not.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import chain, islice

from byleave.relate.search.words import StoryWords

# In the index of a book, a word with more places than this leads nowhere.
MOST_STORIES = 5
OF_ONE_STORY = 3
_WHOLE = 1_000


def telling_words(
    stories: Sequence[StoryWords], names: Collection[str]
) -> Iterator[tuple[str, ...]]:
    """For each story its telling words, the most telling first; none is among `names`."""
    words = (f"{one.head} {one.body}".split() for one in stories)
    having = Counter(chain.from_iterable(words))
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
