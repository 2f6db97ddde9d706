"""Files of a site folder to a SourceTree: front matter with places, passages, themes, settings.

Nothing here parses Markdown or knows what day it is.
"""

from dataclasses import dataclass, replace
from pathlib import Path

from byleave.diagnostics import Diagnostic, SiteError, warning
from byleave.model.source import FaultyStory, SourceStory, SourceTree
from byleave.read.agreed_words import words_in
from byleave.read.damaged_media import with_faulty, without_media
from byleave.read.findings import not_too_many
from byleave.read.found_files import FoundFile, find_files
from byleave.read.group_files import all_files, look_files, media_files, root_files
from byleave.read.guard_file import read_guard
from byleave.read.media import MediaReader
from byleave.read.pages import read_pages
from byleave.read.references import look_up, vocabulary
from byleave.read.retargeting import retargeted
from byleave.read.settings import read_settings
from byleave.read.slugs import story_address
from byleave.read.story_files import MediaFolder, read_story
from byleave.read.text_files import rough_text
from byleave.read.themes import read_themes

__all__ = [
    "ReadResult",
    "faulty_words",
    "read_guard",
    "read_settings",
    "read_site",
    "story_address",
    "without",
    "without_file",
    "words_in",
]


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

    def files(folder: str, *, hidden: bool = False) -> tuple[FoundFile, ...]:
        found, faults = find_files(site, folder, hidden=hidden)
        findings.extend(faults)
        return found

    reader = MediaReader()
    group_files = files("site_src/media")
    group = media_files(group_files, reader, findings)
    themes = read_themes(all_files(site, "themes"), group, settings.url)
    pages, faults = read_pages(files("site_src/pages"), group, settings)
    findings.extend(faults)
    story_files = files("stories")
    media = MediaFolder(files={file.path: file for file in story_files}, group=group, reader=reader)
    read = tuple(
        read_story(file, media, settings.url) for file in story_files if file.path.endswith(".md")
    )
    root = root_files(files("site_src/root", hidden=True), pages, reader, findings)
    findings += map(_nearly_a_story, filter(_is_nearly_a_story, story_files))
    read = retargeted(read, pages, root)
    looked_up = look_up(read, vocabulary(themes, settings.series, root))
    findings.extend(finding for file in looked_up for finding in file.findings)
    stories = tuple(file.story for file in looked_up)
    tree = SourceTree(
        settings=settings,
        stories=tuple(story for story in stories if isinstance(story, SourceStory)),
        faulty=tuple(story for story in stories if isinstance(story, FaultyStory)),
        themes=themes,
        pages=pages,
        group_media=group,
        root_files=root,
        look=look_files(all_files(site, "site_src/look")),
        telling=tuple(reader.telling((*group_files, *story_files))),
    )
    return ReadResult(tree=tree, findings=not_too_many(findings))


def without(result: ReadResult, fault: Diagnostic) -> ReadResult:
    """`result` with the story at the path of `fault` faulty, which was found out later.

    A page of the group's own is left out. Raises SiteError where the file is neither: a theme.
    """
    if any(page.path == fault.path for page in result.tree.pages):
        pages = tuple(page for page in result.tree.pages if page.path != fault.path)
        tree = replace(result.tree, pages=pages)
        return ReadResult(tree=tree, findings=(*result.findings, fault))
    if all(story.path != fault.path for story in result.tree.stories):
        raise SiteError([fault])
    tree = with_faulty(result.tree, (fault,))
    return ReadResult(tree=tree, findings=(*result.findings, fault))


def faulty_words(site: Path, tree: SourceTree) -> tuple[tuple[str, str], ...]:
    """The path of each faulty story and what stands below its front matter, as far as it is text.

    For those who look whether it was published all the same, and for nothing that is shown.
    """
    found = ((one.path, FoundFile(path=one.path, real=site / one.path)) for one in tree.faulty)
    return tuple((path, rough_text(file).rpartition("\n---\n")[2]) for path, file in found)


def without_file(result: ReadResult, source: str) -> ReadResult:
    """`result` as if the file at the absolute path `source` had been found damaged."""
    tree, faults = without_media(result.tree, source)
    return ReadResult(tree=tree, findings=(*result.findings, *faults))


def _is_nearly_a_story(file: FoundFile) -> bool:
    """Whether a file would be a story if its name ended in .md, as its writer may have meant."""
    name = file.path.lower()
    return name.endswith((".md", ".md.txt", ".markdown")) and not file.path.endswith(".md")


def _nearly_a_story(file: FoundFile) -> Diagnostic:
    do = "give it a name that ends in .md, in small letters"
    return warning(file.path, "not-a-story", "this is read as no story", do)
