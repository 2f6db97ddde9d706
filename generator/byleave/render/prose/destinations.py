"""Where a link leads and what a picture shows, once the site has been planned."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from html import unescape
from typing import TypeVar
from urllib.parse import unquote

from msgspec import Struct

from byleave.model.addresses import as_response_anchor
from byleave.render.prose import tokens
from byleave.render.prose.values import ProseContext, ProseMedia

Found = TypeVar("Found")

_ELSEWHERE = re.compile(r"https?://([^/?#]+)|mailto:.|sms:.|tel:.", re.IGNORECASE)
# In no host name (URL Standard 3.5, forbidden domain code points), written or encoded.
_NO_HOST = re.compile(r"[\x00-\x20\x7f\\<>\"^`{|}%]")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")


class LinkTarget(Struct, frozen=True, kw_only=True):
    """Where a link leads; `external` for pages of other sites, not for mail or telephones."""

    address: str
    external: bool = False


@dataclass(slots=True)
class Destinations:
    """Looks up the destinations of one story as an engine has written them.

    Engines percent-encode destinations, each in its own way, and undo escapes; so both sides
    are compared in a normal form, made only if what is written cannot be found as it is.
    """

    context: ProseContext
    _links: dict[str, str] | None = field(default=None, init=False)
    _media: dict[str, ProseMedia] | None = field(default=None, init=False)

    def media(self, destination: str) -> ProseMedia | None:
        """What to show for a picture or recording, or None if the story has none to show."""
        found = _exactly(self.context.media, destination)
        if found is None and self.context.media:
            if self._media is None:
                self._media = {normal(key): value for key, value in self.context.media.items()}
            found = self._media.get(normal(destination))
        return found

    def link(self, destination: str) -> LinkTarget | None:
        """Where a link leads, or None if it leads nowhere; `#…` is settled by headings.py."""
        destination = destination.strip()
        found = self._own(destination)
        if found is None and _leads_elsewhere(destination):
            inside = self._inside(destination)
            if inside is None:
                address = tokens.in_address(tokens.unsealed(destination), self.context.names)
                return LinkTarget(address=address, external=address[:4].lower() == "http")
            found = self._own(inside)
        return None if found is None else LinkTarget(address=found)

    def _own(self, destination: str) -> str | None:
        page, mark, fragment = destination.partition("#")
        # A place among responses is there only while the response is, whatever else is on its page.
        is_response = bool(as_response_anchor(fragment))
        for wanted, rest in ((destination, ""), ("" if is_response else page, mark + fragment)):
            address = self._listed(wanted) if wanted else None
            if address is not None:
                return address if "#" in address else address + rest
        return None

    def _listed(self, destination: str) -> str | None:
        address = _exactly(self.context.links, destination)
        if address is None and self.context.links:
            if self._links is None:
                self._links = {normal(key): value for key, value in self.context.links.items()}
            address = self._links.get(normal(destination))
        if address is None:
            media = self.media(destination)
            address = media.address if media else None
        return address

    def _inside(self, destination: str) -> str | None:
        """The path on this site that an absolute address means; None for other sites."""
        base = _without_scheme(self.context.site_url).rstrip("/")
        address = _without_scheme(destination)
        if not base or not address.lower().startswith(base.lower()):
            return None
        rest = address[len(base) :]
        return rest or "/" if not rest or rest[0] in "/?#" else None


def _leads_elsewhere(destination: str) -> bool:
    match = _ELSEWHERE.match(destination)
    return match is not None and not _NO_HOST.search(unquote(match[1] or ""))


def normal(destination: str) -> str:
    """A destination without escapes of any kind, its accents composed."""
    text = tokens.unsealed(unquote(destination))
    text = _ESCAPED.sub(r"\1", unescape(text))
    return unicodedata.normalize("NFC", text)


def _exactly(known: Mapping[str, Found], destination: str) -> Found | None:
    found = known.get(destination)
    if found is None and "%" in destination:
        found = known.get(unquote(destination))
    return found


def _without_scheme(address: str) -> str:
    return address.partition("://")[2] if "://" in address else ""
