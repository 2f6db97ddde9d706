"""The telling words that a story shares with few others, by which stories are related.

They are of what search may know: whoever did not give that use is not in it, so that nobody learns
of them by which stories lead to which.
"""

from collections import defaultdict
from collections.abc import Mapping
from functools import cached_property

from msgspec import Struct

from byleave.cache import Recollection
from byleave.model.published import Story
from byleave.relate.index.index import Index
from byleave.relate.search.words import StoryWords, words_of_all

# A word that more stories have says little of what any of them is about. And an edit of one of them
# is seen on no more other pages than these for each of its words.
MOST_STORIES = 6
# A word weighs as much as this, shared out among the stories that have it.
_WHOLE = 60


class _Tells(Struct, frozen=True, kw_only=True):
    """By which words the story at `path` is related."""

    path: str
    words: tuple[str, ...]


class SharedWords(Struct, frozen=True, kw_only=True):
    """Words that a few stories have: those of each story, by its path, and the paths of each."""

    of: Mapping[str, tuple[str, ...]]
    having: Mapping[str, tuple[str, ...]]


class WordsInCommon:
    """Finds the stories that share words with another; looks at no words before it is asked."""

    def __init__(
        self,
        found: tuple[Story, ...],
        known: Index,
        memory: Recollection,
        executor: str | None = "serial",
    ) -> None:
        """`found` are the stories that search finds; `executor` is as for `words_of_all`."""
        self._found, self._known, self._memory = found, known, memory
        self._executor = executor

    @cached_property
    def all(self) -> SharedWords:
        """Those of all stories; the same until an edit changes what one of them tells."""
        words = words_of_all(self._found, self._memory, self._executor)
        told = self._memory.each(_tells, words)
        return self._memory.once(shared_words, told, self._known)

    def others(self, path: str) -> Mapping[str, int]:
        """How much each story that shares words with the one at `path` is like it, by its path."""
        shared = self.all
        likeness: dict[str, int] = defaultdict(int)
        for word in shared.of.get(path, ()):
            having = shared.having[word]
            for other in having:
                likeness[other] += _WHOLE // len(having)
        likeness.pop(path, None)
        return likeness


def _tells(words: StoryWords) -> _Tells:
    return _Tells(path=words.path, words=words.relating)


def shared_words(told: tuple[_Tells, ...], known: Index) -> SharedWords:
    """The words of stories that stand in lists: a version has those of its original again."""
    listed = {story.path for story in known.listed}
    having: dict[str, list[str]] = defaultdict(list)
    for one in told:
        if one.path in listed:
            for word in one.words:
                having[word].append(one.path)
    few = {word: tuple(paths) for word, paths in having.items() if 1 < len(paths) <= MOST_STORIES}
    of: dict[str, list[str]] = defaultdict(list)
    for word, paths in few.items():
        for path in paths:
            of[path].append(word)
    return SharedWords(of={path: tuple(words) for path, words in of.items()}, having=few)
