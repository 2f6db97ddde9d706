"""Everything of a site folder but what story files say: settings, themes, pages, and all files."""

from pathlib import Path

from msgspec import Struct

from byleave.diagnostics import Diagnostic, SiteError
from byleave.model.source import SourceTree
from byleave.read.found_files import FileThere, find_files
from byleave.read.group.glossary import glossary
from byleave.read.group.group_files import all_files, look_files, media_files, root_files
from byleave.read.group.own_advice import own_advice
from byleave.read.group.pages import read_pages
from byleave.read.group.record_list_file import record_list
from byleave.read.group.settings import SETTINGS, placed_settings
from byleave.read.group.themes import read_themes
from byleave.read.group.words_file import word_list
from byleave.read.links.pointers import navigation
from byleave.read.looking import Looking
from byleave.read.media.facts import MediaReader
from byleave.read.media.media_folder import MediaFolder
from byleave.read.stories.other_files import is_about_the_folder, own_not_read
from byleave.read.stories.references import Vocabulary, vocabulary
from byleave.read.stories.story_files import is_story_file


class BesideStories(Struct, frozen=True, kw_only=True):
    """Everything that was read but for what story files say; `findings` are about that.

    `written` are the story files and `others` all that lies beside them, `media` where media are.
    """

    tree: SourceTree
    words: Vocabulary
    written: tuple[FileThere, ...]
    others: tuple[FileThere, ...]
    media: MediaFolder
    findings: tuple[Diagnostic, ...]


def beside_stories(site: Path, looking: Looking) -> BesideStories:
    """What lies in the folder `site`; raises SiteError where settings or look cannot be read."""
    settings, places = placed_settings(site)
    findings: list[Diagnostic] = []

    def files(
        folder: str, *, hidden: bool = False, misnamed: bool = False
    ) -> tuple[FileThere, ...]:
        found, faults = find_files(site, folder, hidden=hidden, misnamed=misnamed)
        findings.extend(faults)
        return found

    records, faults = record_list(site)
    findings.extend(faults)
    about_people, faults = word_list(site)
    findings.extend(faults)
    explained, faults = glossary(site)
    findings.extend(faults)
    reader = MediaReader(looking=looking)
    group_files = files("site_src/media")
    group = media_files(group_files, reader, findings)
    theme_files, unread = _theme_files(site)
    themes = read_themes(theme_files, unread, group, settings)
    findings.extend(themes.findings)
    page_files = files("site_src/pages")
    own = read_pages(page_files, group, settings)
    findings.extend((*own.findings, *own_not_read((*theme_files, *page_files))))
    # What a story says of somebody's permission counts, whatever its file is called.
    story_files = files("stories", misnamed=True)
    files_of_root = files("site_src/root", hidden=True)
    root = root_files(files_of_root, own.claimed, reader, findings)
    tree = SourceTree(
        settings=settings,
        places=places,
        navigation=navigation(settings, SETTINGS, places),
        stories=(),
        faulty=(),
        themes=themes.themes,
        pages=own.pages,
        claimed=own.claimed,
        group_media=group,
        root_files=root,
        look=look_files(all_files(site, "site_src/look")),
        telling=tuple(reader.telling((*group_files, *story_files))),
        records=records,
        words=about_people,
        glossary=explained,
        advice=tuple(own_advice((*themes.themes, *own.pages), settings, about_people)),
    )
    there = (*group_files, *files_of_root, *story_files)
    looking.known.keep_only({key for file in there for key in (file.path, str(file.real))})
    written = tuple(
        one for one in story_files if is_story_file(one.path) and not is_about_the_folder(one)
    )
    paths = {one.path for one in written}
    return BesideStories(
        tree=tree,
        words=vocabulary(themes.names, settings, root),
        written=written,
        others=tuple(one for one in story_files if one.path not in paths),
        media=MediaFolder(
            files={file.path: file for file in story_files},
            group=group,
            copies=reader.copies(story_files, (*group.values(), *root)),
            reader=reader,
        ),
        findings=tuple(findings),
    )


def _theme_files(site: Path) -> tuple[tuple[FileThere, ...], tuple[Diagnostic, ...]]:
    """The files of themes, and those that were not found; raises SiteError for a whole folder.

    With a folder the names of its themes are gone, and every story that has one would go.
    """
    found, unread = find_files(site, "themes")
    if folders := [fault for fault in unread if not fault.path.endswith(".md")]:
        raise SiteError(folders)
    return found, unread
