"""Files of a site folder to a SourceTree: front matter with places, passages, themes, settings.

Nothing here parses Markdown or knows what day it is.
"""

from dataclasses import dataclass, replace
from pathlib import Path

from byleave.diagnostics import Diagnostic, SiteError
from byleave.model.published import LookFile, MediaFile, RootFile
from byleave.model.source import FaultyStory, SourceStory, SourceTree
from byleave.read.media import group_media, root_file
from byleave.read.pages import read_pages
from byleave.read.references import look_up, vocabulary
from byleave.read.settings import read_settings
from byleave.read.story_files import MediaFolder, StoryFile, as_faulty, read_story
from byleave.read.text_files import FoundFile, UnreadableError, find_files, read_text
from byleave.read.themes import read_themes

__all__ = ["ReadResult", "read_settings", "read_site", "without"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadResult:
    """What was read, and what is wrong with files of stories and pages."""

    tree: SourceTree
    findings: tuple[Diagnostic, ...]


def read_site(site: Path) -> ReadResult:
    """Everything in the site folder `site`.

    Raises SiteError where settings, themes or the look cannot be read: then nothing is built.
    A faulty story or page is among the findings, and the rest is read.
    """
    settings = read_settings(site)
    findings: list[Diagnostic] = []

    def files(folder: str) -> tuple[FoundFile, ...]:
        found, faults = find_files(site, folder)
        findings.extend(faults)
        return found

    group = _group_media(files("site_src/media"))
    themes = read_themes(files("themes"), group, settings.url)
    pages, faults = read_pages(files("site_src/pages"), group, settings)
    findings.extend(faults)
    story_files = files("stories")
    media = MediaFolder(files={file.path: file for file in story_files}, group=group)
    read = tuple(
        read_story(file, media, settings.url) for file in story_files if file.path.endswith(".md")
    )
    looked_up = look_up(read, vocabulary(themes, settings.series))
    findings.extend(finding for file in looked_up for finding in file.findings)
    stories = tuple(file.story for file in looked_up)
    tree = SourceTree(
        settings=settings,
        stories=tuple(story for story in stories if isinstance(story, SourceStory)),
        faulty=tuple(story for story in stories if isinstance(story, FaultyStory)),
        themes=themes,
        pages=pages,
        group_media=group,
        root_files=_root_files(files("site_src/root")),
        look=_look(files("site_src/look")),
    )
    return ReadResult(tree=tree, findings=tuple(findings))


def without(result: ReadResult, fault: Diagnostic) -> ReadResult:
    """`result` with the story at the path of `fault` faulty, which was found out later.

    Raises SiteError where that file is no story: a theme or a page of the group's own.
    """
    story = next((one for one in result.tree.stories if one.path == fault.path), None)
    if story is None:
        raise SiteError([fault])
    faulty = as_faulty(StoryFile(story=story), (fault,)).story
    assert isinstance(faulty, FaultyStory)  # noqa: S101 - as_faulty gives nothing else
    tree = replace(
        result.tree,
        stories=tuple(one for one in result.tree.stories if one is not story),
        faulty=(*result.tree.faulty, faulty),
    )
    return ReadResult(tree=tree, findings=(*result.findings, fault))


def _group_media(files: tuple[FoundFile, ...]) -> dict[str, MediaFile]:
    addresses = {"/" + file.path.removeprefix("site_src/"): file.real for file in files}
    return {address: group_media(real, address) for address, real in addresses.items()}


def _root_files(files: tuple[FoundFile, ...]) -> tuple[RootFile, ...]:
    return tuple(root_file(file.real, file.path.removeprefix("site_src/root/")) for file in files)


def _look(files: tuple[FoundFile, ...]) -> tuple[LookFile, ...]:
    found = []
    for file in files:
        try:
            found.append(
                LookFile(path=file.path.removeprefix("site_src/look/"), text=read_text(file))
            )
        except UnreadableError as fault:
            raise SiteError([fault.finding]) from None
    return tuple(found)
