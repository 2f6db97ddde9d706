"""The group's own files: media, what is copied to the top of the site, and the look.

Their names are their addresses. Many disks tell no capitals from small letters: what they would
take for one file is told, so that none is lost where a site is built or kept on such a disk.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Set
from pathlib import Path

from byleave.cache import folders_of
from byleave.cleaning import UnreadableMediaError
from byleave.diagnostics import Diagnostic, SiteError, error, warning
from byleave.model.addresses import PAGE, RESERVED, RESERVED_FILES, alike
from byleave.model.published import LookFile, MediaFile, RootFile
from byleave.read.found_files import FileThere, UnreadableError, cannot_read, find_files
from byleave.read.media.facts import MediaReader, unreadable
from byleave.read.text_files import read_text, rough_text

_TEXTS = (".md", ".markdown", ".md.txt")
_HAS_VOICES = re.compile(r"\A\s*---\s*\n(?:.*\n)*?\s*(?:voices|consent)\s*:", re.I)


def all_files(site: Path, folder: str) -> tuple[FileThere, ...]:
    """The files below `folder`; raises SiteError where one of them may not be read."""
    found, faults = find_files(site, folder)
    if faults:
        raise SiteError(faults)
    return found


def media_files(
    files: tuple[FileThere, ...], reader: MediaReader, findings: list[Diagnostic]
) -> dict[str, MediaFile]:
    """The media among `files` by their address; what cannot be read is added to `findings`."""
    found: dict[str, MediaFile] = {}
    findings += _same_names(files).values()  # the files stay, because pages show them
    for file in files:
        address = "/" + file.path.removeprefix("site_src/")
        try:
            found[address] = reader.group_media(file, address)
        except OSError as fault:
            findings.append(cannot_read(file.path, fault))
        except UnreadableMediaError as fault:
            findings.append(unreadable(file.path, fault.why))
    return found


def root_files(
    files: tuple[FileThere, ...],
    claimed: Collection[str],
    reader: MediaReader,
    findings: list[Diagnostic],
) -> tuple[RootFile, ...]:
    """The files that are copied to the top; one that stands where a page has to is left out.

    `claimed` are the addresses of the group's pages.
    """
    taken = {address.strip("/") for address in claimed} | RESERVED | RESERVED_FILES
    found = []
    twice = _same_names(files)
    findings += twice.values()
    for file in files:
        path = file.path.removeprefix("site_src/root/")
        if not twice.keys().isdisjoint((file.path, *folders_of(file.path))):
            continue
        if ":" in path or "\\" in path:
            message, do = "no file of a site can have this name", "rename it"
            findings.append(error(file.path, "file-name", message, do))
            continue
        if _is_in_the_way(path, taken):
            message, do = "pages of this site have this address", "rename it, or take it away"
            findings.append(error(file.path, "reserved-name", message, do))
            continue
        if path.casefold().endswith(_TEXTS):
            findings.append(_text_at_top(file))
            if findings[-1].severity == "error":
                continue
        try:
            found.append(reader.root_file(file, path))
        except OSError as fault:
            findings.append(cannot_read(file.path, fault))
        except UnreadableMediaError as fault:
            findings.append(unreadable(file.path, fault.why))
    return tuple(found)


def _text_at_top(file: FileThere) -> Diagnostic:
    """What is said of a text among files that are copied as they are; an error of a story.

    The front matter of a story has permissions, their records, and whoever has left.
    """
    do = "move it below stories/, or below site_src/pages/ if it is a page of the group's own"
    if _HAS_VOICES.search(rough_text(file)):
        message = "this is a story, which would be copied with its permissions: it is left out"
        return error(file.path, "story-at-top", message, do)
    message = "this text is no page here: it is copied as it is, with what stands at its top"
    return warning(file.path, "text-at-top", message, f"{do}; leave it if it is meant so")


def _is_in_the_way(path: str, taken: Set[str]) -> bool:
    """Whether a page, now or one day, needs a folder or a file of its own where `path` is.

    What is below Byleave's own folders is refused whoever is published there today, so that no
    finding tells who is not.
    """
    name = alike(path)
    if name in taken or name.removesuffix(f"/{PAGE}") in taken:
        return True
    if name.partition("/")[0] in RESERVED | RESERVED_FILES:
        return True
    return any(one.startswith(f"{name}/") for one in taken)


def _same_names(files: Iterable[FileThere]) -> dict[str, Diagnostic]:
    """What is wrong, by path, with files and folders that are one file or folder on many disks."""
    spelt: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for file in files:
        for path in (*folders_of(file.path), file.path):
            spelt[alike(path)][path] = None
    pairs = dict(_pairs(spelt.values()))
    message, do = "on many disks this name is the same as {}", "rename one of them"
    return {
        path: error(path, "same-name", message.format(other), do)
        for path, other in pairs.items()
        if pairs.keys().isdisjoint(folders_of(path))  # else their folders are told of
    }


def _pairs(spellings: Iterable[Iterable[str]]) -> Iterator[tuple[str, str]]:
    """Each of several spellings of a name, with another one."""
    for ways in map(tuple, spellings):
        for number, path in enumerate(ways if len(ways) > 1 else ()):
            yield path, ways[number - 1]


def look_files(files: tuple[FileThere, ...]) -> tuple[LookFile, ...]:
    """The templates and styles in `files`; raises SiteError where one is not text."""
    found = []
    for file in files:
        try:
            text = read_text(file)
        except UnreadableError as fault:
            raise SiteError([fault.finding]) from None
        found.append(LookFile(path=file.path.removeprefix("site_src/look/"), text=text))
    return tuple(found)
