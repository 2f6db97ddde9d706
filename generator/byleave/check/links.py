"""Links that lead nowhere: those that editors wrote, and those that a look made."""

import re
from collections.abc import Collection, Iterable
from posixpath import dirname, join, normpath
from urllib.parse import unquote

from byleave.diagnostics import Diagnostic, warning
from byleave.model.site import SitePlan
from byleave.positions import Position

_ADDRESS = re.compile(rb"""<[a-zA-Z][^<>]*?\s(?:href|src)="([^"#?]+)""")
# The same where `<` and `>` stand for tags alone, and one space is before each attribute: half as
# long, because whatever stands between addresses is passed by quickly.
_IN_USUAL_FORM = re.compile(rb""" (?:href|src)="([^"#?<>]+)[^<>]*>""")
_ELSEWHERE = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//")


def loose_links(plan: SitePlan) -> Iterable[Diagnostic]:
    """Links in texts to addresses on this site at which nothing is; their words stay.

    A link to what is withheld and one to what never was are told of in the same words.
    """
    for link in plan.loose_links:
        at = Position(line=link.line, column=link.column)
        do = (
            "correct it, or take it out: readers do not see it until something is there"
            if link.whole
            else "correct it, or leave it: readers see the words without a link"
        )
        yield warning(link.path, "link", "this leads to nothing that is published", do, at)


def targets(page: bytes, path: str, base_path: str, *, usual: bool) -> frozenset[str]:
    """The paths of the files of the site to which the page at `path` links.

    `usual` says whether it is of the usual form.
    """
    written = set((_IN_USUAL_FORM if usual else _ADDRESS).findall(page))
    addresses = (unquote(found.decode().replace("&amp;", "&")) for found in written)
    found = (_file(address, path, base_path) for address in addresses)
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
