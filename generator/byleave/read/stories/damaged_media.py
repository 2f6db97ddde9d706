"""A site without a file that was found out to be damaged after everything had been read."""

from collections.abc import Mapping

from byleave.cleaning import Why
from byleave.diagnostics import Diagnostic
from byleave.model.published import PublishedMedia
from byleave.model.source import FaultyStory, SourceStory, SourceTree
from byleave.read.media.facts import unreadable
from byleave.read.stories.faulty_files import ReadStory, as_faulty
from byleave.values import replace


def without_media(
    tree: SourceTree, source: str, why: Why
) -> tuple[SourceTree, tuple[Diagnostic, ...]]:
    """`tree` without the file at the absolute path `source`, and what is to be said of it.

    The stories that use it are faulty. A file that nothing of a story uses is the group's own.
    """
    faults = tuple(
        unreadable(story.path, why, story.positions.at(*place))
        for story in tree.stories
        for place in _uses(story, source)
    )
    media, root = tree.group_media.items(), tree.root_files
    own = [f"site_src{address}" for address, file in media if file.source == source]
    own += [f"site_src/root/{file.path}" for file in root if file.source == source]
    tree = with_faulty(tree, faults)
    return (
        replace(
            tree,
            group_media={
                address: file for address, file in tree.group_media.items() if file.source != source
            },
            root_files=tuple(file for file in tree.root_files if file.source != source),
            pages=tuple(replace(page, media=_but(page.media, source)) for page in tree.pages),
            themes=tuple(replace(theme, media=_but(theme.media, source)) for theme in tree.themes),
        ),
        (*faults, *(unreadable(path, why) for path in own)),
    )


def with_faulty(tree: SourceTree, faults: tuple[Diagnostic, ...]) -> SourceTree:
    """`tree` with the stories at the paths of `faults` faulty."""
    paths = {fault.path for fault in faults}
    found = (
        as_faulty(ReadStory(story=story), ()).story for story in tree.stories if story.path in paths
    )
    faulty = tuple(story for story in found if isinstance(story, FaultyStory))
    kept = tuple(story for story in tree.stories if story.path not in paths)
    return replace(tree, stories=kept, faulty=(*tree.faulty, *faulty))


def _uses(story: SourceStory, source: str) -> list[tuple[str, str]]:
    return [("media", name) for name, file in story.media.items() if file.source == source]


def _but(media: Mapping[str, PublishedMedia], source: str) -> Mapping[str, PublishedMedia]:
    return {name: one for name, one in media.items() if one.file.source != source}
