"""The links of a text of the group's own that lead to other sites."""

from collections.abc import Iterator

from byleave.read.links.destinations import resolve
from byleave.read.links.in_text import LinkInText, find_links

_WEB = ("http://", "https://")


def links_in(body: str, first_line: int, path: str, site_url: str) -> Iterator[LinkInText]:
    """Every link in `body`, which begins on `first_line`, to a page of another site."""
    for found in find_links(body, first_line):
        is_elsewhere = resolve(found.destination, path, site_url).kind == "elsewhere"
        if is_elsewhere and found.destination.startswith(_WEB):
            yield found
