"""A picture that is to lie beside a story: what it shows alone, under a name that says nothing."""

from byleave.cleaning import UnreadableMediaError, cleaned, examine, is_picture

_SAID = {
    "damaged": "this is damaged, or no picture",
    "large": "this picture is too large",
    "empty": "this file is empty",
    "pointer": "this is a pointer of Git LFS or git-annex: the picture itself is not here",
}


class NoPictureError(Exception):
    """Nothing can be shown of a file; the message says why, and what to do."""


def beside_story(content: bytes, suffix: str) -> bytes:
    """What of a picture belongs into a repository: what it shows, and nothing that it tells.

    `suffix` is the ending of its name, such as ".jpg". Raises NoPictureError.
    """
    if not is_picture(suffix):
        raise NoPictureError(
            "this is no picture of a kind that every browser shows: save it as JPEG"
        )
    try:
        return content if examine(content, suffix).clean else cleaned(content, suffix)
    except UnreadableMediaError as fault:
        raise NoPictureError(_SAID[fault.why]) from None


def picture_name(number: int, suffix: str) -> str:
    """What the picture with this `number`, from 1 on, is called: a name may tell who is in it."""
    return f"picture{'' if number == 1 else f'-{number}'}{suffix.lower()}"
