"""What stands for all that pages are made of, so that most need not be made to be known."""

from collections.abc import Mapping
from functools import cached_property

from msgspec import Struct

from byleave.cache import Digest, Recollection, digest, in_order, to_bytes
from byleave.model.published import Story, StoryHead
from byleave.relate.index.index import Index
from byleave.values import field_names

_BESIDE_HEAD = tuple(one for one in field_names(Story) if one not in field_names(StoryHead))


class StoryText(Struct, frozen=True, kw_only=True):
    """A story, and what stands for all of it that its head has not."""

    path: str
    story: Story
    digest: Digest


def texts_of(stories: tuple[Story, ...], known: Recollection) -> tuple[StoryText, ...]:
    """What stands for the text of each of `stories`, found once of each."""
    return known.each(_text, stories)


def _text(story: Story) -> StoryText:
    text = to_bytes([getattr(story, name) for name in _BESIDE_HEAD])
    return StoryText(path=story.path, story=story, digest=digest(text))


class IndexDigests:
    """What stands for the index, and for as much of it as pages of stories are made of.

    Each is made when it is asked for, and what they have in common once.
    """

    def __init__(self, lists: Index, stories: Index) -> None:
        """Make none yet; `lists` is the whole index, and `stories` what those pages are made of."""
        self._lists, self._stories = lists, stories

    def of_lists(self) -> Digest:
        """What stands for the whole index."""
        return self._of_lists

    @cached_property
    def _of_lists(self) -> Digest:
        return self._of(self._lists)

    @cached_property
    def of_stories(self) -> Digest:
        """What stands for the index as pages of stories are made of it."""
        return self._of(self._stories)

    @cached_property
    def of_heads(self) -> Mapping[str, Digest]:
        """What stands for the head of each story, by its path."""
        return {path: _head_digest(head) for path, head in self._lists.by_path.items()}

    @cached_property
    def _of_all_heads(self) -> Digest:
        return digest(*self.of_heads.values())

    def _of(self, known: Index) -> Digest:
        group = (known.content, known.heard)
        return digest(in_order(group), to_bytes(group), self._of_all_heads)


def _head_digest(head: StoryHead) -> Digest:
    """What stands for the head of a story; in what order it says what counts too."""
    ordered = (head.media, head.names, head.allow, head.event)
    return digest(in_order(head), to_bytes(ordered))


class PageDigests:
    """Those of pages on which there are words of stories, each made when it is asked for."""

    def __init__(
        self, index: IndexDigests, stories: tuple[Story, ...], known: Recollection
    ) -> None:
        """Make none yet; `stories` are those of the index."""
        self._index, self._stories, self._known = index, stories, known

    @cached_property
    def _texts(self) -> Mapping[str, StoryText]:
        return {text.path: text for text in texts_of(self._stories, self._known)}

    def of_page(self, *paths: str) -> Digest:
        """What stands for a page on which there are the words of the stories at `paths` alone."""
        return digest(self._index.of_stories, *(self._texts[path].digest for path in paths))

    def of_story(self, path: str) -> Digest:
        """What stands for the story at `path` alone, with all its words."""
        return digest(self._index.of_heads[path], self._texts[path].digest)
