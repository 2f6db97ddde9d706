"""Recordings: which kinds of words are in them beside what is heard. They are only read."""

from pathlib import Path

from tinytag import TinyTag, TinyTagException

# What a recording says of its sound, and not of who made it.
_OF_THE_SOUND = frozenset(
    "filename filesize duration channels bitrate bitdepth samplerate mime_type".split()
)


def tags_of(file: Path) -> tuple[str, ...]:
    """The kinds of tags in a recording, such as "artist"; none where it cannot be read."""
    try:
        found = TinyTag.get(file, image=True)
    except (TinyTagException, OSError, ValueError, KeyError, IndexError):
        return ()
    said = {key for key, value in found.as_dict().items() if value and key not in _OF_THE_SOUND}
    pictures = {"picture"} if found.images.any is not None else set()
    return tuple(sorted(said | pictures))
