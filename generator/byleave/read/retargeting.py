"""Links whose destination can only be told when every file has been read."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from byleave.model.published import FixedPage, RootFile
from byleave.model.source import SourceLink, SourceStory
from byleave.read.destinations import resolve
from byleave.read.faulty_files import StoryFile


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    stories: frozenset[str]
    aliases: frozenset[str]
    others: frozenset[str]


def retargeted(
    files: tuple[StoryFile, ...], pages: Iterable[FixedPage], root: Iterable[RootFile]
) -> tuple[StoryFile, ...]:
    """The stories with links to old addresses that look like files, and from page to page."""
    stories = [file.story for file in files]
    known = _Known(
        stories=frozenset(story.address for story in stories),
        aliases=frozenset(
            alias
            for story in stories
            for alias in (story.front.aliases if isinstance(story, SourceStory) else story.aliases)
        ),
        others=frozenset(page.address for page in pages) | {f"/{file.path}" for file in root},
    )
    return tuple(_file(file, known) for file in files)


def _file(file: StoryFile, known: _Known) -> StoryFile:
    story = file.story
    if not isinstance(story, SourceStory):
        return file
    links = tuple(_link(link, story, known) for link in story.links)
    return replace(file, story=replace(story, links=links))


def _link(link: SourceLink, story: SourceStory, known: _Known) -> SourceLink:
    taken = known.others | known.stories
    if link.kind != "address" or link.target in taken:
        return link
    if f"{link.target}/" in known.aliases:
        return replace(link, target=f"{link.target}/")
    if not link.destination.startswith("/"):
        # From the page rather than from the file, as whoever copied it from a browser means it.
        page = f"{story.address.strip('/')}/index.md"
        there = resolve(link.destination, page, "")
        if there.kind == "address" and there.target in known.stories | known.aliases:
            return replace(link, target=there.target)
    return link
