"""What the rest of a site can see of a story: all of it but the text of its blocks.

After an edit that leaves the outline as it was, no decision can be another, and no page can show
anything else but the new body. The text itself is part of the outline where agreed words make it
count. Both hold only for as long as nothing but this one file has changed.
"""

from dataclasses import dataclass

from byleave.diagnostics import Diagnostic
from byleave.gate.facts import Facts
from byleave.gate.families import Families
from byleave.gate.linking import RESPONSE
from byleave.model.published import MediaFile
from byleave.model.source import FrontMatter, SourceLink, SourceStory
from byleave.positions import Positions

BlockHead = tuple[tuple[str, ...], tuple[str, ...]]  # by whom a block is, and about whom
LinkOutline = tuple[str, str, str, str, str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """Two of these are equal where the stories differ in the text of their blocks alone.

    `order` are the names in mappings, whose order shows on pages and does not count when mappings
    are compared. `links` are those that lead to this site, or may lead to a response, without
    their places. `facts` say whom each part names. `words` is empty unless fingerprints of the
    words count for one of the voices.
    """

    path: str
    address: str
    front: FrontMatter
    order: tuple[tuple[str, ...], ...]
    positions: Positions
    media: tuple[tuple[str, MediaFile], ...]
    blocks: tuple[BlockHead, ...]
    links: tuple[LinkOutline, ...]
    facts: Facts
    words: tuple[str, ...]
    cautions: tuple[Diagnostic, ...]


def outline(story: SourceStory, facts: Facts, families: Families, *, required: bool) -> Outline:
    """The outline of `story`, of which `facts` are known.

    `families` are those of all stories, and `required` says whether the site requires agreed
    words of everybody.
    """
    front = story.front
    words_count = required or any(
        (consent := families.voices[key].consent) is not None and consent.words is not None
        for key in facts.family.voices.values()
    )
    return Outline(
        path=story.path,
        address=story.address,
        front=front,
        order=(tuple(front.voices or ()), tuple(front.media)),
        positions=story.positions,
        media=tuple(story.media.items()),
        blocks=tuple((block.by, block.about) for block in story.blocks),
        links=tuple(_without_place(link) for link in story.links if is_on_site(link)),
        facts=facts,
        words=tuple(block.text for block in story.blocks) if words_count else (),
        cautions=story.cautions,
    )


def is_on_site(link: SourceLink) -> bool:
    """Whether a link may lead to something on this site, a response on its own page included."""
    return link.kind != "elsewhere" or link.destination.startswith(f"#{RESPONSE}")


def _without_place(link: SourceLink) -> LinkOutline:
    return link.destination, link.kind, link.target, link.fragment, link.text, link.block
