"""Where what points leads: links in texts, the navigation, and keys of events."""

from collections.abc import Collection, Iterator

from byleave.model.addresses import as_response_anchor
from byleave.model.event import Event
from byleave.model.pieces import PageLink
from byleave.model.published import MediaFile, PublishedLink, Story
from byleave.model.site_plan import LooseLink
from byleave.relate.index.index import Index
from byleave.values import replace

SETTINGS = "site_src/site.yaml"


def navigation(known: Index, pages: Collection[str]) -> Iterator[PageLink]:
    """The items of the navigation that lead somewhere; `pages` are the addresses of all pages."""
    for link in known.content.navigation:
        if address := _address(link, known, pages):
            yield PageLink(address=address, title=link.text)


def loose_items(known: Index, pages: Collection[str]) -> Iterator[LooseLink]:
    """The other items of the navigation."""
    for link in known.content.navigation:
        if not _address(link, known, pages):
            yield _loose(SETTINGS, link)


def pointed_to(known: Index) -> Iterator[MediaFile]:
    """The group's files to which the navigation or an event leads."""
    content, stories = known.content, known.by_path.values()
    links = [*content.navigation, *(link for one in stories for link in one.pointers)]
    for link in links:
        if link.kind == "media" and link.target in content.group_media:
            yield content.group_media[link.target]


def loose_pointers(known: Index) -> tuple[LooseLink, ...]:
    """The keys of events that lead to an address on this site at which nothing is."""
    return tuple(
        _loose(story.path, link)
        for story in known.by_path.values()
        for link in story.pointers
        if not _address(link, known)
    )


def without_loose_pointers(story: Story, known: Index) -> Story:
    """A story without those keys."""
    lost = {link.destination for link in story.pointers if not _address(link, known)}
    if not lost or story.event is None:
        return story
    kept = tuple(link for link in story.pointers if link.destination not in lost)
    return replace(story, event=_event_without(story.event, lost), pointers=kept)


def _event_without(event: Event, lost: Collection[str]) -> Event:
    booking = event.booking
    if booking and booking.url in lost:
        booking = replace(booking, url=None)
    if booking and not (booking.url or booking.telephone or booking.email):
        booking = None
    return replace(
        event,
        map=None if event.map in lost else event.map,
        join=None if event.join in lost else event.join,
        booking=booking,
    )


def _address(link: PublishedLink, known: Index, pages: Collection[str] = ()) -> str | None:
    """The address to which something leads, on this site or elsewhere; None where nothing is."""
    if link.kind == "elsewhere":
        return link.destination
    if link.kind == "media":
        return link.target if link.target in known.content.group_media else None
    is_page = link.target in pages and not link.fragment
    return leads_to(link, known) or (link.target if is_page else None)


def _loose(path: str, link: PublishedLink) -> LooseLink:
    written = link.destination
    return LooseLink(path=path, line=link.line, column=link.column, written=written, whole=True)


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
