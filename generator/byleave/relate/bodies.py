"""Texts with all that they may show: where their links lead, which media they have."""

from collections.abc import Collection, Iterable, Iterator, Mapping

from byleave.model.addresses import as_response_anchor
from byleave.model.pieces import Body
from byleave.model.published import Block, FixedPage, Link, Media, Story, Theme
from byleave.model.site import LooseLink
from byleave.relate.index import Index

Text = Story | FixedPage | Theme


def leads_to(link: Link, known: Index) -> str | None:
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


def story_body(story: Story, known: Index) -> Body:
    """The body of a story."""
    blocks, names, links = story.blocks, story.names, story.links
    return _body(story.path, blocks, story.language, names, links, story.media, known)


def own_body(text: FixedPage | Theme, language: str, known: Index) -> Body:
    """The body of a text of the group's own."""
    blocks = (Block(text=text.body),) if text.body.strip() else ()
    return _body(text.path, blocks, language, {}, text.links, text.media, known)


def no_body(language: str) -> Body:
    """The body of a page on which no text stands."""
    return Body(source="", blocks=(), language=language, names={}, links={}, media={})


def _body(
    source: str,
    blocks: tuple[Block, ...],
    language: str,
    names: Mapping[str, str],
    links: Iterable[Link],
    media: Mapping[str, Media],
    known: Index,
) -> Body:
    resolved: dict[str, str] = {}
    shown: dict[str, Media] = {}
    for link in links:
        if link.kind == "media":
            if link.target in media:
                shown[link.destination] = media[link.target]
        elif address := leads_to(link, known):
            resolved[link.destination] = address
    return Body(
        source=source,
        blocks=blocks,
        language=language,
        names=names,
        links=resolved,
        media=shown,
    )


def loose_links(known: Index) -> Iterator[LooseLink]:
    """The links to addresses on this site at which nothing is, for editors."""
    content = known.content
    yield from _loose_in((*content.stories, *content.pages, *content.themes), known)


def loose_links_again(
    found: Iterable[LooseLink], before: Index, known: Index, new: Collection[Story]
) -> Iterator[LooseLink]:
    """The same, where they were `found` before, when the stories `new` were not there as they are.

    As long as the addresses of a site are what they were, each link leads where it led.
    """
    was, now = before.content, known.content
    if (known.addresses, known.at, now.pages, now.themes) != (
        before.addresses,
        before.at,
        was.pages,
        was.themes,
    ):
        yield from loose_links(known)
        return
    paths = {story.path for story in new}
    yield from (link for link in found if link.path not in paths)
    yield from _loose_in(new, known)


def _loose_in(texts: Iterable[Text], known: Index) -> Iterator[LooseLink]:
    for text in texts:
        for link in text.links:
            lost = (
                link.target not in text.media if link.kind == "media" else not leads_to(link, known)
            )
            if lost:
                yield LooseLink(path=text.path, line=link.line, column=link.column)
