"""Texts of the group's own, themes and fixed pages: how they are read, their links and media."""

import re
from collections.abc import Mapping

from byleave.diagnostics import Diagnostic, warnings_on
from byleave.model.markdown.code import without_code
from byleave.model.markdown.documents import document
from byleave.model.markdown.findings import Rendering, markup_findings
from byleave.model.merge_marks import without_marks
from byleave.model.published import MediaFile, PublishedLink, PublishedMedia
from byleave.model.settings import Settings
from byleave.read.found_files import FileThere, UnreadableError
from byleave.read.front_matter.splitting import FileParts, split_file, unread
from byleave.read.links.destinations import resolve
from byleave.read.links.file_names import with_spaces_in
from byleave.read.links.in_text import find_links
from byleave.read.stories.copied_files import copied_file, is_copied
from byleave.read.text_files import read_text, rough_text
from byleave.read.unfinished_merges import merge_faults
from byleave.values import replace

# A passage's marker, and the name of somebody by their id.
_OF_STORIES = re.compile(r"^:::|(?<![\\{$])\{[a-z][a-z0-9-]*\}(?!\})", re.M)


def own_text(file: FileThere) -> FileParts:
    """The two parts of such a file; where it may not be read as it is, its findings say why."""
    if is_copied(file.path):
        return unread(rough_text(file), copied_file(file.path))
    try:
        text = read_text(file)
    except UnreadableError as fault:
        rough = split_file(rough_text(file), file.path)
        return replace(rough, data={}, findings=(fault.finding,))
    if marks := merge_faults(text, file.path):
        return unread(without_marks(text), *marks)
    return split_file(text, file.path)


def own_warnings(parts: FileParts, path: str, settings: Settings) -> tuple[Diagnostic, ...]:
    """What is to be said of the markup of such a text."""
    manner = Rendering(engine=settings.prose.engine, site_url=settings.url)
    whole = document([(parts.body, parts.body_line)])
    said = "readers see ::: and names in { } as they are written: those are for stories alone"
    do = "take them out; of whom a page tells, a story with their permission can tell"
    bare = without_code(whole.text)
    lines = whole.lines(found.start() for found in _OF_STORIES.finditer(bare))
    return (
        *markup_findings(path, [whole], whole, manner),
        *with_spaces_in(parts.body, parts.body_line, path),
        *warnings_on(path, "leftover", said, do, lines),
    )


def own_links(body: str, first_line: int, path: str, site_url: str) -> tuple[PublishedLink, ...]:
    """Every destination in `body` that is on this site."""
    links = []
    for found in find_links(body, first_line):
        to = resolve(found.destination, path, site_url)
        if to.kind != "elsewhere":
            links.append(
                PublishedLink(
                    destination=found.destination,
                    kind=to.kind,
                    target=to.target,
                    fragment=to.fragment,
                    line=found.at.line,
                    column=found.at.column,
                    text=found.text,
                )
            )
    return tuple(links)


def own_media(
    links: tuple[PublishedLink, ...], group: Mapping[str, MediaFile]
) -> dict[str, PublishedMedia]:
    """The group's own files that `links` show, by their address."""
    return {
        link.target: PublishedMedia(file=group[link.target])
        for link in links
        if link.target in group
    }
