"""What is published of a site, in pieces that are as small as law 8 counts them."""

import re
from collections.abc import Iterator
from datetime import date, time
from typing import Any

from byleave.model.addresses import as_response_anchor, page_address, response_anchor
from byleave.model.published import FixedPage, PublishedSet, Story, Theme
from byleave.values import field_names

Piece = tuple[str, ...]
"""Which kind of thing it is, where it stands, and what is shown of it."""

# Anonymous voices that share a name are numbered by how many of them are left.
_NUMBER = re.compile(r"\d+")


def unnumbered(text: str) -> str:
    """A text without the numbers of anonymous voices, and without the gap before one."""
    return " ".join(_NUMBER.sub("", text).split())


def pieces_of(published: PublishedSet) -> frozenset[Piece]:
    """Every piece of a published site: stories, their parts, voices, files, and uses as given."""
    return frozenset(_pieces(published))


def _pieces(published: PublishedSet) -> Iterator[Piece]:
    for story in published.stories:
        yield ("story", story.path, story.address)
        yield from _parts(story)
        yield from _voices(story)
        yield from _files(story)
    texts: tuple[FixedPage | Theme, ...] = (*published.pages, *published.themes)
    for own in texts:
        # What a faulty theme is called stays known, so that no story falls with it.
        yield ("own text", own.path, own.title if isinstance(own, FixedPage) else own.slug)
        yield from _lines("own line", own.path, own.body)
        yield from _files(own)
    yield from _settings(published)
    for name, file in published.group_media.items():
        yield ("group file", name, file.sha256)
    for root in published.root_files:
        yield ("root file", *map(str, _leaves(root)))


def _settings(published: PublishedSet) -> Iterator[Piece]:
    """What the settings show on every page; items that lead to nothing published do not."""
    own = published.settings
    there = {"/stories/", *(story.address for story in published.stories)}
    there |= {page.address for page in published.pages}
    answers = {response_anchor(one.path) for one in published.stories if one.responds_to}
    for item in published.navigation:
        anchor = as_response_anchor(item.fragment)
        if page_address(item.target) in there and (not anchor or anchor in answers):
            yield ("navigation", item.text, item.destination)
    for name, series in own.series.items():
        said = (*series.title.values(), *(series.description or {}).values())
        yield ("series", name, *said)
    if own.brand.logo:
        yield ("logo", own.brand.logo)


def _parts(story: Story) -> Iterator[Piece]:
    """What readers see or hear of a story, and where it leads."""
    keys = ("title", "summary", "what_happened", "notice", "rights", "checked_with", "themes")
    for key in (*keys, "allow", "series", "aliases", "event", "updated", "posted_by"):
        for said in _leaves(getattr(story, key)):
            yield (key, story.path, unnumbered(said))
    for key in ("report_of", "part_of", "responds_to", "in_reply_to"):
        yield from ((key, story.path, where) for where in _leaves(getattr(story, key)))
    for block in story.blocks:
        if block.by:
            people = f"{' '.join(block.by)} about {' '.join(block.about)}"
            yield ("passage", story.path, people, block.text)
        else:
            # What stands on both sides of a withheld passage is one text.
            yield from _lines("line", story.path, block.text)
    for link in story.links:
        yield ("link", story.path, link.destination)


def _voices(story: Story) -> Iterator[Piece]:
    for voice in story.voices:
        yield ("voice", story.path, voice.id, unnumbered(voice.name))
        for said in (voice.role, voice.place):
            yield ("about a voice", story.path, voice.id, said)
        for use in voice.uses:
            yield ("use", story.path, voice.id, use)


def _files(text: Story | FixedPage | Theme) -> Iterator[Piece]:
    for name, media in text.media.items():
        yield ("file", text.path, name, media.file.sha256)
        said = (media.alt, media.caption, media.transcript, media.captions)
        yield ("words of a file", text.path, name, *said)


def _lines(kind: str, path: str, text: str) -> Iterator[Piece]:
    return ((kind, path, line.strip()) for line in text.splitlines() if line.strip())


def _leaves(value: Any) -> Iterator[str]:
    """Every text anywhere inside a value."""
    if isinstance(value, str | int | date | time):
        yield str(value)
    elif isinstance(value, tuple):
        for one in value:
            yield from _leaves(one)
    elif value is not None:
        for name in field_names(value):
            yield from _leaves(getattr(value, name))
