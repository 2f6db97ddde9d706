"""One story file to a story, or to what is known of a faulty one."""

from collections.abc import Mapping
from dataclasses import dataclass

from byleave.cache import digest
from byleave.cleaning import UnreadableMediaError
from byleave.diagnostics import Diagnostic, error
from byleave.model.published import MediaFile
from byleave.model.source import (
    FrontMatter,
    SourceLink,
    SourceMedia,
    SourceStory,
)
from byleave.positions import Position, Positions
from byleave.read.destinations import Destination, resolve
from byleave.read.faulty_files import StoryFile, faulty_file
from byleave.read.found_files import FoundFile, UnreadableError, cannot_read
from byleave.read.front_matter import Split, split
from byleave.read.links import MOST_LINKS, FoundLink, find_definitions, find_links
from byleave.read.marked_words import front_mentions, marked
from byleave.read.media import DAMAGED, MEND_DAMAGED, MediaReader
from byleave.read.offline import belongs_offline
from byleave.read.passages import Body, read_body
from byleave.read.records import read_record
from byleave.read.remaining_faults import rest_of_faults
from byleave.read.slugs import story_address
from byleave.read.story_rules import faults
from byleave.read.text_files import read_text, rough_text


@dataclass(frozen=True, slots=True, kw_only=True)
class MediaFolder:
    """Where media are: the files below `stories/` by path, the group's own by address."""

    files: Mapping[str, FoundFile]
    group: Mapping[str, MediaFile]
    reader: MediaReader


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """What a story file says, whatever files stand beside it, and what is wrong with that.

    `links` are those of the body, each with the number of its block.
    """

    path: str
    parts: Split
    front: FrontMatter
    body: Body
    links: tuple[tuple[int, FoundLink], ...]
    findings: tuple[Diagnostic, ...]


def read_story(file: FoundFile, media: MediaFolder, site_url: str) -> StoryFile:
    """The story in `file`; a fault makes it a FaultyStory and is among the findings."""
    words = read_words(file)
    if isinstance(words, StoryFile):
        return words
    reader = _MediaOfStory(file.path, words.front, media, site_url, words.parts.positions)
    used = reader.media(words.links)
    found = (*words.findings, *reader.findings)
    if found:
        return faulty_file(file.path, words.parts, found)
    return with_media(words, used, site_url)


def read_words(file: FoundFile) -> Words | StoryFile:
    """What the story file says; a faulty story where nothing can be made of what is above it."""
    try:
        parts = split(read_text(file), file.path)
    except UnreadableError as fault:
        return faulty_file(file.path, split(rough_text(file), file.path), (fault.finding,))
    front, faults_of_types = read_record(FrontMatter, parts.data, file.path, parts.positions)
    body = read_body(parts.body, file.path, parts.body_line)
    found = [*parts.findings, *body.findings]
    if parts.unread:
        return faulty_file(file.path, parts, tuple(found))
    found += faults_of_types
    if front is None:
        found += rest_of_faults(parts, faults_of_types, file.path)
        return faulty_file(file.path, parts, tuple(found))
    found += faults(front, file.path, parts.positions)
    links = tuple(_links(body, file.path, found))
    return Words(
        path=file.path, parts=parts, front=front, body=body, links=links, findings=tuple(found)
    )


def with_media(words: Words, media: Mapping[str, MediaFile], site_url: str) -> StoryFile:
    """The story that says these words, with the files that it uses."""
    path, parts = words.path, words.parts
    story = SourceStory(
        path=path,
        address=story_address(path),
        front=marked(words.front),
        blocks=words.body.blocks,
        links=tuple(_source_link(block, one, path, site_url) for block, one in words.links),
        media=media,
        positions=parts.positions,
        cautions=tuple(belongs_offline(parts.yaml, parts.data, path, parts.positions)),
    )
    mentions = (*words.body.mentions, *front_mentions(words.front, parts.positions))
    return StoryFile(story=story, mentions=mentions, above=digest(parts.yaml))


def _links(body: Body, path: str, findings: list[Diagnostic]) -> list[tuple[int, FoundLink]]:
    links: list[tuple[int, FoundLink]] = []
    # Text outside passages is rendered as one, each passage alone.
    open_ones = find_definitions(*(one.text for one in body.blocks if not one.is_passage))
    for number, block in enumerate(body.blocks):
        found = find_links(block.text, block.line, None if block.is_passage else open_ones)
        if len(found) > MOST_LINKS:
            do = "split it into several stories"
            at = Position(line=block.line, column=1)
            message = "there are too many links below this line"
            findings.append(error(path, "too-many-links", message, do, at))
        links += [(number, one) for one in found[:MOST_LINKS]]
    return links


def _source_link(block: int, link: FoundLink, path: str, site_url: str) -> SourceLink:
    to = resolve(link.destination, path, site_url)
    return SourceLink(
        destination=link.destination,
        text=link.text,
        target=to.target if to.kind != "elsewhere" else "",
        fragment=to.fragment,
        block=block,
        position=link.at,
        kind=to.kind,
    )


class _MediaOfStory:
    """Finds the media files that a story declares or uses, and what is wrong with them."""

    def __init__(
        self,
        path: str,
        front: FrontMatter,
        media: MediaFolder,
        site_url: str,
        positions: Positions,
    ) -> None:
        self.path = path
        self.declared: Mapping[str, SourceMedia] = front.media
        self.folder = media
        self.site_url = site_url
        self.positions = positions
        self.findings: list[Diagnostic] = []

    def media(self, links: tuple[tuple[int, FoundLink], ...]) -> dict[str, MediaFile]:
        found: dict[str, MediaFile] = {}
        for name in self.declared:
            try:
                file = self.file(name)
            except OSError as fault:
                self.findings.append(cannot_read(self.beside(name), fault))
                continue
            except UnreadableMediaError:
                at = self.positions.at("media", name)
                self.fault("media-unreadable", DAMAGED, MEND_DAMAGED, at=at)
                continue
            if file is None:
                at = self.positions.at("media", name)
                do = "put the file there, or correct the name"
                self.fault("media-not-there", "there is no such file", do, at=at)
            else:
                found[name] = file
        for _, link in links:
            to = resolve(link.destination, self.path, self.site_url)
            known = to.target in found or to.target in self.declared
            if to.kind == "media" and not known:
                self.undeclared(to, link, found)
        return found

    def undeclared(self, to: Destination, link: FoundLink, found: dict[str, MediaFile]) -> None:
        if to.target.startswith("/"):
            if to.target in self.folder.group:
                found[to.target] = self.folder.group[to.target]
        else:
            do = f"declare it under `media:` with alt and shows: {self.path}"
            message = "this file is used but not declared"
            self.fault("media-undeclared", message, do, at=link.at)

    def file(self, name: str) -> MediaFile | None:
        if name.startswith("/"):
            return self.folder.group.get(name)
        found = self.folder.files.get(self.beside(name))
        return self.folder.reader.story_media(found) if found else None

    def beside(self, name: str) -> str:
        return f"{self.path.rpartition('/')[0]}/{name}"

    def fault(self, code: str, message: str, do: str, *, at: Position) -> None:
        self.findings.append(error(self.path, code, message, do, at))
