"""Files of a source as they may lie beside a story: without what they tell, under opaque names."""

import re
from hashlib import sha256

from byleave.beginning.pictures import NoPictureError, beside_story
from byleave.beginning.stories import NewPicture
from byleave.cleaning import UnreadableMediaError, can_be_cleaned, cleaned, is_picture
from byleave.importing.found import File, Picture
from byleave.model.media_kinds import media_kind

MOST_BYTES = 50_000_000
_CALLED = {"image": "picture", "audio": "recording", "video": "film", "document": "document"}
# What a program writes where nobody described a picture.
_NO_WORDS = re.compile(
    r"(?:(?:img|dsc|dscn|image|photo|picture|screen ?shot|whatsapp image)?[\W_\d]*|\S+\.\w{2,5}"
    r"|.*\b(?:automatically generated|AI-generated content may be incorrect)\b.*)\Z",
    re.I | re.S,
)


class CannotBeShownError(Exception):
    """A file cannot lie beside a story; the message says why."""


def as_new(file: File, said: Picture) -> NewPicture:
    """`file` for a story that has it with the words `said`; raises CannotBeShownError.

    Nobody has said who is in it. What it shows is said only if the source says it.
    """
    suffix = f".{file.name.rpartition('.')[2].lower()}"
    kind = media_kind(f"a{suffix}")
    if kind is None:
        raise CannotBeShownError("files of this kind are not published")
    if len(file.content) > MOST_BYTES:
        raise CannotBeShownError("it is larger than 50 million bytes")
    content = _harmless(file.content, suffix)
    name = f"{_CALLED[kind]}-{sha256(content).hexdigest()[:8]}{suffix}"
    return NewPicture(
        name=name,
        content=content,
        alt="" if _NO_WORDS.match(said.alt) else said.alt,
        caption=said.caption,
        shows=None,
        placed=True,
    )


def _harmless(content: bytes, suffix: str) -> bytes:
    try:
        if is_picture(suffix):
            return beside_story(content, suffix)
        return cleaned(content, suffix) if can_be_cleaned(suffix) else content
    except NoPictureError as fault:
        raise CannotBeShownError(str(fault)) from None
    except UnreadableMediaError:
        raise CannotBeShownError("this is damaged, or no such file") from None
