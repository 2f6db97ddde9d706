"""Addresses at which somebody takes part online: nobody wants them on a page for ever."""

import re

_ADDRESS = re.compile(
    r"https?://(?:[\w-]+\.)*(?:zoom\.us|zoom\.com|zoomgov\.com|teams\.microsoft\.com"
    r"|teams\.live\.com|meet\.google\.com|meet\.jit\.si|whereby\.com|gotomeet\.me|gotomeeting\.com"
    r"|webex\.com|bluejeans\.com|meet\.goto\.com|bbb\.[\w.-]+)/[^\s<>\"'\])]+[^\s<>\"'\]).,;:!?]"
)
_REGISTERS = re.compile(r"/(?:webinar|meeting)/register\b")


def is_meeting(address: str) -> bool:
    """Whether an address leads into a meeting, and not to a form for registering."""
    return bool(_ADDRESS.fullmatch(address)) and not _REGISTERS.search(address)


def meetings_in(text: str) -> tuple[str, ...]:
    """The addresses of meetings in a text."""
    found = (one[0].replace("&amp;", "&") for one in _ADDRESS.finditer(text))
    return tuple(dict.fromkeys(one for one in found if is_meeting(one)))


def without_meetings(text: str) -> str:
    """A Markdown text in which no meeting's address stands by itself."""
    return _ADDRESS.sub(lambda found: "" if is_meeting(found[0]) else found[0], text).replace(
        "<>", ""
    )
