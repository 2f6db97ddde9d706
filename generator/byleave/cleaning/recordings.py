"""Recordings: how long they are, and which kinds of words are in them. They are only read."""

from math import isfinite
from pathlib import Path

from tinytag import TinyTag, TinyTagException

# What a recording says of its sound, and not of who made it.
_OF_THE_SOUND = frozenset(
    "filename filesize duration channels bitrate bitdepth samplerate mime_type".split()
)


def length_of(file: Path) -> int:
    """How many seconds a recording lasts, at least one; 0 where it cannot be read."""
    try:
        found = TinyTag.get(file, tags=False)
    except (TinyTagException, OSError, ValueError, KeyError, IndexError):
        return 0
    lasts = found.duration
    return max(1, round(lasts)) if lasts and isfinite(lasts) else 0


def tags_of(file: Path) -> tuple[str, ...]:
    """The kinds of tags in a recording, such as "artist"; none where it cannot be read."""
    try:
        found = TinyTag.get(file, image=True)
    except (TinyTagException, OSError, ValueError, KeyError, IndexError):
        return ()
    said = {key for key, value in found.as_dict().items() if value and key not in _OF_THE_SOUND}
    pictures = {"picture"} if found.images.any is not None else set()
    return tuple(sorted(said | pictures))
