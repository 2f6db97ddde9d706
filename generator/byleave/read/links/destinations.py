"""What a destination in a body leads to: a story file, an address on this site, a media file."""

import posixpath
import re
from html import unescape
from urllib.parse import unquote, urlsplit

from msgspec import Struct

from byleave.model.addresses import MEDIA, page_address
from byleave.model.media_kinds import media_kind

_WITH_HOST = re.compile(r"(?:https?:)?//([^/?#]+)(.*)", re.I | re.S)
_DEFAULT_PORT = re.compile(r"\.?(?::(?:80|443)?)?\Z")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_GAPS = re.compile(r"[\t\n\r]")
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.I)


class Destination(Struct, frozen=True, kw_only=True):
    """Where a link leads. `target` is a story path, an address with "/" or a media name.

    `kind` is "elsewhere" for other sites, mail and places in the same page.
    """

    kind: str
    target: str = ""
    fragment: str = ""


def resolve(destination: str, path: str, site_url: str) -> Destination:
    """What `destination`, written in the file `path`, leads to on the site at `site_url`."""
    destination = _without_site(_as_engines_read(destination), site_url)
    if not destination or destination.startswith("#") or _SCHEME.match(destination):
        return Destination(kind="elsewhere")
    try:
        parts = urlsplit(destination)
    except ValueError:
        return Destination(kind="elsewhere")
    target = unquote(parts.path)
    if target.startswith("/"):
        return _absolute(posixpath.normpath(target), parts.fragment)
    full = posixpath.normpath(posixpath.join(posixpath.dirname(path), target))
    full = full.removesuffix("/index.html")
    if full.endswith(".md"):
        return Destination(kind="story", target=full, fragment=parts.fragment)
    if media_kind(target):
        return Destination(kind="media", target=posixpath.normpath(target))
    address = page_address(f"/{full}")
    return Destination(kind="address", target=address, fragment=parts.fragment)


def _as_engines_read(destination: str) -> str:
    """`destination` without escapes and entities, and without what browsers pass over."""
    if destination.isprintable() and "&" not in destination and "\\" not in destination:
        return destination.strip()
    text = _ESCAPED.sub(r"\1", unescape(destination))
    return _GAPS.sub("", text).strip()


def _without_site(destination: str, site_url: str) -> str:
    """An address of the site itself without scheme and host, in whatever letters they are."""
    found = _WITH_HOST.match(destination) if "//" in destination else None
    if not found:
        return destination
    own = site_url.partition("//")[2].casefold().rstrip("/") + "/"
    host = _DEFAULT_PORT.sub("", found[1].rpartition("@")[2].casefold())
    rest = found[2]
    inside = host + (rest if rest.startswith("/") else f"/{rest}")
    if inside[: len(own)].casefold() == own:
        return "/" + inside[len(own) :].lstrip("/")
    if f"{inside.casefold()}/" == own:
        return "/"
    return destination


def _absolute(target: str, fragment: str) -> Destination:
    target = "/" + target.lstrip("/")
    if target.startswith(MEDIA):
        return Destination(kind="media", target=target)
    is_file = posixpath.splitext(target)[1] and not target.endswith("/index.html")
    address = page_address(target).rstrip("/") if is_file else page_address(target)
    return Destination(kind="address", target=address, fragment=fragment)
