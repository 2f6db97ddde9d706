"""Where things were, and where they are now: links of texts, and old addresses that lead on."""

import posixpath
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import unquote

from byleave.importing.address_parts import joined, parts_of
from byleave.importing.found import Found, Source
from byleave.importing.meetings import is_meeting
from byleave.importing.placing import Shelf
from byleave.model.addresses import (
    is_reserved,
    is_too_long,
    own_page_address,
    page_address,
    story_address,
)

_SCHEMES = ("http", "https", "mailto", "tel", "sms")
_NOT_IN_A_NAME = re.compile(r'[\\:*?"<>|%#\x00-\x1f\x7f]')
_PAGES = "site_src/pages"


class OldAddresses:
    """The addresses at which stories were, and the files that they are in now."""

    def __init__(self, site: Path, source: Source, paths: Mapping[str, str]) -> None:
        """`paths` are the files by the keys of what was found."""
        self._hosts = source.hosts
        self._place = f"https://{min(source.hosts)}/" if source.hosts else ""
        self._paths = {
            _alike(address): paths[one.key]
            for one in source.found
            if one.key in paths
            for address in (*one.known_as, *one.addresses)
        }
        self._taken = {story_address(path) for path in paths.values()}
        self._taken |= {
            own_page_address(page.relative_to(site).as_posix())
            for page in (site / _PAGES).rglob("*.md")
        }

    def aliases(self, found: Found) -> tuple[str, ...]:
        """The old addresses of a story that can lead on to it."""
        return tuple(self._free(found)) if not found.parent else ()

    def _free(self, found: Found) -> Iterator[str]:
        for address in found.addresses:
            parts = parts_of(address)
            old = page_address(unquote(parts.path)) if parts.path and not parts.query else ""
            names = old.strip("/").split("/")
            if old in ("", "/") or old in self._taken or is_reserved(names) or is_too_long(old):
                continue
            if any(_NOT_IN_A_NAME.search(one) or one in ("", ".", "..") for one in names):
                continue
            self._taken.add(old)
            yield old

    def link(self, address: str, found: Found, path: str, shelf: Shelf) -> str:
        """Where a link of the story at `path` is to lead; "" for nowhere."""
        parts = parts_of(address)
        if not any(parts) and not address.startswith("#"):
            return ""
        if parts.scheme and parts.scheme.lower() not in _SCHEMES:
            return ""
        if parts.scheme in ("mailto", "tel", "sms") or address.startswith("#"):
            return address
        if found.event and is_meeting(address):
            return ""
        if parts.hostname and parts.hostname.lower() not in self._hosts:
            return address
        base = found.addresses[0] if found.addresses else "/"
        there = parts_of(joined(parts_of(base).path or "/", parts.path)).path
        beside = posixpath.normpath(posixpath.join(found.beside, parts.path))
        meant = (self._paths.get(_alike(one)) for one in (parts.path, beside, there) if one)
        target = next(filter(None, meant), None) if not parts.query else None
        if target:
            fragment = f"#{parts.fragment}" if parts.fragment else ""
            near = posixpath.relpath(target, posixpath.dirname(path))
            return fragment if target == path and fragment else f"{near}{fragment}"
        if name := shelf.document(address):
            return name
        if parts.hostname:
            return address
        return joined(self._place, joined(base, address)) if self._place else ""


def _alike(address: str) -> str:
    """An address in one form, however it is written."""
    path = unquote(parts_of(address).path).casefold()
    return path.removesuffix("index.html").removesuffix(".html").rstrip("/") or "/"
