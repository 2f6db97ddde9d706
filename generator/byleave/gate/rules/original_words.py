"""What a version of a story is a version of, and what stands for the words of that."""

from collections.abc import Mapping

from msgspec import Struct

from byleave.model.fingerprints import fingerprint_of_letters
from byleave.model.source import SourceStory, SourceTree


class OriginalWords(Struct, frozen=True, kw_only=True):
    """The path of an original, and the fingerprint of its words as they are now."""

    path: str
    fingerprint: str


class NoOriginalError(Exception):
    """A story is no version, or one of the two cannot be read; `do` says what to do."""

    def __init__(self, message: str, do: str) -> None:
        super().__init__(message)
        self.message = message
        self.do = do


def words_of(story: SourceStory) -> str:
    """What stands for the words of an original in the `of_words` of its versions."""
    front = story.front
    blocks = (block.text for block in story.blocks)
    return fingerprint_of_letters("\n".join((front.title or "", front.summary or "", *blocks)))


def original_words(tree: SourceTree, path: str) -> OriginalWords:
    """The words that the version at `path` is a version of, withheld or not.

    Raises NoOriginalError.
    """
    stories = {story.path: story for story in tree.stories}
    of = _read(path, stories).version_of
    if of is None:
        do = "name the original in it, as `easy_read_of:` or `translation_of:`"
        raise NoOriginalError(f"{path} is no version of another story", do)
    return OriginalWords(path=of, fingerprint=words_of(_read(of, stories)))


def _read(path: str, stories: Mapping[str, SourceStory]) -> SourceStory:
    if path not in stories:
        raise NoOriginalError(
            f"{path} is not there, or has an error", "see what byleave check says"
        )
    return stories[path]
