"""What of a rendered text concerns one voice: its passages, or all but those of others."""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from markupsafe import Markup

from byleave.render.prose.tree import Element, Nodes, read, walk, write

_AS_AROUND: Mapping[str, str] = MappingProxyType({})
_PLAYERS = ("audio", "video")
_FOR_SCREENS = ("loading", "decoding")


def excerpt(
    html: str, blocks: Iterable[int], gap: str, said_as: Mapping[str, str] = _AS_AROUND
) -> Markup:
    """Of a text whose passages bear marks: the passages with the numbers `blocks`.

    Where `gap` is words, what stands outside passages is kept too, and they stand where a passage
    of others does; `said_as` are attributes of theirs, such as their language. Footnotes are kept
    as far as something that is kept refers to them.
    """
    kept: Nodes = []
    notes: list[Element] = []
    wanted = {str(number) for number in blocks}
    for node in read(html).children:
        if isinstance(node, Element) and node.attributes.get("class") == "footnotes":
            notes.append(node)
        elif isinstance(node, Element) and "data-block" in node.attributes:
            if node.attributes.pop("data-block") in wanted:
                kept.append(node)
            elif gap:
                kept += _gap(gap, kept, said_as)
        elif gap:
            kept.append(node)
    page = Element("", children=[*kept, *(_referred(one, kept) for one in notes)])
    for element in walk(page):
        _onto_paper(element)
    return Markup(write(page))  # noqa: S704 - it was sanitised when it was rendered


def _gap(words: str, before: Nodes, said_as: Mapping[str, str]) -> Nodes:
    """The words that stand for passages of others, once for those that follow each other."""
    last = next((one for one in reversed(before) if isinstance(one, Element)), None)
    if last is not None and last.attributes.get("class") == "gap":
        return []
    return [Element("p", {"class": "gap", **said_as}, [words])]


def _referred(section: Element, kept: Nodes) -> Element:
    """The footnotes to which something that is kept refers, and those to which these refer."""
    listed = next(one for one in section.children if isinstance(one, Element) and one.tag == "ol")
    notes = [one for one in listed.children if isinstance(one, Element)]
    wanted = set(_targets(kept))
    grown = True
    while grown:
        found = {
            target
            for note in notes
            if note.attributes.get("id") in wanted
            for target in _targets(note.children)
        }
        grown = not found <= wanted
        wanted |= found
    listed.children = [one for one in notes if one.attributes.get("id") in wanted]
    return section if listed.children else Element("")


def _targets(nodes: Nodes) -> Iterator[str]:
    for node in nodes:
        for element in walk(node) if isinstance(node, Element) else ():
            if element.attributes.get("role") == "doc-noteref":
                yield element.attributes["href"].removeprefix("#")


def _onto_paper(element: Element) -> None:
    """What plays stands on paper as the words for it; pictures are there at once."""
    for name in _FOR_SCREENS:
        element.attributes.pop(name, None)
    if element.tag in _PLAYERS:
        words = element.attributes.get("aria-label", "")
        element.tag, element.attributes = "span", {"class": "recording"}
        element.children = [words]
