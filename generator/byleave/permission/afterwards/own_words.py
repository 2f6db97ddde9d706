"""What somebody said, as `git filter-repo --replace-text` reads it: their lines, and no others'."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from byleave.editing.whole_files import write_private
from byleave.permission.answers.declared import Declared
from byleave.permission.answers.differences import readable
from byleave.permission.answers.erasing import words_ever_said
from byleave.permission.forms_folder import NAME, UnsafeFolderError, prepare

# A line as long as this is somebody's wherever it stands; a shorter one only where it stands alone.
_LONG, _ONE_WORD = 30, 1
# What filter-repo takes for the end of what it looks for.
_ARROW = "==>"


def write_own_words(site: Path, voices: Iterable[Declared]) -> str | None:
    """Write the lines of `voices`, as git has ever had them, into the private folder of forms.

    Gives the path of the file, empty where there are none; None where nothing private can be kept.
    """
    there = list(voices)
    lines = {
        line for one in there for words in words_ever_said(site, one) for line in _lines(words)
    }
    if not lines:
        return ""
    name = re.sub(r"[^\w-]+", "-", there[0].record or there[0].voice)
    place = (site / NAME / f"{name}.words.txt").absolute()
    try:
        prepare(place.parent, site)
        write_private(place, "".join(f"{one}\n" for one in _expressions(lines)).encode())
    except (OSError, UnsafeFolderError):
        return None
    return str(place)


def _lines(words: str) -> Iterator[str]:
    return (line.strip() for line in readable(words).splitlines())


def _expressions(lines: Iterable[str]) -> Iterator[str]:
    """Longer lines first, so that none is left over of which a part was taken."""
    for line in sorted(lines, key=lambda one: (-len(one), one)):
        if _ARROW in line or len(line.split()) <= _ONE_WORD:
            continue
        if len(line) >= _LONG:
            yield f"literal:{line}{_ARROW}"
        else:
            yield f"regex:(?m)^[ \\t]*{re.escape(line)}[ \\t\\r]*${_ARROW}"
