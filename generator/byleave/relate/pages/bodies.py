"""Texts with all that they may show: where their links lead, which media they have."""

from collections.abc import Iterable, Mapping

from byleave.model.captions import read_aloud, read_captions, track_of
from byleave.model.marks import in_words
from byleave.model.pieces import Body
from byleave.model.published import Block, FixedPage, PublishedLink, PublishedMedia, Story, Theme
from byleave.relate.index.index import Index
from byleave.relate.index.where_links_lead import leads_to
from byleave.values import replace

Texts = Mapping[str, Story]


def story_body(
    story: Story, leading: Mapping[str, str], blocks: tuple[Block, ...] | None = None
) -> Body:
    """The body of a story of which the links are `leading` somewhere.

    `blocks` are its text, where that is not all of it.
    """
    text = story.blocks if blocks is None else blocks
    body = _body(story.path, text, story.language, story.links, story.media, leading)
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
    leading = resolved(text.links, known)
    return _body(text.path, blocks, language, text.links, text.media, leading)


def no_body(language: str) -> Body:
    """The body of a page on which no text stands."""
    return Body(source="", blocks=(), language=language, names={}, parts={}, links={}, media={})


def resolved(links: Iterable[PublishedLink], known: Index) -> Mapping[str, str]:
    """Where those of `links` lead that lead to a page, by what a text writes."""
    found: dict[str, str] = {}
    for link in links:
        if link.kind != "media" and (address := leads_to(link, known)):
            found[link.destination] = address
    return found


def _body(
    source: str,
    blocks: tuple[Block, ...],
    language: str,
    links: Iterable[PublishedLink],
    media: Mapping[str, PublishedMedia],
    leading: Mapping[str, str],
) -> Body:
    shown = {
        link.destination: media[link.target]
        for link in links
        if link.kind == "media" and link.target in media
    }
    return Body(
        source=source,
        blocks=blocks,
        language=language,
        names={},
        parts={},
        links=leading,
        media=shown,
    )
