"""The outline of a page: headings with something under them, without jumps, each with an id."""

from collections.abc import Iterable, Mapping
from urllib.parse import unquote

from byleave.model.names.signs import is_seen
from byleave.render.prose import tokens
from byleave.render.prose.identifiers import Identifiers, slug
from byleave.render.prose.raw_html import NOTE_REF, WANTED_ID
from byleave.render.prose.tree import HEADINGS, Element, Nodes, text_of, walk
from byleave.render.prose.values import Heading, ProseContext

_LOWEST = 6
_SHOWS = frozenset(("img", "audio", "video", NOTE_REF))


def drop_unfilled(page: Element) -> bool:
    """Empty each heading with nothing under it, so that it goes; whether there was any.

    One walk from the end of the page to its start: a heading is filled if there is content
    after it before the next heading of its own level or a higher one.
    """
    dropped = False
    unfilled = 1  # headings of this level or a lower one have nothing under them so far
    waiting: Nodes = [page]
    while waiting:
        node = waiting.pop()
        if isinstance(node, str):
            if unfilled <= _LOWEST and is_seen(node):
                unfilled = _LOWEST + 1
        elif node.tag in HEADINGS:
            level = int(node.tag[1])
            if level >= unfilled:
                node.children = []
                dropped = True
            unfilled = min(unfilled, level)
        elif node.tag in _SHOWS:
            unfilled = _LOWEST + 1
        else:
            waiting += node.children
    return dropped


def outlined(elements: Iterable[Element], context: ProseContext, ids: Identifiers) -> list[Element]:
    """Give each heading among a page's `elements` its level and its id; the headings in order.

    The highest is at `context.heading_level`, and none is more than one below the heading it
    stands under (WCAG 1.3.1, 2.4.6). The words of an id are taken before quotation marks
    are set, so that links made for GitHub's ids work.
    """
    found = [element for element in elements if element.tag in HEADINGS]
    above: list[int] = []
    for heading in found:
        level = int(heading.tag[1])
        while above and above[-1] >= level:
            above.pop()
        heading.tag = f"h{min(context.heading_level + len(above), _LOWEST)}"
        above.append(level)
        wanted = heading.attributes.pop(WANTED_ID, "") or _words(heading, context)
        heading.attributes = {"id": ids.give(slug(wanted)), **heading.attributes}
    return found


def contents(headings: Iterable[Element], context: ProseContext) -> tuple[Heading, ...]:
    """The headings as values, with their final words."""
    return tuple(
        Heading(
            level=int(heading.tag[1]), id=heading.attributes["id"], text=_words(heading, context)
        )
        for heading in headings
    )


def _words(heading: Element, context: ProseContext) -> str:
    """The words of a heading, or those of its picture if it has no others."""
    words = text_of(heading)
    if not words.strip():
        words = " ".join(element.attributes.get("alt", "") for element in walk(heading))
    return tokens.plain(" ".join(words.split()), context.names)


def settle_fragments(links: Iterable[Element], ids: Identifiers, places: Mapping[str, str]) -> None:
    """Keep the links to places that the page has; of the others their words.

    `places` are the ids of those that an author named, by these names.
    """
    for link in links:
        wanted = unquote(link.attributes["href"][1:])
        known = next((i for i in (wanted, wanted.lower()) if i in ids), None)
        found = places.get(wanted, known)
        if found is None:
            link.tag, link.attributes = "", {}
        else:
            link.attributes["href"] = f"#{found}"
