"""Codes for the camera of a telephone (QR, ISO/IEC 18004): each begins a message to the group."""

from collections.abc import Iterator
from typing import Literal
from urllib.parse import quote

from msgspec import Struct

from byleave.model.permission import Permission

Way = Literal["text", "email", "telephone"]
_DIALLED = "+0123456789"


class WayCode(Struct, frozen=True, kw_only=True):
    """A way to reach the group: where the code leads, and the code as a picture in a data URI."""

    way: Way
    address: str
    picture: str


def way_codes(permission: Permission, words: str) -> tuple[WayCode, ...]:
    """A code for each way that a telephone knows; where it can, the message begins with `words`."""
    return tuple(
        WayCode(way=way, address=address, picture=_picture(address))
        for way, address in _addresses(permission, words)
    )


def _addresses(permission: Permission, words: str) -> Iterator[tuple[Way, str]]:
    """By RFC 5724, RFC 6068 and RFC 3966."""
    said = quote(words, safe="")
    if permission.text and (number := _dialled(permission.text)):
        yield "text", f"sms:{number}?body={said}"
    if permission.email:
        yield "email", f"mailto:{quote(permission.email, safe='@')}?subject={said}"
    if permission.telephone and (number := _dialled(permission.telephone)):
        yield "telephone", f"tel:{number}"


def _dialled(number: str) -> str:
    return "".join(sign for sign in number if sign in _DIALLED)


def _picture(address: str) -> str:
    # Loaded only now: no other paper has codes.
    import segno

    return str(segno.make(address, error="m", micro=False).svg_data_uri(border=4, scale=4))
