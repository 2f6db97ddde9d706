"""Places that authors named in their HTML, so that links to them lead there."""

import re
from collections.abc import Iterable, Mapping

from byleave.render.prose.identifiers import Identifiers
from byleave.render.prose.tree import BLOCKS, PLACES, VOID, Element, Nodes

_NAME = re.compile(r"[\w:.-]{1,100}")


def note(element: Element, *names: str) -> None:
    """Note the `names` of places by which authors may link to `element`."""
    kept = [name for name in dict.fromkeys(names) if _NAME.fullmatch(name)]
    if kept:
        element.attributes[PLACES] = " ".join(kept)


class WaitingAnchors:
    """Places of elements that were empty, until something is there that they can be places of."""

    def __init__(self) -> None:
        """Nothing waits at the start of a page."""
        self.names: list[str] = []

    def placed(self, places: str, element: Element, nodes: Nodes) -> Nodes:
        """`nodes`, which became of `element` with its `places`, with the places that they are."""
        named = places.split()
        if element in nodes and element.tag not in BLOCKS and element.tag not in VOID and named:
            element.attributes[PLACES] = places
            return nodes
        self.names += named
        blocks = (n for n in nodes if isinstance(n, Element) and n.tag in BLOCKS - VOID)
        block = next(blocks, None)
        if block is not None and self.names:
            block.attributes[PLACES] = " ".join(self.names)
            self.names.clear()
        return nodes

    def finish(self, root: Element) -> None:
        """Give to the last block of the page the places that nothing came after."""
        last = root.children[-1] if root.children else None
        if self.names and isinstance(last, Element) and last.tag not in VOID:
            before = last.attributes.get(PLACES, "").split()
            last.attributes[PLACES] = " ".join([*before, *self.names])
        self.names.clear()


def settled(elements: Iterable[Element], ids: Identifiers) -> Mapping[str, str]:
    """The id of each place among a page's `elements`, by the name that its author gave it."""
    found: dict[str, str] = {}
    for element in elements:
        if PLACES not in element.attributes:
            continue
        for name in element.attributes.pop(PLACES).split():
            given = ids.give(name)
            found.setdefault(name, given)
            if "id" in element.attributes:
                element.children.insert(0, Element("span", {"id": given}))
            else:
                element.attributes = {"id": given, **element.attributes}
    return found
