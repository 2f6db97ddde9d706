"""`{id}` in front matter: marked wherever readers meet words of its own."""

from collections.abc import Iterator

from byleave.model.addresses import page_address
from byleave.model.parts import Part
from byleave.model.said import reworded, said_in
from byleave.model.source import FrontMatter
from byleave.model.terms import NOT_KNOWN_YET
from byleave.positions import Positions
from byleave.read.stories.passages import UsedId, mark_names, mentions_in
from byleave.values import replace


def marked(front: FrontMatter) -> FrontMatter:
    """`front` with its names marked as in `model.terms`, and its old addresses in one form."""
    found = reworded(front, _mark)
    if not found.aliases:
        return found
    return replace(found, aliases=tuple(map(page_address, found.aliases)))


def _mark(part: Part, words: str) -> str:
    return mark_names(words) if part.kind == "words" else words


def front_mentions(front: FrontMatter, positions: Positions) -> Iterator[UsedId]:
    """The ids that the words and lists of `front` use, with their places."""
    for said in said_in(front):
        if said.text == NOT_KNOWN_YET:
            continue
        if said.part.kind == "ids":
            yield UsedId(id=said.text, at=positions.at(*said.place))
        elif said.part.kind == "words":
            for mention in mentions_in(said.text, 1):
                yield UsedId(id=mention.id, at=positions.at(*said.place))
