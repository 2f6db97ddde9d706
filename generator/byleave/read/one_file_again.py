"""One story file again, where it alone was edited since all of a site was read."""

import os
import stat
from pathlib import Path

from byleave.read.looking import Looking
from byleave.read.stories.other_files import is_about_the_folder
from byleave.read.stories.story_files import is_story_file
from byleave.read.stories.told_files import is_as_told, told_again
from byleave.read.whole_site import ReadResult, with_stories


def read_again(result: ReadResult, path: str, looking: Looking) -> ReadResult | None:
    """`result` with the story at `path` as its file is now, as long as no other file was changed.

    None where there was no such file, so that everything has to be read, or where there is none
    without faults: one that is being written may look so.
    """
    around = result.around
    found = around.media.files.get(path)
    if found is None or not is_story_file(path) or not _is_plain_file(found.real):
        return None
    number = next((at for at, one in enumerate(result.told) if one.path == path), None)
    if number is None or is_about_the_folder(found):
        return None
    new = told_again(found, around.tree.settings.url, looking)
    if new.story is None or new.findings:
        return None
    told = list(result.told)
    told[number] = new
    return with_stories(around, tuple(told), looking.known)


def is_as_read(result: ReadResult, path: str, looking: Looking) -> bool:
    """Whether the story file at `path` has the facts that it had when it was read."""
    found = result.around.media.files.get(path)
    return found is None or is_as_told(found, result.around.tree.settings.url, looking)


def knows_of(result: ReadResult, path: str) -> bool:
    """Whether a file at `path` below stories/, or in a folder there, was among what was read."""
    files = result.around.media.files
    return path in files or any(one.startswith(f"{path}/") for one in files)


def _is_plain_file(file: Path) -> bool:
    try:
        return stat.S_ISREG(os.lstat(file).st_mode)
    except OSError:
        return False
