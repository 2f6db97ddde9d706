"""Links and media in texts of the group's own: themes and fixed pages."""

from collections.abc import Mapping

from byleave.model.published import Link, Media, MediaFile
from byleave.read.destinations import resolve
from byleave.read.links import find_links


def own_links(body: str, first_line: int, path: str, site_url: str) -> tuple[Link, ...]:
    """Every destination in `body` that is on this site."""
    links = []
    for found in find_links(body, first_line):
        to = resolve(found.destination, path, site_url)
        if to.kind != "elsewhere":
            links.append(
                Link(
                    destination=found.destination,
                    kind=to.kind,
                    target=to.target,
                    fragment=to.fragment,
                    line=found.at.line,
                    column=found.at.column,
                    text=found.text,
                )
            )
    return tuple(links)


def own_media(links: tuple[Link, ...], group: Mapping[str, MediaFile]) -> dict[str, Media]:
    """The group's own files that `links` show, by their address."""
    return {link.target: Media(file=group[link.target]) for link in links if link.target in group}
