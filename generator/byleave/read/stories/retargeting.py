"""Links whose destination can only be told when every file has been read."""

from collections.abc import Iterable

from msgspec import Struct

from byleave.model.published import FixedPage, RootFile
from byleave.model.source import SourceLink, SourceStory
from byleave.read.links.destinations import resolve
from byleave.read.stories.faulty_files import ReadStory
from byleave.values import replace


class KnownAddresses(Struct, frozen=True, kw_only=True):
    """The addresses of stories, their old ones, and those of everything else."""

    stories: frozenset[str]
    aliases: frozenset[str]
    others: frozenset[str]


class OwnAddresses(Struct, frozen=True, kw_only=True):
    """The address of one story, and its old ones."""

    address: str
    aliases: tuple[str, ...]


def own_addresses(file: ReadStory) -> OwnAddresses:
    """Where one story is and was."""
    story = file.story
    aliases = story.front.aliases if isinstance(story, SourceStory) else story.aliases
    return OwnAddresses(address=story.address, aliases=aliases)


def addresses_of(
    stories: tuple[OwnAddresses, ...],
    pages: Iterable[FixedPage],
    root: Iterable[RootFile],
) -> KnownAddresses:
    """Every address that a link may mean."""
    return KnownAddresses(
        stories=frozenset(story.address for story in stories),
        aliases=frozenset(alias for story in stories for alias in story.aliases),
        others=frozenset(page.address for page in pages) | {f"/{file.path}" for file in root},
    )


def retargeted(file: ReadStory, known: KnownAddresses) -> ReadStory:
    """A story with its links to old addresses that look like files, and from page to page."""
    story = file.story
    if not isinstance(story, SourceStory):
        return file
    links = tuple(_link(link, story, known) for link in story.links)
    if links == story.links:
        return file
    return replace(file, story=replace(story, links=links))


def _link(link: SourceLink, story: SourceStory, known: KnownAddresses) -> SourceLink:
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
