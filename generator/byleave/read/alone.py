"""One story file read by itself, where nothing but its text counts."""

from dataclasses import dataclass
from pathlib import Path

from byleave.cache import Digest
from byleave.model.source import SourceStory
from byleave.read.faulty_files import StoryFile
from byleave.read.found_files import UnreadableError, found_file
from byleave.read.story_files import read_words, with_media


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadAlone:
    """A story without its media, its themes and series as they are written.

    `above` stands for all that is above its text: where that is what it was, so are they.
    """

    story: SourceStory
    above: Digest


def read_alone(site: Path, path: str, site_url: str) -> ReadAlone | None:
    """The story at `path` below `site`; None where anything is wrong that can be told from it."""
    try:
        words = read_words(found_file(site, path))
    except (OSError, UnreadableError):
        return None
    if isinstance(words, StoryFile) or words.findings:
        return None
    file = with_media(words, {}, site_url)
    ids = words.front.voices or {}
    if not isinstance(file.story, SourceStory) or any(one.id not in ids for one in file.mentions):
        return None
    return ReadAlone(story=file.story, above=file.above)
