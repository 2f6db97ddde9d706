"""One story file to a story, or to what is known of a faulty one."""

from collections.abc import Mapping

from msgspec import Struct

from byleave.cache import Digest, digest, to_bytes
from byleave.cleaning import UnreadableMediaError
from byleave.diagnostics import Diagnostic, error
from byleave.model.addresses import story_address
from byleave.model.marks import is_marked
from byleave.model.merge_marks import without_marks
from byleave.model.published import MediaFile
from byleave.model.source import (
    FrontMatter,
    SourceLink,
    SourceMedia,
    SourceStory,
)
from byleave.positions import Position
from byleave.read.found_files import FileThere, UnreadableError, cannot_read
from byleave.read.front_matter.as_meant import readable
from byleave.read.front_matter.look_alikes import odd_spaces, with_signs_named
from byleave.read.front_matter.splitting import FIRST_LINE, FileParts, split_file, unread
from byleave.read.front_matter.typed_records import read_record
from byleave.read.front_matter.yaml_comments import cut_short
from byleave.read.links.file_names import (
    not_shown,
    other_case,
    same_name,
    shown_twice,
    with_spaces,
)
from byleave.read.links.pointers import of_event
from byleave.read.media.facts import unreadable
from byleave.read.media.media_folder import MediaFolder
from byleave.read.stories.body_links import source_links
from byleave.read.stories.copied_files import copied_file, is_copied
from byleave.read.stories.faulty_files import ReadStory, faulty_file, versions
from byleave.read.stories.marked_words import front_mentions, marked
from byleave.read.stories.meant import meant_by
from byleave.read.stories.never_in_repository import belongs_offline
from byleave.read.stories.not_known_yet import not_known_yet
from byleave.read.stories.passages import ReadBody, UsedId, read_body
from byleave.read.stories.plain_words import markup_in_words
from byleave.read.stories.remaining_faults import all_faults
from byleave.read.stories.story_rules import faults
from byleave.read.stories.unshown import unshown
from byleave.read.text_files import read_bytes, rough_text, text_of, text_with_losses
from byleave.read.unfinished_merges import merge_faults
from byleave.values import replace


