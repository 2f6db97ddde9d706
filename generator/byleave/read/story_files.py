"""One story file to a story, or to what is known of a faulty one."""

from collections.abc import Mapping

from msgspec import Struct

from byleave.cache import Digest, digest
from byleave.cleaning import UnreadableMediaError
from byleave.diagnostics import Diagnostic, error
from byleave.model.addresses import story_address
from byleave.model.merge_marks import without_marks
from byleave.model.published import MediaFile
from byleave.model.source import (
    FrontMatter,
    SourceLink,
    SourceMedia,
    SourceStory,
)
from byleave.positions import Position
from byleave.read.body_links import source_links
from byleave.read.copied_files import copied_file, is_copied
from byleave.read.faulty_files import StoryFile, faulty_file, versions
from byleave.read.file_names import other_case, same_name, with_spaces
from byleave.read.found_files import FoundFile, UnreadableError, cannot_read
from byleave.read.front_matter import FIRST_LINE, Split, split, unread
from byleave.read.look_alikes import with_signs_named
from byleave.read.marked_words import front_mentions, marked
from byleave.read.meant import meant_by
from byleave.read.media import MediaReader, unreadable
from byleave.read.offline import belongs_offline
from byleave.read.passages import Mention, read_body
from byleave.read.pointers import of_event
from byleave.read.records import read_record
from byleave.read.remaining_faults import rest_of_faults
from byleave.read.story_rules import faults
from byleave.read.text_files import read_text, rough_text
from byleave.read.unfinished_merges import merge_faults
from byleave.read.yaml_comments import cut_short
from byleave.values import replace


class MediaFolder(Struct, frozen=True, kw_only=True):
    """Where media are: the files below `stories/` by path, the group's own by address."""

    files: Mapping[str, FoundFile]
    group: Mapping[str, MediaFile]
    reader: MediaReader


class ToldStory(Struct, frozen=True, kw_only=True):
    """What a story file says by itself: all but the media, which may be shared with others.

    There is no story where none can be made of the file, whatever its media are. `parts` are for
    what can be told of a faulty one, and `meant` is what a faulty version may say.
    """

    path: str
    parts: Split
    findings: tuple[Diagnostic, ...]
    story: SourceStory | None = None
    mentions: tuple[Mention, ...] = ()
    meant: tuple[SourceStory, ...] = ()

    @property
    def above(self) -> Digest:
        """What stands for all that is above the text."""
        return digest(self.parts.yaml)


def is_story_file(path: str) -> bool:
    """Whether the file at `path` below stories/ is read as a story, be it as a faulty one."""
    return path.endswith(".md") or is_copied(path)


def read_story(file: FoundFile, media: MediaFolder, site_url: str) -> StoryFile:
    """The story in `file`; a fault makes it a FaultyStory and is among the findings."""
    return with_media(tell_story(file, site_url), media)


def tell_story(file: FoundFile, site_url: str) -> ToldStory:
    """What `file` says. It depends on the file and the address of the site alone."""
    if is_copied(file.path):
        parts = split(rough_text(file), file.path)
        return ToldStory(path=file.path, parts=parts, findings=(copied_file(file.path),))
    try:
        text = read_text(file)
    except UnreadableError as fault:
        text = rough_text(file)
        told = ToldStory(path=file.path, parts=split(text, file.path), findings=(fault.finding,))
    else:
        told = _of_text(text, file.path, site_url)
    if not told.findings:
        return told
    return replace(told, meant=meant_by(text, file.path, site_url))


def _of_text(text: str, path: str, site_url: str) -> ToldStory:
    if marks := merge_faults(text, path):
        return ToldStory(path=path, parts=unread(without_marks(text), *marks), findings=marks)
    told = _told(split(text, path), path, site_url)
    return _told_in_full(told) if told.findings else told


def _told_in_full(told: ToldStory) -> ToldStory:
    """`told` with signs named that may be at fault, and with what would else be told later."""
    findings = with_signs_named(told.findings, told.parts.yaml, FIRST_LINE)
    # Where nothing could be read, nobody can say which lines are front matter.
    cut = () if told.parts.unread else cut_short(told.parts.yaml, told.path, FIRST_LINE)
    return replace(told, findings=(*findings, *cut))


