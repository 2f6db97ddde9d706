"""Texts of the group's own, themes and fixed pages: how they are read, their links and media."""

from collections.abc import Mapping

from byleave.diagnostics import Diagnostic
from byleave.model.markdown.documents import document
from byleave.model.markdown.findings import Manner, markup_findings
from byleave.model.merge_marks import without_marks
from byleave.model.published import Link, Media, MediaFile
from byleave.model.settings import Settings
from byleave.read.copied_files import copied_file, is_copied
from byleave.read.destinations import resolve
from byleave.read.found_files import FoundFile, UnreadableError
from byleave.read.front_matter import Split, split, unread
from byleave.read.links import find_links
from byleave.read.text_files import read_text, rough_text
from byleave.read.unfinished_merges import merge_faults
from byleave.values import replace


def own_text(file: FoundFile) -> Split:
    """The two parts of such a file; where it may not be read as it is, its findings say why."""
    if is_copied(file.path):
        return unread(rough_text(file), copied_file(file.path))
    try:
        text = read_text(file)
    except UnreadableError as fault:
        rough = split(rough_text(file), file.path)
        return replace(rough, data={}, findings=(fault.finding,))
    if marks := merge_faults(text, file.path):
        return unread(without_marks(text), *marks)
    return split(text, file.path)


def own_warnings(parts: Split, path: str, settings: Settings) -> tuple[Diagnostic, ...]:
    """What is to be said of the markup of such a text."""
    manner = Manner(engine=settings.prose.engine, site_url=settings.url)
    whole = document([(parts.body, parts.body_line)])
    return tuple(markup_findings(path, [whole], whole, manner))


def own_links(body: str, first_line: int, path: str, site_url: str) -> tuple[Link, ...]:
    """Every destination in `body` that is on this site."""
    links = []
    for found in find_links(body, first_line):
        to = resolve(found.destination, path, site_url)
        if to.kind != "elsewhere":
            links.append(
                Link(
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


def own_media(links: tuple[Link, ...], group: Mapping[str, MediaFile]) -> dict[str, Media]:
    """The group's own files that `links` show, by their address."""
    return {link.target: Media(file=group[link.target]) for link in links if link.target in group}
