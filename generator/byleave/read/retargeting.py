"""Links whose destination can only be told when every file has been read."""

from collections.abc import Iterable

from msgspec import Struct

from byleave.model.published import FixedPage, RootFile
from byleave.model.source import FaultyStory, SourceLink, SourceStory
from byleave.read.destinations import resolve
from byleave.read.faulty_files import StoryFile
from byleave.values import replace


class Addresses(Struct, frozen=True, kw_only=True):
    """The addresses of stories, their old ones, and those of everything else."""

    stories: frozenset[str]
    aliases: frozenset[str]
    others: frozenset[str]


def addresses_of(
    stories: Iterable[SourceStory | FaultyStory],
    pages: Iterable[FixedPage],
    root: Iterable[RootFile],
) -> Addresses:
    """Every address that a link may mean."""
    stories = tuple(stories)
    return Addresses(
        stories=frozenset(story.address for story in stories),
        aliases=frozenset(
            alias
            for story in stories
            for alias in (story.front.aliases if isinstance(story, SourceStory) else story.aliases)
        ),
        others=frozenset(page.address for page in pages) | {f"/{file.path}" for file in root},
    )


def retargeted(file: StoryFile, known: Addresses) -> StoryFile:
    """A story with its links to old addresses that look like files, and from page to page."""
    story = file.story
    if not isinstance(story, SourceStory):
        return file
    links = tuple(_link(link, story, known) for link in story.links)
    if links == story.links:
        return file
    return replace(file, story=replace(story, links=links))


def _link(link: SourceLink, story: SourceStory, known: Addresses) -> SourceLink:
    taken = link.target in known.others or link.target in known.stories
    if link.kind != "address" or taken:
        return link
    if f"{link.target}/" in known.aliases:
        return replace(link, target=f"{link.target}/")
    if not link.destination.startswith("/"):
        # From the page rather than from the file, as whoever copied it from a browser means it.
        page = f"{story.address.strip('/')}/index.md"
        there = resolve(link.destination, page, "")
        is_there = there.target in known.stories or there.target in known.aliases
        if there.kind == "address" and is_there:
            return replace(link, target=there.target)
    return link
