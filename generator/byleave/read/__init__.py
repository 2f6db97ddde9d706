"""Files of a site folder to a SourceTree: front matter with places, passages, themes, settings.

Nothing here parses Markdown or knows what day it is.
"""

import os
import stat
from collections.abc import Iterable, Sequence
from pathlib import Path

from msgspec import Struct

from byleave.cache import facts_of
from byleave.cleaning import Why
from byleave.diagnostics import Diagnostic, SiteError
from byleave.model.addresses import story_address
from byleave.model.source import FaultyStory, SourceStory, SourceTree
from byleave.read.agreed_words import words_in
from byleave.read.alone import ReadAlone, read_alone
from byleave.read.damaged_media import with_faulty, without_media
from byleave.read.faulty_files import StoryFile
from byleave.read.findings import not_too_many
from byleave.read.found_files import FoundFile, find_files
from byleave.read.group_files import all_files, look_files, media_files, root_files
from byleave.read.guard_file import read_guard
from byleave.read.known import Known, KnownFile, read_again, read_all
from byleave.read.media import MediaReader
from byleave.read.other_files import is_about_the_folder, not_read
from byleave.read.pages import read_pages
from byleave.read.pointers import navigation
from byleave.read.record_list import record_list
from byleave.read.references import Vocabulary, looked_up, vocabulary
from byleave.read.retargeting import Addresses, addresses_of, retargeted
from byleave.read.settings import SETTINGS, placed_settings, read_settings
from byleave.read.story_files import MediaFolder, is_story_file
from byleave.read.text_files import rough_text
from byleave.read.themes import read_themes, without_words
from byleave.values import replace

__all__ = [
    "Known",
    "ReadAgain",
    "ReadAlone",
    "ReadResult",
    "faulty_words",
    "is_as_read",
    "knows_of",
    "read_alone",
    "read_guard",
    "read_settings",
    "read_site",
    "read_story_again",
    "story_address",
    "with_story",
    "without",
    "without_file",
    "words_in",
]


class ReadResult(Struct, frozen=True, kw_only=True):
    """What was read, and what is wrong with files of stories and pages.

    `known` is what the next reading need not read again.
    """

    tree: SourceTree
    findings: tuple[Diagnostic, ...]
    known: Known


def read_site(
    site: Path, known: Known | None = None, *, executor: str | None = "serial"
) -> ReadResult:
    """Everything in the site folder `site`, by the processes that `executor` asks for.

    Stories and media that are `known` from an earlier reading are taken from there as long as the
    facts of their files are the same. Raises SiteError where settings or the look cannot be
    read: then nothing is built. A faulty story, theme or page is among the findings, and the rest
    is read.
    """
    settings, places = placed_settings(site)
    findings: list[Diagnostic] = []

    def files(folder: str, *, hidden: bool = False) -> tuple[FoundFile, ...]:
        found, faults = find_files(site, folder, hidden=hidden)
        findings.extend(faults)
        return found

    records, faults = record_list(site)
    findings.extend(faults)
    reader = MediaReader(known=known.media.reader.seen if known else {})
    group_files = files("site_src/media")
    group = media_files(group_files, reader, findings)
    themes = read_themes(*_theme_files(site), group, settings)
    findings.extend(themes.findings)
    own = read_pages(files("site_src/pages"), group, settings)
    findings.extend(own.findings)
    story_files = files("stories")
    root = root_files(files("site_src/root", hidden=True), own.claimed, reader, findings)
    media = MediaFolder(files={file.path: file for file in story_files}, group=group, reader=reader)
    written = [
        one for one in story_files if is_story_file(one.path) and not is_about_the_folder(one)
    ]
    read = read_all(written, media, settings.url, known, executor)
    addresses = addresses_of((one.file.story for one in read), own.pages, root)
    found, now_known = _looked_up(
        read, media, settings.url, addresses, vocabulary(themes.names, settings, root)
    )
    findings.extend(finding for file in found for finding in file.findings)
    stories = tuple(file.story for file in found)
    unsure = {one.path.rpartition("/")[0] for one in stories if isinstance(one, FaultyStory)}
    findings += not_read(story_files, _shown_files(stories), unsure)
    tree = SourceTree(
        settings=settings,
        places=places,
        navigation=navigation(settings, SETTINGS, places),
        stories=tuple(story for story in stories if isinstance(story, SourceStory)),
        faulty=tuple(story for story in stories if isinstance(story, FaultyStory)),
        themes=themes.themes,
        pages=own.pages,
        claimed=own.claimed,
        group_media=group,
        root_files=root,
        look=look_files(all_files(site, "site_src/look")),
        telling=tuple(reader.telling((*group_files, *story_files))),
        records=records,
    )
    return ReadResult(tree=tree, findings=not_too_many(findings), known=now_known)