class ToldStory(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What a story file says by itself: all but the media, which may be shared with others.

    There is no story where none can be made of the file, whatever its media are. `parts` are for
    what can be told of a faulty one, and `meant` is what a faulty version may say. `sound` is what
    is left of a faulty one, of which nothing is published: for what else is wrong with it.
    `left_out` are its top keys of which something was left out.
    """

    path: str
    findings: tuple[Diagnostic, ...] = ()
    parts: FileParts | None = None
    story: SourceStory | None = None
    mentions: tuple[UsedId, ...] = ()
    meant: tuple[SourceStory, ...] = ()
    sound: SourceStory | None = None
    left_out: frozenset[str] = frozenset()


def is_story_file(path: str) -> bool:
    """Whether the file at `path` below stories/ is read as a story, be it as a faulty one."""
    return path.endswith(".md") or is_copied(path)


def said_by(data: bytes, path: str, site_url: str) -> Digest:
    """What stands for all that the bytes `data` say in the story file at `path`."""
    return digest(site_url, path, data)


def tell_story(file: FileThere, site_url: str) -> ToldStory:
    """What `file` says. It depends on the file and the address of the site alone."""
    if file.misnamed:
        return ToldStory(path=file.path, parts=_rough_parts(file), findings=())
    if is_copied(file.path):
        findings = (copied_file(file.path),)
        return ToldStory(path=file.path, parts=_rough_parts(file), findings=findings)
    try:
        data = read_bytes(file)
        text = text_of(data, file)
    except UnreadableError as fault:
        text = rough_text(file)
        parts = replace(_rough_parts(file), is_rough=True)
        told = ToldStory(path=file.path, parts=parts, findings=(fault.finding,))
    else:
        told = _of_text(text, file.path, site_url)
        if told.story and not told.findings:
            story = replace(told.story, said=said_by(data, file.path, site_url))
            return replace(told, story=story, parts=None)
    return replace(told, meant=meant_by(text, file.path, site_url))


def _rough_parts(file: FileThere) -> FileParts:
    """The parts of a file as far as they can be told, in letters that may be wrong."""
    parts = split_file(rough_text(file), file.path)
    return replace(parts, lossy=text_with_losses(file) or "")


def _of_text(text: str, path: str, site_url: str) -> ToldStory:
    if marks := merge_faults(text, path):
        return ToldStory(path=path, parts=unread(without_marks(text), *marks), findings=marks)
    told = _told(split_file(text, path), path, site_url)
    return _told_in_full(told, told.parts, text, site_url) if told.findings and told.parts else told


def _told_in_full(told: ToldStory, parts: FileParts, text: str, site_url: str) -> ToldStory:
    """`told` with signs named that may be at fault, and with what would else be told later."""
    findings = with_signs_named(told.findings, parts.yaml, FIRST_LINE)
    if parts.unread:
        return _as_if_mended(replace(told, findings=findings), text, site_url)
    cut = cut_short(parts.yaml, told.path, FIRST_LINE)
    return replace(told, findings=(*findings, *cut))


def _as_if_mended(told: ToldStory, text: str, site_url: str) -> ToldStory:
    """`told`, of which no key could be read, with what else is wrong with it."""
    mended = readable(text)
    if mended is None:
        return told
    again = _told(split_file(mended[0], told.path), told.path, site_url)
    first = min(one.line for one in told.findings)
    more = (replace(one, line=one.line - mended[1]) for one in again.findings)
    findings = (*told.findings, *(one for one in more if one.line > 0 and one.line != first))
    if mended[1]:
        return replace(told, findings=findings)
    return replace(
        told, findings=findings, sound=again.story or again.sound, left_out=again.left_out
    )


def _told(parts: FileParts, path: str, site_url: str) -> ToldStory:
    """What a file says whose parts are known."""
    body = read_body(parts.body, path, parts.body_line)
    found = [*parts.findings, *body.findings]
    if parts.unread:
        return ToldStory(path=path, parts=parts, findings=tuple(found))
    front, known = read_record(FrontMatter, parts.data, path, parts.positions)
    if front is not None:
        found += faults(front, path, parts.positions)
        story = _story(front, body, parts, path, site_url, found)
        return ToldStory(
            path=path,
            parts=replace(parts, body=""),
            findings=tuple(found),
            story=story,
            mentions=(*body.mentions, *front_mentions(front, parts.positions)),
        )
    left = all_faults(parts, known, path)
    found += left.findings
    told = ToldStory(path=path, parts=parts, findings=tuple(found))
    if left.front is None:
        return told
    placed = replace(parts, positions=left.positions)
    sound = _story(left.front, body, placed, path, site_url, [])
    return replace(told, sound=sound, left_out=left.left_out, mentions=body.mentions)


def _story(
    front: FrontMatter,
    body: ReadBody,
    parts: FileParts,
    path: str,
    site_url: str,
    found: list[Diagnostic],
) -> SourceStory:
    """The story that a file tells; what is wrong with its links comes to what was `found`."""
    front = marked(front)
    return SourceStory(
        path=path,
        address=story_address(path),
        front=front,
        is_marked=is_marked(to_bytes(front)),
        blocks=body.blocks,
        links=tuple(source_links(body, path, site_url, found, front.media)),
        media={},
        positions=parts.positions,
        pointers=tuple(of_event(front, path, site_url, parts.positions)),
        cautions=(
            *cut_short(parts.yaml, path, FIRST_LINE),
            *odd_spaces(parts.yaml, path, FIRST_LINE),
            *with_spaces(body.blocks, path),
            *markup_in_words(front, parts.yaml, path, parts.positions),
            *not_shown(_in_text(front), body.blocks, path, parts.positions),
            *shown_twice(front.lead, body.blocks, path, parts.positions),
            *unshown(front, path, parts.positions),
            *not_known_yet(front, path, parts.positions),
            *belongs_offline(parts.yaml, parts.data, path, parts.positions),
        ),
    )


def _in_text(front: FrontMatter) -> tuple[str, ...]:
    """The files that only the text can show: the lead stands before it."""
    return tuple(name for name in front.media if name != front.lead)


def with_media(told: ToldStory, media: MediaFolder) -> ReadStory:
    """The story that was told of a file, with its media, or what is known of a faulty one."""
    story, found = told.story, told.findings
    if story is not None:
        reader = _MediaOfStory(story, media)
        used = reader.media()
        found = (*found, *reader.findings)
        if not found:
            return ReadStory(
                story=replace(story, media=used) if used else story, mentions=told.mentions
            )
    parts = told.parts or _rough_parts(media.files[told.path])
    meant = told.meant or (versions(story) if story else ())
    text = rough_text(media.files[told.path])
    faulty = faulty_file(told.path, parts, found, media, meant, text)
    return _with_sound(faulty, told.sound, told, media) if told.sound else faulty


def _with_sound(
    faulty: ReadStory, sound: SourceStory, told: ToldStory, media: MediaFolder
) -> ReadStory:
    """A faulty story with what else is wrong with its media, and what is to be looked up for it."""
    reader = _MediaOfStory(sound, media)
    if "media" not in told.left_out:
        reader.media()
    mentions = () if "voices" in told.left_out else told.mentions
    findings = (*faulty.findings, *reader.findings)
    return replace(faulty, findings=findings, sound=sound, mentions=mentions)


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
        message, do = "there is no such file", "put the file beside this one, or correct the name"
        if "\\" in name:
            do = "put the file beside this one, and write its name alone, or with / for each \\"
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
