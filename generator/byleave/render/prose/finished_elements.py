"""One walk through a page from the inside out, in which each element gets its final form."""

from collections.abc import Callable, Collection

from byleave.model.names.signs import is_seen
from byleave.render.prose import closing_gaps, lists, quotations, tables
from byleave.render.prose.anchors import WaitingAnchors
from byleave.render.prose.destinations import Destinations
from byleave.render.prose.empty_elements import VANISHING, is_hollow
from byleave.render.prose.pictures import PLAYERS, PictureMaker, plays_nothing
from byleave.render.prose.raw_html import NOTE_REF
from byleave.render.prose.tree import (
    BLOCKS,
    HEADINGS,
    PLACES,
    VOID,
    WHITESPACE,
    Element,
    Node,
    Nodes,
    elements,
    holds_block,
    is_block,
    text_of,
    walk,
)
from byleave.render.prose.values import ProseLabels

_VERBATIM = frozenset(("pre", "code", "kbd", "samp"))
_CELLS = frozenset(("td", "th", "dd", "dt"))
# What words alone are only spaced in; nothing else is to be done for them.
_OF_WORDS = HEADINGS | frozenset("b dd dt em i li p small span strong td th".split())
_IN_LINK = frozenset(("a", "audio", "video"))
_OF_LINK = ("title", "hreflang", "lang", "dir")
_CONTAINERS = frozenset(" blockquote dd details div figure li section td th".split(" "))


class ElementFinisher:
    """Settles the links, pictures, lists, quotations and tables of one page.

    What leads nowhere, shows nothing or is left empty goes, and the text closes over it: all
    that is decided here sees the page as if what has gone had never been.
    """

    def __init__(self, destinations: Destinations, labels: ProseLabels) -> None:
        self.destinations = destinations
        self.labels = labels
        self.notes: Collection[str] = ()
        self.waiting = WaitingAnchors()
        self.fragments: list[Element] = []
        self.pictures = PictureMaker(destinations, labels)
        self._leaves: dict[str, Callable[[Element], Nodes]] = {
            "img": self.pictures.from_image,
            **dict.fromkeys(PLAYERS, self.pictures.from_player),
            "input": lambda element: lists.box(element, labels),
            "source": _dropped,
            "track": _dropped,
            NOTE_REF: self._reference,
        }
        self._ends: dict[str, Callable[[Element], Nodes]] = {
            "a": self._link,
            "blockquote": lambda element: [quotations.attributed(element)],
            "li": self._item,
            "ol": lambda element: [lists.even(element)],
            "p": self._paragraph,
            "ul": lambda element: [lists.even(element)],
            **dict.fromkeys(HEADINGS, _heading),
        }

    def settle(self, root: Element) -> None:
        """Settle all under `root`, in place. `notes` are the keys of the footnotes there are."""
        self._fill(root, False)
        self.pictures.caption_rest(root)

    def _settled(self, element: Element, verbatim: bool) -> Nodes:
        """What `element` becomes, with the places that its author named."""
        places = element.attributes.pop(PLACES, "") if element.attributes else ""
        nodes = self._became(element, verbatim)
        if places or self.waiting.names:
            return self.waiting.placed(places, element, nodes)
        return nodes

    def _became(self, element: Element, verbatim: bool) -> Nodes:
        """What `element` becomes: itself, what is in it, something else or nothing."""
        if element.tag in PLAYERS and plays_nothing(element):
            element.tag = "div" if holds_block(element) else "span"
            element.attributes.pop("poster", None)
        tag, children = element.tag, element.children
        if tag in _OF_WORDS and not verbatim and len(children) == 1:
            words = children[0]
            if isinstance(words, str):
                return _settled_words(element, words)
        leaf = self._leaves.get(tag)
        if leaf is not None:
            return leaf(element)
        if tag in VOID:
            return [element]
        before, after = self._fill(element, verbatim or tag in _VERBATIM)
        if tag in VANISHING and is_hollow(element):
            return [before + after] if before or after else []
        if tag in _CELLS:
            element.children = self.pictures.lone_figure(element.children)
        end = self._ends.get(tag)
        nodes: Nodes = [element] if end is None else end(element)
        return [before, *nodes, after] if before or after else nodes

    def _fill(self, element: Element, verbatim: bool) -> tuple[str, str]:
        """Settle what is in `element`; the spaces that belong before and after it."""
        found: list[Node | None] = []
        for child in element.children:
            if isinstance(child, str):
                found.append(child)
            elif nodes := self._settled(child, verbatim):
                found += nodes
            else:
                found.append(None)
        if verbatim:
            element.children = [_restored(node) for node in closing_gaps.verbatim(found)]
        elif element.tag in BLOCKS or not element.tag:
            element.children = closing_gaps.of_block(found)
            if element.tag in _CONTAINERS and any(map(is_block, element.children)):
                nodes = lists.merged(element.children)
                element.children = tables.captioned(nodes, self.labels)
        else:
            before, element.children, after = closing_gaps.of_inline(found)
            return before, after
        return "", ""

    def _link(self, link: Element) -> Nodes:
        if any(self.pictures.is_stand_in(child) for child in elements(link)):
            link.children = self._without_stand_ins(link.children)
        if any(inner.tag in _IN_LINK for child in elements(link) for inner in walk(child)):
            return link.children  # nothing to press may stand in a link (HTML 4.5.1)
        written = link.attributes.get("href", "")
        kept = {name: link.attributes[name] for name in _OF_LINK if name in link.attributes}
        if written.startswith("#"):
            link.attributes = {"href": written, **kept}
            self.fragments.append(link)
            return [link]
        target = self.destinations.link(written)
        if target is None:
            return link.children
        link.attributes = {"href": target.address, **kept}
        if target.external:
            link.attributes["rel"] = "external"
        return [link]

    def _without_stand_ins(self, nodes: Nodes) -> Nodes:
        """The words of pictures of other sites, where a link is around them."""
        return [
            text_of(node) if isinstance(node, Element) and self.pictures.is_stand_in(node) else node
            for node in nodes
        ]

    def _paragraph(self, paragraph: Element) -> Nodes:
        figures = self.pictures.figures(paragraph.children)
        return [paragraph] if figures is None else figures

    def _item(self, element: Element) -> Nodes:
        element.children = self.pictures.lone_figure(element.children)
        lists.mark_task(element)
        return [element]

    def _reference(self, reference: Element) -> Nodes:
        return [reference] if reference.attributes["note"] in self.notes else []


def _settled_words(element: Element, words: str) -> Nodes:
    """What becomes of an element that holds words and nothing else: most do."""
    words = closing_gaps.with_one_space(words)
    if element.tag in BLOCKS:
        words = words.strip(WHITESPACE)
    element.children = [words] if words else []
    return [] if element.tag in VANISHING and not is_seen(words) else [element]


def _heading(element: Element) -> Nodes:
    if any(holds_block(node) for node in element.children):
        # A heading holds words alone (HTML 4.3.6). Not a `div`: that would not keep an `li` or
        # `dd` in it from closing the one around it (HTML 13.2.6.4.7).
        element.tag, element.attributes = "section", {}
    return [element]


def _dropped(_: Element) -> Nodes:
    return []


def _restored(node: Node) -> Node:
    return tables.restored(node) if isinstance(node, str) else node
