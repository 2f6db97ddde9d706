"""Files of the group's own that lie beside stories too: the same bytes, or published as the same.

Whoever is in a file is in every copy of it, whatever that is called and wherever it lies.
"""

from collections.abc import Iterator, Mapping

from byleave.model.published import GivenFile
from byleave.model.source import StoryFront, StoryKeys, Tree

KnownBy = frozenset[str]
"""What a file is known by: digests, and the name of one of the group's own."""


def group_files(tree: Tree[StoryKeys]) -> Mapping[str, KnownBy]:
    """What each of the group's own files is known by, by its address."""
    top = {f"/{file.path}": file for file in tree.root_files}
    files: Mapping[str, GivenFile] = {**tree.group_media, **top}
    return {name: file.known_by | {name} for name, file in files.items()}


def copies(tree: Tree[StoryFront]) -> Mapping[str, Mapping[str, KnownBy]]:
    """By what those files of stories are known of which the group has a copy, by path and name.

    Of what lies beside stories alone, each story says itself who is in it.
    """
    group = frozenset[str]().union(*group_files(tree).values())
    found = ((story.path, dict(_copied(story, group))) for story in tree.stories if story.media)
    return {path: files for path, files in found if files}


def _copied(story: StoryFront, group: KnownBy) -> Iterator[tuple[str, KnownBy]]:
    for name, file in story.media.items():
        if known_by := file.known_by & group:
            yield name, known_by
