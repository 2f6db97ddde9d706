"""Links that lead nowhere: those that editors wrote, and those that a look made."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable
from html import unescape
from posixpath import dirname, join, normpath
from urllib.parse import unquote

from byleave.diagnostics import Diagnostic, warning
from byleave.model.media_kinds import media_kind
from byleave.model.site_plan import SitePlan
from byleave.positions import Position

_NO_LINKS = frozenset({"name-with-spaces", "link-space"})
_PUT_FILE = (
    "put the file below site_src/media/ and write it like /media/map.png; of a picture that is not "
    "there readers see nothing, of a link its words"
)
# One space is before each attribute, and `<` and `>` stand for tags alone.
_IN_USUAL_FORM = re.compile(rb""" (?:href|src)="([^"<>]+)"(?=[^<>]*>)""")
_BEHIND_ITS_PATH = re.compile(r"[#?].*", re.DOTALL)
_MAIL = re.compile(r"[^\s/@:?#]+@[^\s/@:?#]+\.[^\s/@:?#]+")
# A host and a path, or a host that ends as most do; else it may be the name of a file.
_HOST = re.compile(
    r"(?:[a-z0-9-]{1,63}\.){1,4}(?:[a-z]{2,24}/|(?:com|org|net|uk|eu|info|scot|wales|cymru)\Z)",
    re.I,
)
_TELEPHONE = re.compile(r"\+?[\d() -]{6,20}")
_ELSEWHERE = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//")


def loose_links(plan: SitePlan, told: Iterable[Diagnostic] = ()) -> Iterable[Diagnostic]:
    """Links in texts to addresses on this site at which nothing is; their words stay.

    A link to what is withheld and one to what never was are told of in the same words. Where it is
    `told` that a name with spaces is no link, it is none.
    """
    no_links: dict[tuple[str, int], list[str]] = defaultdict(list)
    for one in told:
        if one.code in _NO_LINKS:
            no_links[one.path, one.line].append(one.about)
    for link in plan.loose_links:
        # Of such a link, what stands before its first space may be taken for the address.
        spaced = no_links.get((link.path, link.line), ())
        if any(about.startswith(link.written) for about in spaced):
            continue
        at = Position(line=link.line, column=link.column)
        if link.place:
            message = "this leads to a page that does not have this place; readers get to its top"
            do = "name a heading as the address of its section does, or take the # and its name out"
            yield warning(link.path, "link-place", message, do, at, about=link.written)
            continue
        do = (
            "correct it, or take it out: readers do not see it until something is there"
            if link.whole
            else "correct it, or leave it: readers see the words without a link"
        )
        message = "this leads to nothing that is published"
        if not link.whole and (begin := _meant(link.written)):
            do = f"write {begin} before it, if it is an address elsewhere"
        if media_kind(link.written) and not link.whole:
            do = _PUT_FILE
        yield warning(link.path, "link", message, do, at, about=link.written)


def _meant(written: str) -> str:
    """How an address elsewhere begins that was written without its beginning; "" for others."""
    if written.lower().startswith("www.") or _HOST.match(written):
        return "https://"
    if _MAIL.fullmatch(written):
        return "mailto:"
    return "tel:" if _TELEPHONE.fullmatch(written) else ""


def usual_addresses(page: bytes) -> frozenset[str]:
    """The addresses in a page of the usual form that it leads to, and shows files from."""
    return frozenset(unescape(found.decode()) for found in {*_IN_USUAL_FORM.findall(page)})


def targets(addresses: Iterable[str], path: str, base_path: str) -> frozenset[str]:
    """The paths of the files of the site to which `addresses` lead from the page at `path`."""
    to_files = (_BEHIND_ITS_PATH.sub("", address) for address in addresses)
    found = (_file(unquote(address), path, base_path) for address in to_files if address)
    return frozenset(path for path in found if path is not None)


def link_faults(linked: Iterable[str], paths: Collection[str]) -> Iterable[tuple[str, str]]:
    """What is wrong with the links of a page to the files `linked`, where only `paths` are."""
    if any(path not in paths for path in linked):
        yield "dead-link", "a link in this page leads to nothing"


def _file(address: str, page: str, base_path: str) -> str | None:
    """The file to which an address leads, or None where it is on another site."""
    if _ELSEWHERE.match(address):
        return None
    if address.startswith("/"):
        path = address.removeprefix(base_path.rstrip("/")).lstrip("/")
    else:
        path = normpath(join(dirname(page), address)) + ("/" if address.endswith("/") else "")
    return path + "index.html" if path == "" or path.endswith("/") else path
