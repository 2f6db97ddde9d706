"""A whole site folder, read: each story file by itself, and then among all others."""

from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct

from byleave.cache import Recollection
from byleave.diagnostics import Diagnostic
from byleave.model.source import FaultyStory, SourceStory, SourceTree
from byleave.read.beside_stories import BesideStories, beside_stories
from byleave.read.looking import Looking
from byleave.read.stories.other_files import not_read
from byleave.read.stories.references import by_path, lent_by, looked_up
from byleave.read.stories.retargeting import addresses_of, own_addresses, retargeted
from byleave.read.stories.story_files import ToldStory, with_media
from byleave.read.stories.told_files import all_told
from byleave.read.too_many_findings import not_too_many
from byleave.values import replace


class ReadResult(Struct, frozen=True, kw_only=True):
    """What was read, and what is wrong with files of stories and pages.

    `around` and `told` are the reader's own: with them, it can read one file again.
    """

    tree: SourceTree
    findings: tuple[Diagnostic, ...]
    around: BesideStories
    told: tuple[ToldStory, ...]


def read_site(
    site: Path, looking: Looking | None = None, *, executor: str | None = "serial"
) -> ReadResult:
    """Everything in the site folder `site`, by the processes that `executor` asks for.

    What is known of stories and media by how they are looked at is not read again. Raises SiteError
    where settings or the look cannot be read: then nothing is built. A faulty story, theme or page
    is among the findings, and the rest is read.
    """
    looking = looking or Looking()
    around = beside_stories(site, looking)
    told = all_told(around.written, around.tree, looking, executor)
    return with_stories(around, told, looking.known)


def with_stories(
    around: BesideStories, told: tuple[ToldStory, ...], known: Recollection
) -> ReadResult:
    """All of a site, of which `told` are the story files; each looked up among the others."""
    read = known.each(with_media, told, around.media)
    tree, words = around.tree, around.words
    own = known.each(own_addresses, read)
    addresses = known.once(addresses_of, own, tree.pages, tree.root_files)
    there = known.each(retargeted, read, addresses)
    lent = known.once(by_path, known.each(lent_by, there))
    found = known.each(looked_up, there, lent, words)
    every = [one.story for one in found]
    faulty = tuple(story for story in every if isinstance(story, FaultyStory))
    stories = tuple(story for story in every if isinstance(story, SourceStory))
    unsure = frozenset(one.path.rpartition("/")[0] for one in faulty)
    findings = [finding for file in found for finding in file.findings]
    shown = _shown_files(stories) if around.others else frozenset()
    return ReadResult(
        tree=replace(tree, stories=stories, faulty=faulty),
        findings=not_too_many(
            (
                *around.findings,
                *findings,
                *not_read(around.others, shown, unsure),
            )
        ),
        around=around,
        told=told,
    )


def _shown_files(stories: Iterable[SourceStory]) -> frozenset[str]:
    """The absolute paths of the files that stories show."""
    return frozenset(file.source for one in stories for file in one.media.values())
