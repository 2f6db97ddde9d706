"""Addresses on the site to links in a page, and to the files that stand there."""

import posixpath
import re
from functools import lru_cache
from urllib.parse import quote, urlsplit

from msgspec import Struct

from byleave.model.addresses import file_path

_SAFE = "/~!$&'()*+,;=:@"
# What stands for each sign that is no letter, digit or one of "-._~" in a part of an address.
_WRITTEN_OUT = {chr(sign): f"%{sign:02X}" for sign in range(128)}
_RESERVED = re.compile(r"[^A-Za-z0-9_.~-]")


def mail_link(address: str, about: str, page: str = "") -> str:
    """A link that writes a letter to `address` about something, perhaps of a `page` (RFC 6068).

    What it is about is its title alone: the letter begins with the address of the page.
    """
    body = f"&body={_written_out(_letter(page))}" if page else ""
    return f"mailto:{quote(address, safe='@')}?subject={_written_out(about)}{body}"


def text_link(number: str, about: str, page: str) -> str:
    """A link that writes a text message to `number`, or to nobody yet, about something (RFC 5724).

    Some telephones want the body behind `?`, others behind `&`; all take it behind both.
    """
    digits = "".join(filter("+0123456789".__contains__, number))
    return f"sms:{digits}?&body={_written_out(f'{about} {page}')}"


def _written_out(text: str) -> str:
    """What `quote` gives with nothing that is safe, at a third of the time for most texts."""
    if not text.isascii():
        return quote(text, safe="")
    return _RESERVED.sub(lambda found: _WRITTEN_OUT[found[0]], text)


def _letter(page: str) -> str:
    return f"{page}\r\n\r\n"


class WrittenAddresses(Struct, frozen=True, kw_only=True):
    """How links are written: below `base_url`, or relative to their page.

    A relative link ends in a file's name, so that a page opens from a disk without a server.
    """

    base_url: str
    relative: bool = False

    def absolute(self, address: str) -> str:
        """The whole address, with scheme and host."""
        return self.base_url.rstrip("/") + _quoted(address)

    def link(self, address: str, page: str) -> str:
        """The link to `address` (which may lead to another site) from the page at `page`."""
        if not address.startswith("/"):
            return address
        if not self.relative:
            return urlsplit(self.base_url).path.rstrip("/") + _quoted(address)
        target, mark, fragment = address.partition("#")
        start = posixpath.dirname("/" + file_path(page))
        return (
            quote(posixpath.relpath("/" + file_path(target), start), safe=_SAFE) + mark + fragment
        )


@lru_cache(maxsize=4096)  # the same few addresses stand on every page
def _quoted(address: str) -> str:
    target, mark, fragment = address.partition("#")
    return quote(target, safe=_SAFE) + mark + quote(fragment, safe=_SAFE)
