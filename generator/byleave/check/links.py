"""Links that lead nowhere: those that editors wrote, and those that a look made."""

import re
from collections.abc import Iterable
from posixpath import dirname, join, normpath
from urllib.parse import unquote

from byleave.diagnostics import Diagnostic, error, warning
from byleave.model.output import PublishedOutput
from byleave.model.site import SitePlan
from byleave.positions import Position

_ADDRESS = re.compile(rb"""<[a-zA-Z][^<>]*?\s(?:href|src)="([^"#?]+)""")
_ELSEWHERE = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//")


def loose_links(plan: SitePlan) -> Iterable[Diagnostic]:
    """Links in texts to addresses on this site at which nothing is; their words stay.

    A link to what is withheld and one to what never was are told of in the same words.
    """
    for link in plan.loose_links:
        at = Position(line=link.line, column=link.column)
        do = "correct it, or leave it: readers see the words without a link"
        yield warning(link.path, "link", "this leads to nothing that is published", do, at)


def links_to_nothing(output: PublishedOutput, base_path: str) -> Iterable[Diagnostic]:
    """Links in pages to files that are not there: a fault of a template."""
    paths = {file.path for file in output.files}
    for file in output.files:
        if not isinstance(file.content, bytes) or not file.path.endswith(".html"):
            continue
        for found in set(_ADDRESS.findall(file.content)):
            address = unquote(found.decode().replace("&amp;", "&"))
            target = _file(address, file.path, base_path)
            if target is not None and target not in paths:
                message = "a link in this page leads to nothing"
                yield error(file.path, "dead-link", message, "mend the template that made it")


def _file(address: str, page: str, base_path: str) -> str | None:
    """The file to which an address leads, or None where it is on another site."""
    if _ELSEWHERE.match(address):
        return None
    if address.startswith("/"):
        path = address.removeprefix(base_path.rstrip("/")).lstrip("/")
    else:
        path = normpath(join(dirname(page), address)) + ("/" if address.endswith("/") else "")
    return path + "index.html" if path == "" or path.endswith("/") else path
