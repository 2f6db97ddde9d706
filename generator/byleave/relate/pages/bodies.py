"""Texts with all that they may show: where their links lead, which media they have."""

from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import unquote

from byleave.model.addresses import as_response_anchor
from byleave.model.captions import read_aloud, read_captions, track_of
from byleave.model.markdown.places import has_place
from byleave.model.marks import in_words
from byleave.model.pieces import Body
from byleave.model.published import Block, FixedPage, PublishedLink, PublishedMedia, Story, Theme
from byleave.model.site_plan import LooseLink
from byleave.relate.index.index import Index
from byleave.relate.index.where_links_lead import leads_to
from byleave.values import replace

Text = Story | FixedPage | Theme
Texts = Mapping[str, Story]


def story_body(story: Story, known: Index, blocks: tuple[Block, ...] | None = None) -> Body:
    """The body of a story; `blocks` are its text, where that is not all of it."""
    text = story.blocks if blocks is None else blocks
    body = _body(story.path, text, story.language, story.links, story.media, known)
    parts = {voice.id: voice.part for voice in story.voices}
    media = {written: _with_track(one, story.names) for written, one in body.media.items()}
    return replace(body, names=story.names, parts=parts, media=media)


def _with_track(media: PublishedMedia, names: Mapping[str, str]) -> PublishedMedia:
    """A recording with where its captions are; to one that is only heard, they are to be read."""
    if not media.captions:
        return media
    text = in_words(media.captions, names)
    is_heard = media.file.kind == "audio" and not media.transcript
    aloud = read_aloud(read_captions(media.captions).cues) if is_heard else media.transcript
    return replace(media, track=track_of(text), transcript=aloud)


def own_body(text: FixedPage | Theme, language: str, known: Index) -> Body:
    """The body of a text of the group's own."""
    blocks = (Block(text=text.body),) if text.body.strip() else ()
    return _body(text.path, blocks, language, text.links, text.media, known)


def no_body(language: str) -> Body:
    """The body of a page on which no text stands."""
    return Body(source="", blocks=(), language=language, names={}, parts={}, links={}, media={})


def _body(
    source: str,
    blocks: tuple[Block, ...],
    language: str,
    links: Iterable[PublishedLink],
    media: Mapping[str, PublishedMedia],
    known: Index,
) -> Body:
    resolved: dict[str, str] = {}
    shown: dict[str, PublishedMedia] = {}
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
        names={},
        parts={},
        links=resolved,
        media=shown,
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
    linking: Iterable[tuple[Text, PublishedLink]], known: Index, texts: Texts
) -> Iterator[LooseLink]:
    """Such links where the page is there and has no such place."""
    for text, link in linking:
        address = (leads_to(link, known) or "").partition("#")[0]
        there = map(texts.__getitem__, reversed(known.stories_at.get(address, ())))
        story = next((one for one in there if one.address == address), None)
        if story and not has_place(_whole(story), unquote(link.fragment)):
            yield _loose(text.path, link, place=True)


def _loose(path: str, link: PublishedLink, *, place: bool = False) -> LooseLink:
    written = link.destination
    return LooseLink(path=path, line=link.line, column=link.column, written=written, place=place)


def _is_to_place(link: PublishedLink) -> bool:
    return bool(link.fragment) and link.kind != "media" and not as_response_anchor(link.fragment)


def _whole(story: Story) -> str:
    return "\n\n".join(block.text for block in story.blocks)
