"""What one reading of a site folder leaves for the next, so that only changed files are read."""

from collections.abc import Collection, Mapping, Sequence

from msgspec import Struct

from byleave.cache import facts_of, folders_of
from byleave.model.source import FaultyStory, SourceStory
from byleave.read.faulty_files import StoryFile
from byleave.read.found_files import FoundFile
from byleave.read.media import MediaReader
from byleave.read.references import Vocabulary
from byleave.read.retargeting import Addresses
from byleave.read.story_files import MediaFolder, read_story, with_media
from byleave.read.telling import told_in_order
from byleave.values import replace


class KnownFile(Struct, frozen=True, kw_only=True):
    """A story file by itself, and the facts that it had just before it was read."""

    found: FoundFile
    facts: bytes | None
    file: StoryFile


class Known(Struct, frozen=True, kw_only=True):
    """Story files by path, and what else stories were read and looked up with.

    `retargeted` are the stories before their themes, series and ids were looked up.
    """

    site_url: str
    media: MediaFolder
    files: Mapping[str, KnownFile]
    addresses: Addresses
    words: Vocabulary
    retargeted: Mapping[str, SourceStory | FaultyStory]

    def without(self, paths: Collection[str]) -> "Known":
        """All of it but the files at `paths` and below, whatever their facts: they were changed."""
        gone = frozenset(paths)
        kept = {path: one for path, one in self.files.items() if not _is_below(path, gone)}
        real = {str(one.real) for path, one in self.media.files.items() if _is_below(path, gone)}
        seen = {path: one for path, one in self.media.reader.seen.items() if path not in real}
        media = replace(self.media, reader=MediaReader(seen=seen))
        return replace(self, files=kept, media=media)


def _is_below(path: str, places: frozenset[str]) -> bool:
    return path in places or not places.isdisjoint(folders_of(path))


def read_all(
    files: Sequence[FoundFile],
    media: MediaFolder,
    site_url: str,
    known: Known | None,
    executor: str | None,
) -> list[KnownFile]:
    """The story files; where nothing is `known`, `executor` says who reads (`told_in_order`)."""
    if known is not None:
        return [read_again(found, media, site_url, known) for found in files]
    all_told = told_in_order(files, site_url, executor)
    return [
        KnownFile(found=found, facts=told.facts, file=with_media(told.story, media))
        for found, told in zip(files, all_told, strict=True)
    ]


def read_again(
    found: FoundFile, media: MediaFolder, site_url: str, known: Known | None
) -> KnownFile:
    """The story file `found`: as it is known, if neither it nor what it was read with changed."""
    facts = facts_of(found.real)
    before = known.files.get(found.path) if known else None
    if before is not None and known is not None and before.facts == facts is not None:
        alike = known.site_url == site_url and known.media.group == media.group
        if before.found == found and alike and _has_its_media(before.file, media):
            return before
    return KnownFile(found=found, facts=facts, file=read_story(found, media, site_url))


def _has_its_media(file: StoryFile, media: MediaFolder) -> bool:
    """Whether the files beside a story are those that it was read with; never of a faulty one."""
    story = file.story
    if not isinstance(story, SourceStory):
        return False
    folder = story.path.rpartition("/")[0]
    own = [(name, one) for name, one in story.media.items() if not name.startswith("/")]
    return all(
        (found := media.files.get(f"{folder}/{name}")) and media.reader.holds(found, shown)
        for name, shown in own
    )
