"""What stands for all that pages are made of, so that most need not be made to be known."""

from collections.abc import Mapping
from functools import cached_property

from byleave.cache import Digest, digest, in_order, to_bytes
from byleave.model.published import Story, StoryHead
from byleave.relate.index.index import Index


def story_digest(story: StoryHead) -> Digest:
    """What stands for a story, or for its head; in what order it says what counts too."""
    ordered = (story.media, story.names, story.allow, story.event)
    return digest(in_order(story), to_bytes(ordered))


class Digests:
    """Those of the index, which stands for all lists, and of stories, each made when asked for."""

    def __init__(self, known: Index, texts: Mapping[str, Story]) -> None:
        """Make none yet; `texts` are the stories of the index by their paths."""
        self._known, self._texts = known, texts
        self._of_pages: dict[tuple[str, ...], Digest] = {}

    def of_index(self) -> Digest:
        """What stands for the index: it is made of this and of nothing else."""
        return self._of_index

    def of_page(self, *paths: str) -> Digest:
        """What stands for a page on which there are the words of the stories at `paths` alone."""
        # Asked for twice of a page that is another: before it is made, and when it is remembered.
        if paths not in self._of_pages:
            own = (story_digest(self._texts[path]) for path in paths)
            self._of_pages[paths] = digest(self._of_index, *own)
        return self._of_pages[paths]

    @cached_property
    def _of_index(self) -> Digest:
        known = self._known
        heads = map(story_digest, known.by_path.values())
        group = (known.content, known.heard)
        return digest(in_order(group), to_bytes(group), *heads)