def _told(parts: Split, path: str, site_url: str) -> ToldStory:
    """What a file says whose parts are known."""
    front, faults_of_types = read_record(FrontMatter, parts.data, path, parts.positions)
    body = read_body(parts.body, path, parts.body_line)
    found = [*parts.findings, *body.findings]
    if parts.unread:
        return ToldStory(path=path, parts=parts, findings=tuple(found))
    found += faults_of_types
    if front is None:
        found += rest_of_faults(parts, faults_of_types, path)
        return ToldStory(path=path, parts=parts, findings=tuple(found))
    found += faults(front, path, parts.positions)
    story = SourceStory(
        path=path,
        address=story_address(path),
        front=marked(front),
        blocks=body.blocks,
        links=tuple(source_links(body, path, site_url, found, front.media)),
        media={},
        positions=parts.positions,
        pointers=tuple(of_event(front, path, site_url, parts.positions)),
        cautions=(
            *cut_short(parts.yaml, path, FIRST_LINE),
            *with_spaces(body.blocks, path),
            *belongs_offline(parts.yaml, parts.data, path, parts.positions),
        ),
    )
    return ToldStory(
        path=path,
        parts=replace(parts, body=""),
        findings=tuple(found),
        story=story,
        mentions=(*body.mentions, *front_mentions(front, parts.positions)),
    )


def with_media(told: ToldStory, media: MediaFolder) -> StoryFile:
    """The story that was told of, with its media files, or what is known of a faulty one."""
    if told.story is None:
        return faulty_file(told.path, told.parts, told.findings, media.group, told.meant)
    reader = _MediaOfStory(told.story, media)
    used = reader.media()
    if found := (*told.findings, *reader.findings):
        meant = told.meant or versions(told.story)
        return faulty_file(told.path, told.parts, found, media.group, meant)
    story = replace(told.story, media=used)
    return StoryFile(story=story, mentions=told.mentions, above=told.above)


class _MediaOfStory:
    """Finds the media files that a story declares or uses, and what is wrong with them."""

    def __init__(self, story: SourceStory, media: MediaFolder) -> None:
        self.path = story.path
        self.declared: Mapping[str, SourceMedia] = story.front.media
        self.links = story.links
        self.folder = media
        self.positions = story.positions
        self.findings: list[Diagnostic] = []

    def media(self) -> dict[str, MediaFile]:
        found: dict[str, MediaFile] = {}
        for name in self.declared:
            try:
                file = self.file(name)
            except OSError as fault:
                self.findings.append(cannot_read(self.beside(name), fault))
                continue
            except UnreadableMediaError as fault:
                at = self.positions.at("media", name)
                self.findings.append(unreadable(self.path, fault.why, at))
                continue
            if file is None:
                self.not_there(name)
            else:
                found[name] = file
        for link in self.links:
            known = link.target in found or link.target in self.declared
            if link.kind == "media" and not known:
                self.undeclared(link, found)
        return found

    def undeclared(self, link: SourceLink, found: dict[str, MediaFile]) -> None:
        if link.target.startswith("/"):
            if link.target in self.folder.group:
                found[link.target] = self.folder.group[link.target]
            return
        meant = other_case(link.target, self.declared)
        message = "this file is used but not declared"
        do = "declare it under `media:` at the top of this file, with `alt:` and `shows:`"
        if meant:
            message = "this file is declared in other capital letters"
            do = "write its name as it is under `media:`: capitals count in names"
        name = meant or link.target
        self.fault("media-undeclared", message, do, at=link.position, about=name)

    def not_there(self, name: str) -> None:
        """A file that is declared, and not beside the story under just this name."""
        folder = self.beside("")
        there = (path for path in self.folder.files if path.startswith(folder))
        meant = other_case(name, [path.removeprefix(folder) for path in there])
        message, do = "there is no such file", "put the file there, or correct the name"
        if meant:
            message = "there is no such file, but one whose name has other capital letters"
            do = "write its name as it is: capitals count in names"
        at = self.positions.at("media", name)
        self.fault("media-not-there", message, do, at=at, about=meant or name)

    def file(self, name: str) -> MediaFile | None:
        if name.startswith("/"):
            return self.folder.group.get(name)
        path = self.beside(name)
        found = self.folder.files.get(path) or self.folder.files.get(self.composed(path))
        return self.folder.reader.story_media(found) if found else None

    def composed(self, path: str) -> str:
        """The path of the file whose marks are composed otherwise than those of `path`, or ""."""
        return "" if path.isascii() else same_name(path, self.folder.files) or ""

    def beside(self, name: str) -> str:
        return f"{self.path.rpartition('/')[0]}/{name}"

    def fault(self, code: str, message: str, do: str, *, at: Position, about: str) -> None:
        self.findings.append(error(self.path, code, message, do, at, about=about))
