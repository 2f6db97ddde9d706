"""Files of a source: out of a folder that somebody copied, or from the source's own host."""

import re
from collections.abc import Callable, Collection, Sequence
from http.client import HTTPException
from pathlib import Path, PurePosixPath
from typing import IO, Any
from urllib.error import URLError
from urllib.parse import quote, unquote
from urllib.request import HTTPRedirectHandler, Request, build_opener

from byleave.importing.address_parts import joined, parts_of
from byleave.importing.found import NOT_ASKED_FOR, File, Files
from byleave.importing.pictures import MOST_BYTES

_TIMEOUT = 20  # seconds
_MOST_IN_ALL = 2_000_000_000
_SMALLER = re.compile(r"-\d{2,4}x\d{2,4}(?=\.\w+\Z)|-scaled(?=\.\w+\Z)")
_ELSEWHERE = "it is on another site"
_TOO_LARGE = f"it is larger than {MOST_BYTES // 1_000_000} million bytes"


def in_folder(folder: Path) -> Files:
    """Files below `folder`, which is a copy of where they were: known by the ends of addresses."""
    root = folder.resolve()

    def found(address: str, _beside: str) -> tuple[File | None, str]:
        names = [one for one in unquote(parts_of(address).path).split("/") if one]
        for start in range(len(names)):
            for name in dict.fromkeys((_SMALLER.sub("", names[-1]), names[-1])):
                path = root.joinpath(*names[start:-1], name)
                if content := inside(root, path):
                    return content
        return None, f"it is not in {folder.name}/"

    return found


def inside(root: Path, path: Path) -> tuple[File | None, str] | None:
    """The file at `path`, if it is one and really below `root`, which is resolved."""
    try:
        real = path.resolve()
        if not real.is_relative_to(root) or not real.is_file():
            return None
        if real.stat().st_size > MOST_BYTES:
            return None, _TOO_LARGE
        return File(name=path.name, content=real.read_bytes()), ""
    except (OSError, ValueError):
        return None


def first_of(ways: Sequence[Files]) -> Files:
    """Files by the first way that has them."""

    def found(address: str, beside: str) -> tuple[File | None, str]:
        why = NOT_ASKED_FOR
        for way in ways:
            file, why = way(address, beside)
            if file:
                return file, ""
        return None, why

    return found


class _OwnHostAlone(HTTPRedirectHandler):
    """Follows no redirection away from the hosts that were named."""

    def __init__(self, hosts: Collection[str]) -> None:
        self.hosts = hosts

    def redirect_request(self, *told: Any) -> Request | None:
        new = super().redirect_request(*told)
        return new if new and _is_of(new.full_url, self.hosts) else None


def from_web(place: str, hosts: Collection[str], tell: Callable[[str], None]) -> Files:
    """Files of the web that are at one of `hosts`; addresses without a host are at `place`.

    `tell` is called with each address before it is asked for.
    """
    opener = build_opener(_OwnHostAlone(hosts))
    opener.addheaders = [("User-Agent", "Byleave (byleave import --fetch)")]
    known: dict[str, tuple[File | None, str]] = {}
    left = [_MOST_IN_ALL]

    def found(address: str, _beside: str) -> tuple[File | None, str]:
        whole = quote(joined(place, address), safe="%/:?#[]@!$&'()*+,;=~-._")
        if not _is_of(whole, hosts):
            return None, _ELSEWHERE
        for one in dict.fromkeys((_SMALLER.sub("", whole), whole)):
            if one not in known:
                tell(one)
                known[one] = _fetched(opener.open, one, left)
            if known[one][0]:
                return known[one]
        return known[whole]

    return found


def _is_of(address: str, hosts: Collection[str]) -> bool:
    parts = parts_of(address)
    is_plain = parts.scheme in ("http", "https") and not (parts.username or parts.password)
    return is_plain and (parts.hostname or "").lower() in hosts


def _fetched(
    open_: Callable[..., IO[bytes]], address: str, left: list[int]
) -> tuple[File | None, str]:
    try:
        with open_(address, timeout=_TIMEOUT) as answer:
            content = answer.read(MOST_BYTES + 1)
    except (URLError, HTTPException, OSError, ValueError) as fault:
        reason = getattr(fault, "reason", None) or fault
        return None, f"its site did not send it: {str(reason)[:80].lower()}"
    left[0] -= len(content)
    if len(content) > MOST_BYTES:
        return None, _TOO_LARGE
    if left[0] < 0:
        return None, f"more than {_MOST_IN_ALL // 1_000_000} million bytes were fetched already"
    return File(name=PurePosixPath(unquote(parts_of(address).path)).name, content=content), ""
