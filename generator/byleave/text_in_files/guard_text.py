"""The file of guarded names: one line for each, in which nothing tells a name."""

import re
from collections.abc import Iterable

from byleave.model.guard import PART_DIGITS, WHOLE_DIGITS, Guard, GuardedName

# The number is that of the rule by which names are read before they are hashed.
_FIRST_LINE = re.compile(r"byleave guard 3 key=([0-9a-f]{8})")
_OLDER = ("byleave guard 1 ", "byleave guard 2 ")
_ENTRY = re.compile(
    rf"([0-9a-f]{{{WHOLE_DIGITS}}}) ([0-9a-f]{{{PART_DIGITS}}}) ([0-9a-f]{{{PART_DIGITS}}})"
    r" ([1-4])(?: record=(\S+))?(?: story=(.+))?"
)
_ABOUT = """\
# Names that must never be on this site, as hashes that only the group's key can make or compare.
# Written by `byleave consent guard add`. Keep this file with the site, and the key away from it.
"""


class GuardFileError(ValueError):
    """A file of guarded names is not as it was written; `line` counts from 1.

    `is_older` says that its names were hashed by an older rule, and so may be missed.
    """

    def __init__(self, line: int, *, is_older: bool = False) -> None:
        """Keep the line, and whether all of the file is older."""
        self.line = line
        self.is_older = is_older
        super().__init__(f"line {line}")


def guard_from_text(text: str) -> Guard:
    """The guard that `text` holds; raises GuardFileError with the line that is not as it was."""
    lines = text.splitlines()
    first = _FIRST_LINE.fullmatch(lines[0]) if lines else None
    if first is None:
        raise GuardFileError(1, is_older=bool(lines) and lines[0].startswith(_OLDER))
    return Guard(key_id=first[1], names=tuple(_names(lines)))


def _names(lines: list[str]) -> Iterable[GuardedName]:
    for number, line in enumerate(lines[1:], 2):
        if not line.strip() or line.startswith("#"):
            continue
        entry = _ENTRY.fullmatch(line)
        if entry is None:
            raise GuardFileError(number)
        yield GuardedName(
            whole=entry[1],
            parts=(entry[2], entry[3]),
            words=int(entry[4]),
            record=entry[5],
            story=entry[6],
        )


def guard_as_text(guard: Guard) -> str:
    """What `guard_from_text` reads: an entry a line, sorted, so that no order tells anything."""
    lines = (_line(name) for name in sorted(guard.names, key=lambda name: name.whole))
    return f"byleave guard 3 key={guard.key_id}\n{_ABOUT}" + "".join(lines)


def _line(name: GuardedName) -> str:
    record = f" record={name.record}" if name.record else ""
    story = f" story={name.story}" if name.story else ""
    return f"{name.whole} {' '.join(name.parts)} {name.words}{record}{story}\n"