def _theme_files(site: Path) -> tuple[tuple[FoundFile, ...], tuple[Diagnostic, ...]]:
    """The files of themes, and those that were not found; raises SiteError for a whole folder.

    With a folder the names of its themes are gone, and every story that has one would go.
    """
    found, unread = find_files(site, "themes")
    if folders := [fault for fault in unread if not fault.path.endswith(".md")]:
        raise SiteError(folders)
    return found, unread


def _looked_up(
    read: Sequence[KnownFile],
    media: MediaFolder,
    site_url: str,
    addresses: Addresses,
    words: Vocabulary,
) -> tuple[list[StoryFile], Known]:
    """The stories that were read with what they say of each other, and what is known of them now.

    `addresses` are those that links may lead to, `words` the themes and series that there are.
    """
    there = [retargeted(one.file, addresses) for one in read]
    by_path = {file.story.path: file.story for file in there}
    known = Known(
        site_url=site_url,
        media=media,
        files={one.found.path: one for one in read},
        addresses=addresses,
        words=words,
        retargeted=by_path,
    )
    return [looked_up(file, by_path, words) for file in there], known


class ReadAgain(Struct, frozen=True, kw_only=True):
    """One story as its file is now, and what the next reading may know of the file."""

    story: SourceStory
    file: KnownFile


def read_story_again(result: ReadResult, path: str) -> ReadAgain | None:
    """The story at `path` as its file is now, as long as it alone was edited.

    It is looked up with what is known of the other files: that is right where nothing that they
    can see of it has changed, and the caller has to find that out. None where there is no story
    without faults, or was no file, so that everything has to be read.
    """
    known = result.known
    found = known.media.files.get(path)
    if found is None or not is_story_file(path) or not _is_plain_file(found.real):
        return None
    file = read_again(found, known.media, known.site_url, None)
    there = retargeted(file.file, known.addresses)
    story = looked_up(there, known.retargeted, known.words).story
    return ReadAgain(story=story, file=file) if isinstance(story, SourceStory) else None


def with_story(result: ReadResult, again: ReadAgain) -> ReadResult:
    """`result` with the story that was read again in the place of the one at its path."""
    new = again.story
    stories = tuple(new if one.path == new.path else one for one in result.tree.stories)
    return replace(
        result,
        tree=replace(result.tree, stories=stories),
        known=replace(result.known, files={**result.known.files, new.path: again.file}),
    )


def is_as_read(result: ReadResult, path: str) -> bool:
    """Whether the story file at `path` has the facts that it had when it was read."""
    known = result.known.files.get(path)
    return known is None or facts_of(known.found.real) == known.facts


def knows_of(result: ReadResult, path: str) -> bool:
    """Whether a file at `path` below stories/, or in a folder there, was among what was read."""
    files = result.known.media.files
    return path in files or any(one.startswith(f"{path}/") for one in files)


def _is_plain_file(file: Path) -> bool:
    try:
        return stat.S_ISREG(os.lstat(file).st_mode)
    except OSError:
        return False


def without(result: ReadResult, fault: Diagnostic) -> ReadResult:
    """`result` with the story at the path of `fault` faulty, which was found out later.

    A page of the group's own is left out, and so is the description of a theme. Raises SiteError
    where the file is none of these, or the theme has no description.
    """
    tree = result.tree
    if any(page.path == fault.path for page in tree.pages):
        pages = tuple(page for page in tree.pages if page.path != fault.path)
        tree = replace(tree, pages=pages)
    elif any(theme.path == fault.path and theme.body for theme in tree.themes):
        themes = (without_words(one) if one.path == fault.path else one for one in tree.themes)
        tree = replace(tree, themes=tuple(themes))
    elif any(story.path == fault.path for story in tree.stories):
        tree = with_faulty(tree, (fault,))
    else:
        raise SiteError([fault])
    return replace(result, tree=tree, findings=(*result.findings, fault))


def faulty_words(site: Path, tree: SourceTree) -> tuple[tuple[str, str], ...]:
    """The path of each faulty story and what stands below its front matter, as far as it is text.

    For those who look whether it was published all the same, and for nothing that is shown.
    """
    found = ((one.path, FoundFile(path=one.path, real=site / one.path)) for one in tree.faulty)
    return tuple((path, rough_text(file).rpartition("\n---\n")[2]) for path, file in found)


def without_file(result: ReadResult, source: str, why: Why) -> ReadResult:
    """`result` as if nothing could be published of the file at the absolute path `source`."""
    tree, faults = without_media(result.tree, source, why)
    return replace(result, tree=tree, findings=(*result.findings, *faults))


def _shown_files(stories: Iterable[SourceStory | FaultyStory]) -> frozenset[str]:
    """The absolute paths of the files that stories without faults show."""
    read = (one for one in stories if isinstance(one, SourceStory))
    return frozenset(file.source for one in read for file in one.media.values())
