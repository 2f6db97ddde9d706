"""What came in by raw HTML made our own: values checked, footnotes found, marks renamed."""

import re
from urllib.parse import unquote

from byleave.render.prose import anchors
from byleave.render.prose.tree import (
    HEADINGS,
    PLACES,
    WHITESPACE,
    Element,
    Node,
    Nodes,
    every,
    holds_block,
    is_block,
    walk,
)

# A place in the text that a footnote belongs to; `note` is its key. Never written as it is.
NOTE_REF = "note-ref"
# The id that an author gave a heading (attr_list), until identifiers.py decides.
WANTED_ID = "wanted-id"

_SHORT_NUMBER = re.compile(r"\d{1,3}")
_WORDS = re.compile(r"[^\ue000-\ue00f]*")
_VALUES = {
    "align": re.compile(r"left|right|center"),
    "checked": _WORDS,
    "class": re.compile(r"language-[\w+#.-]{1,40}"),
    "colspan": _SHORT_NUMBER,
    "datetime": re.compile(r"[\d:+.TZPWDHMS -]{1,40}"),
    "dir": re.compile(r"ltr|rtl|auto"),
    "hreflang": re.compile(r"[A-Za-z0-9-]{2,35}"),
    "kind": re.compile(r"subtitles|captions|descriptions|chapters|metadata"),
    "lang": re.compile(r"[A-Za-z0-9-]{2,35}"),
    "rowspan": _SHORT_NUMBER,
    "span": _SHORT_NUMBER,
    "srclang": re.compile(r"[A-Za-z0-9-]{2,35}"),
    "start": re.compile(r"-?\d{1,9}"),
    "type": re.compile(r"[1aAiI]|checkbox|(?:audio|video)/[a-z0-9.+-]{1,40}"),
    "value": re.compile(r"-?\d{1,9}"),
}


def adopted(root: Element, document: int) -> list[Element]:
    """Make the tree of one document our own, in place; its footnotes are taken out of it.

    `document` tells its footnotes from those of the page's other documents. The footnotes
    are `li` elements whose attribute `note` is their key.
    """
    roots = [root]
    for tree in roots:  # which grows by each footnote that is taken out
        for element in walk(tree) if _has_notes(tree) else every(tree):
            if "data-footnotes" in element.attributes:
                roots += _notes(element, document)
            if element.attributes:
                _check(element)
            if tree is not root:
                element.attributes.pop(PLACES, None)
            if element.tag == "strike":
                element.tag = "s"
            elif element.tag == "sup":
                _reference(element, document)
            elif tree is not root:
                _adapt_to_note(element)
    root.children = _paragraphs(root.children)
    return roots[1:]


def _has_notes(tree: Element) -> bool:
    """Whether footnotes are to be taken out; what stands in `tree` is else as it was read."""
    return any("data-footnotes" in element.attributes for element in every(tree))


def _check(element: Element) -> None:
    for name, value in list(element.attributes.items()):
        allowed = _VALUES.get(name)
        if allowed is not None and not allowed.fullmatch(value):
            del element.attributes[name]
    identifier = element.attributes.pop("id", "")
    if identifier and element.tag in HEADINGS:
        element.attributes[WANTED_ID] = identifier
        identifier = ""
    anchors.note(element, identifier, element.attributes.pop("name", ""))


def _notes(section: Element, document: int) -> list[Element]:
    """The footnotes at the end of a document, taken out of it.

    What else stands there stays: where a label is defined twice, comrak lets the section
    begin at the first of them, and all the text after it is in it.
    """
    found: list[Element] = []
    others: Nodes = []
    for node in section.children:
        has_notes = isinstance(node, Element) and any(map(_is_note, node.children))
        for inner in node.children if isinstance(node, Element) and has_notes else [node]:
            if isinstance(inner, Element) and _is_note(inner):
                inner.attributes = {"note": _key(inner.attributes["id"], document)}
                found.append(inner)
            elif not (isinstance(inner, Element) and inner.tag == "hr"):
                others.append(inner)
    section.tag, section.attributes, section.children = "section", {}, others
    return found


def _is_note(node: Node) -> bool:
    return isinstance(node, Element) and node.tag == "li" and "id" in node.attributes


def _adapt_to_note(element: Element) -> None:
    """A footnote has no place in the page's outline, and its links back are made anew."""
    if element.tag in HEADINGS:
        element.tag = "p"
        element.attributes.pop(WANTED_ID, None)
    kept = [c for c in element.children if isinstance(c, str) or not _leads_back(c)]
    if len(kept) < len(element.children):
        if kept and isinstance(last := kept[-1], str):
            kept[-1] = last.rstrip()
        element.children = kept


def _leads_back(element: Element) -> bool:
    return "data-footnote-backref" in element.attributes


def _reference(mark: Element, document: int) -> None:
    """Make the engine's link to a footnote a reference; `mark` is the `sup` around it."""
    link = mark.children[0] if len(mark.children) == 1 else None
    if isinstance(link, Element) and "data-footnote-ref" in link.attributes:
        target = link.attributes.get("href", "").removeprefix("#")
        mark.tag, mark.children = NOTE_REF, []
        mark.attributes = {"note": _key(target, document)}


def _key(fragment: str, document: int) -> str:
    return f"{document}:{unquote(fragment)}"


def _paragraphs(nodes: Nodes) -> Nodes:
    """Blocks alone: what hand-written HTML left between them gets paragraphs of its own."""
    if all(is_block(node) or node == "\n" for node in nodes):
        return nodes
    out: Nodes = []
    run: Nodes = []
    for node in [*nodes, Element("hr")]:
        if not holds_block(node):
            run.append(node)
            continue
        if any(isinstance(n, Element) or n.strip(WHITESPACE) for n in run):
            out.append(Element("p", children=run))
        run = []
        out.append(node)
    return out[:-1]
