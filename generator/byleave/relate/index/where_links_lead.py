"""Where what points leads: links in texts, the navigation, and keys of events."""

from collections.abc import Collection, Iterator

from byleave.model.addresses import as_response_anchor
from byleave.model.permission import words_in
from byleave.model.pieces import PageLink
from byleave.model.published import MediaFile, PublishedLink
from byleave.relate.index.index import Index

SETTINGS = "site_src/site.yaml"


def navigation(known: Index, pages: Collection[str], language: str) -> Iterator[PageLink]:
    """The items of the navigation that lead somewhere, as readers of `language` are told them.

    `pages` are the addresses of all pages.
    """
    for link in known.content.navigation:
        if address := address_of(link, known, pages):
            title, tongue = words_in(link.titles, language, known.content.settings.language)
            yield PageLink(address=address, title=title, language=tongue)


def pointed_to(known: Index) -> Iterator[MediaFile]:
    """The group's files to which the navigation or an event leads."""
    content, stories = known.content, known.by_path.values()
    links = [*content.navigation, *(link for one in stories for link in one.pointers)]
    for link in links:
        if link.kind == "media" and link.target in content.group_media:
            yield content.group_media[link.target]


def address_of(link: PublishedLink, known: Index, pages: Collection[str] = ()) -> str | None:
    """The address to which something leads, on this site or elsewhere; None where nothing is."""
    if link.kind == "elsewhere":
        return link.destination
    if link.kind == "media":
        return link.target if link.target in known.content.group_media else None
    is_page = link.target in pages and not link.fragment
    return leads_to(link, known) or (link.target if is_page else None)


def leads_to(link: PublishedLink, known: Index) -> str | None:
    """The address to which `link` leads, or None where nothing is."""
    if link.kind == "address":
        address = known.addresses.get(link.target)
    else:
        address = known.at.get(link.target)
    if anchor := as_response_anchor(link.fragment):
        # A place among responses is there only while the response is.
        place = f"{address}#{anchor}"
        return place if place in known.places else None
    if address and link.fragment and "#" not in address:
        return f"{address}#{link.fragment}"
    return address
