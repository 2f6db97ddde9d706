"""A few story files read by themselves, where nothing but their texts counts."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from msgspec import Struct

from byleave.cache import Digest
from byleave.model.source import SourceStory
from byleave.read.found_files import UnreadableError, found_file
from byleave.read.references import known_ids
from byleave.read.story_files import ToldStory, tell_story


class ReadAlone(Struct, frozen=True, kw_only=True):
    """A story without its media, its themes and series as they are written.

    `above` stands for all that is above its text: where that is what it was, so are they.
    """

    story: SourceStory
    above: Digest


def read_alone(site: Path, paths: Iterable[str], site_url: str) -> Mapping[str, ReadAlone] | None:
    """The stories at `paths` below `site`, which stand on no others.

    None where anything is wrong that can be told from these files.
    """
    try:
        told = {path: tell_story(found_file(site, path), site_url) for path in paths}
    except (OSError, UnreadableError):
        return None
    stories = {path: one.story for path, one in told.items() if one.story and not one.findings}
    if len(stories) < len(told) or not all(_knows_all(one, stories) for one in told.values()):
        return None
    return {path: ReadAlone(story=story, above=told[path].above) for path, story in stories.items()}


def _knows_all(told: ToldStory, stories: Mapping[str, SourceStory]) -> bool:
    """Whether every id that a text uses is that of a voice."""
    ids, certain = known_ids(stories[told.path], stories)
    return certain and all(mention.id in ids for mention in told.mentions)
