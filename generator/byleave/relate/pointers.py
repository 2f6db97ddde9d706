"""What points without being a link in a text: the navigation, and keys of events."""

from collections.abc import Collection, Iterator

from byleave.model.event import Event
from byleave.model.pieces import Place
from byleave.model.published import Content, Link, MediaFile, Story
from byleave.model.site import LooseLink
from byleave.relate.bodies import leads_to
from byleave.relate.index import Index
from byleave.values import replace

SETTINGS = "site_src/site.yaml"


def navigation(known: Index, pages: Collection[str]) -> Iterator[Place]:
    """The items of the navigation that lead somewhere; `pages` are the addresses of all pages."""
    for link in known.content.navigation:
        if address := _address(link, known, pages):
            yield Place(address=address, title=link.text)


def loose_items(known: Index, pages: Collection[str]) -> Iterator[LooseLink]:
    """The other items of the navigation."""
    for link in known.content.navigation:
        if not _address(link, known, pages):
            yield _loose(SETTINGS, link)


def pointed_to(content: Content) -> Iterator[MediaFile]:
    """The group's files to which the navigation or an event leads."""
    links = [*content.navigation, *(link for one in content.stories for link in one.pointers)]
    for link in links:
        if link.kind == "media" and link.target in content.group_media:
            yield content.group_media[link.target]


def has_loose_pointers(known: Index) -> bool:
    """Whether an event leads to an address on this site at which nothing is."""
    return any(not _address(link, known) for one in known.content.stories for link in one.pointers)


def loose_pointers(known: Index) -> Iterator[LooseLink]:
    """The keys of events that lead to nothing."""
    for story in known.content.stories:
        yield from (
            _loose(story.path, link) for link in story.pointers if not _address(link, known)
        )


def without_loose_pointers(known: Index) -> Content:
    """What passed the gate without those keys."""
    return replace(
        known.content, stories=tuple(_without(story, known) for story in known.content.stories)
    )


def _without(story: Story, known: Index) -> Story:
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


def _address(link: Link, known: Index, pages: Collection[str] = ()) -> str | None:
    """The address to which something leads, on this site or elsewhere; None where nothing is."""
    if link.kind == "elsewhere":
        return link.destination
    if link.kind == "media":
        return link.target if link.target in known.content.group_media else None
    is_page = link.target in pages and not link.fragment
    return leads_to(link, known) or (link.target if is_page else None)


def _loose(path: str, link: Link) -> LooseLink:
    return LooseLink(path=path, line=link.line, column=link.column, whole=True)
