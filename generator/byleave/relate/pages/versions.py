"""The same story in other languages and as Easy Read."""

from collections.abc import Iterator

from byleave.model.pieces import Version
from byleave.model.published import StoryHead
from byleave.relate.index.groups import family
from byleave.relate.index.index import Index


def versions(story: StoryHead, known: Index) -> Iterator[Version]:
    """The other versions of a story: the original first, then by language."""
    for other in family(story, known):
        if other.path != story.path:
            yield Version(
                address=known.at[other.path],
                title=known.items[other.path].title,
                language=other.language,
                easy_read=other.easy_read_of is not None,
            )
