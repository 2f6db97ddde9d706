"""What a destination in a body leads to: a story file, an address on this site, a media file."""

import posixpath
import re
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from byleave.model.published import MediaKind

_SUFFIXES: dict[str, MediaKind] = {
    **dict.fromkeys(("jpg", "jpeg", "png", "gif", "webp", "avif"), "image"),
    **dict.fromkeys(("mp3", "m4a", "ogg", "oga", "opus", "wav", "flac"), "audio"),
    **dict.fromkeys(("mp4", "m4v", "webm", "ogv"), "video"),
    **dict.fromkeys(
        (
            "pdf",
            "docx",
            "odt",
            "txt",
            "rtf",
            "csv",
            "xlsx",
            "ods",
            "pptx",
            "odp",
            "epub",
            "zip",
            "vtt",
            "ics",
        ),
        "document",
    ),
}
_WITH_HOST = re.compile(r"(?:https?:)?//(.+)", re.I | re.S)
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.I)


@dataclass(frozen=True, slots=True, kw_only=True)
class Destination:
    """Where a link leads. `target` is a story path, an address with "/" or a media name.

    `kind` is "elsewhere" for other sites, mail and places in the same page.
    """

    kind: str
    target: str = ""
    fragment: str = ""


def media_kind(name: str) -> MediaKind | None:
    """What kind of media a file name says it is; None if it is none that we publish."""
    _, dot, suffix = name.rpartition(".")
    return _SUFFIXES.get(suffix.lower()) if dot else None


def resolve(destination: str, path: str, site_url: str) -> Destination:
    """What `destination`, written in the file `path`, leads to on the site at `site_url`."""
    destination = _without_site(destination, site_url)
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
    if full.endswith(".md"):
        return Destination(kind="story", target=full, fragment=parts.fragment)
    if media_kind(target):
        return Destination(kind="media", target=posixpath.normpath(target))
    return Destination(kind="address", target=f"/{full}/", fragment=parts.fragment)


def _without_site(destination: str, site_url: str) -> str:
    """An address of the site itself without scheme and host, in whatever letters they are."""
    own = site_url.partition("//")[2]
    found = _WITH_HOST.match(destination)
    if found and f"{found[1]}/"[: len(own)].casefold() == own.casefold():
        return "/" + found[1][len(own) :].lstrip("/")
    return destination


def _absolute(target: str, fragment: str) -> Destination:
    target = "/" + target.lstrip("/")
    if target.startswith("/media/"):
        return Destination(kind="media", target=target)
    if posixpath.splitext(target)[1]:
        return Destination(kind="address", target=target, fragment=fragment)
    address = target if target == "/" else f"{target}/"
    return Destination(kind="address", target=address, fragment=fragment)
