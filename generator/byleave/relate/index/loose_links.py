"""What leads to an address on this site at which nothing is: told to editors, and left out."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import TypeVar
from urllib.parse import unquote

from byleave.model.addresses import as_response_anchor
from byleave.model.event import Event
from byleave.model.markdown.places import has_place
from byleave.model.published import FixedPage, PublishedLink, Story, Theme
from byleave.model.site_plan import LooseLink
from byleave.relate.index.index import Index
from byleave.relate.index.where_links_lead import address_of, leads_to
from byleave.values import replace

_SETTINGS = "site_src/site.yaml"

Text = Story | FixedPage | Theme
_OneText = TypeVar("_OneText", Story, FixedPage, Theme)


def loose_items(known: Index, pages: Collection[str]) -> Iterator[LooseLink]:
    """The items of the navigation that lead nowhere; `pages` are the addresses of all pages."""
    for link in known.content.navigation:
        if not address_of(link, known, pages):
            yield _loose(_SETTINGS, link, whole=True)


def loose_pointers(known: Index) -> tuple[LooseLink, ...]:
    """The keys of events that lead to an address on this site at which nothing is."""
    return tuple(
        _loose(story.path, link, whole=True)
        for story in known.by_path.values()
        for link in story.pointers
        if not address_of(link, known)
    )


def without_loose_pointers(story: Story, known: Index) -> Story:
    """A story without those keys."""
    lost = {link.destination for link in story.pointers if not address_of(link, known)}
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


def loose_in(text: Text, known: Index) -> tuple[LooseLink, ...]:
    """The links of one text to addresses on this site at which nothing is, for editors."""
    lost = (
        link
        for link in text.links
        if (link.target not in text.media if link.kind == "media" else not leads_to(link, known))
    )
    # A link is found by its brackets, and once more by the address that stands in them.
    first = {(link.line, link.target): link for link in reversed(tuple(lost))}
    return tuple(_loose(text.path, link) for link in reversed(first.values()))


def to_places(text: Text) -> tuple[PublishedLink, ...]:
    """The links of one text that lead to a place of another page."""
    return tuple(link for link in text.links if _is_to_place(link))


def places_lost(
    linking: Iterable[tuple[Text, PublishedLink]], known: Index, texts: Mapping[str, Story]
) -> Iterator[LooseLink]:
    """Such links where the page is there and has no such place."""
    for text, link in linking:
        address = (leads_to(link, known) or "").partition("#")[0]
        there = map(texts.__getitem__, reversed(known.stories_at.get(address, ())))
        story = next((one for one in there if one.address == address), None)
        if story and not has_place(_whole(story), unquote(link.fragment)):
            yield _loose(text.path, link, place=True)


def without_lost_places(text: _OneText, lost: Collection[tuple[str, str]]) -> _OneText:
    """A text of which links to places that are not there lead to the tops of their pages.

    They are `lost` by its path and as they are written. What a heading was called that went with
    somebody would otherwise stay in the addresses of links to it.
    """
    if not any((text.path, link.destination) in lost for link in text.links):
        return text
    links = (
        replace(link, fragment="") if (text.path, link.destination) in lost else link
        for link in text.links
    )
    return replace(text, links=tuple(links))


def _loose(
    path: str, link: PublishedLink, *, whole: bool = False, place: bool = False
) -> LooseLink:
    return LooseLink(
        path=path,
        line=link.line,
        column=link.column,
        written=link.destination,
        whole=whole,
        place=place,
    )


def _is_to_place(link: PublishedLink) -> bool:
    return bool(link.fragment) and link.kind != "media" and not as_response_anchor(link.fragment)


def _whole(story: Story) -> str:
    return "\n\n".join(block.text for block in story.blocks)
