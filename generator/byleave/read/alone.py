"""One story file read by itself, where nothing but its text counts."""

from dataclasses import dataclass
from pathlib import Path

from byleave.cache import Digest
from byleave.model.source import SourceStory
from byleave.read.found_files import UnreadableError, found_file
from byleave.read.story_files import tell_story


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
        told = tell_story(found_file(site, path), site_url)
    except (OSError, UnreadableError):
        return None
    story = told.story
    if story is None or told.findings:
        return None
    if any(mention.id not in (story.front.voices or {}) for mention in told.mentions):
        return None
    return ReadAlone(story=story, above=told.above)
