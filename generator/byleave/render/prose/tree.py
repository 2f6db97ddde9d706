"""HTML as a small tree: read from the sanitiser's canonical form, and written again."""

from __future__ import annotations

import re
from collections.abc import Iterator

from byleave.render.prose.limits import DEEPEST, too_deep

# What is read here is only ever the output of nh3: every tag lower-case and balanced, every
# attribute quoted, four character references and no more. So the tree is exactly the one that
# the HTML Standard's own algorithm built; a lenient parser would build another (libxml2 closes
# elements by rules of its own), and between two readings of a text is where attacks live.
_TAG = re.compile(r'<([^<>"]*(?:"[^"]*"[^<>"]*)*)>')
_ATTRIBUTE = re.compile(r' ([^\s="]+)="([^"]*)"')

VOID = frozenset(("br", "col", "hr", "img", "input", "source", "track", "wbr"))
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
BLOCKS = HEADINGS | frozenset(
    (
        "blockquote caption col colgroup dd details div dl dt figcaption figure hr li ol p "
        "pre section summary table tbody td tfoot th thead tr ul"
    ).split()
)
WHITESPACE = " \t\n\r\f"

# Attributes that are ours while a page is made. The names of places by which authors may link to
# an element; on a passage, its number among the parts of the text; on a list, the sign before its
# items, where a text has several kinds; and on a rule, that it stands for a comment, which parts
# two lists of one kind (CommonMark 5.3). On a picture, its files as WebP.
PLACES = "places"
KIND = "data-kind"
APART = "data-apart"
SPEAKERS = "speakers"
WEBP = "webp"
_OURS = frozenset((PLACES, KIND, APART, SPEAKERS, WEBP))


class Element:
    """One element while a page is being made; the only mutable value of this package.

    An element whose tag is empty is transparent: only what it holds is written.
    """

    __slots__ = ("attributes", "children", "tag")

    def __init__(
        self,
        tag: str,
        attributes: dict[str, str] | None = None,
        children: Nodes | None = None,
    ) -> None:
        self.tag = tag
        self.attributes: dict[str, str] = {} if attributes is None else attributes
        self.children: Nodes = [] if children is None else children


Node = Element | str
Nodes = list[Node]


def read(html: str) -> Element:
    """The tree of a fragment, under a transparent root; `html` is the output of nh3.

    Raises ProseError where more than DEEPEST elements are in each other.
    """
    root = current = Element("")
    parents: list[Element] = []
    text, *pieces = _TAG.split(html)
    if text:
        root.children.append(_unescaped(text))
    for tag, text in zip(pieces[::2], pieces[1::2], strict=True):
        if tag[0] == "/":
            current = parents.pop()
        else:
            child = _opened(tag) if " " in tag else Element(tag)
            current.children.append(child)
            if child.tag not in VOID:
                parents.append(current)
                current = child
                if len(parents) > DEEPEST:
                    raise too_deep()
        if text:
            current.children.append(_unescaped(text) if "&" in text else text)
    return root


def _opened(piece: str) -> Element:
    tag, _, rest = piece.partition(" ")
    found = _ATTRIBUTE.findall(" " + rest)
    return Element(tag, {name: _unescaped(value) for name, value in found})


def _unescaped(text: str) -> str:
    if "&" not in text:
        return text
    text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", '"')
    return text.replace("&nbsp;", "\u00a0").replace("&amp;", "&")


def escaped(text: str) -> str:
    """`text` as it may stand in HTML, between tags and in a quoted attribute alike."""
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text.replace('"', "&quot;")


def write(root: Element) -> str:
    """The HTML of what a transparent root holds, a line break after each block."""
    out: list[str] = []
    _write(root, out)
    return "".join(out)


def _write(element: Element, out: list[str]) -> None:
    for child in element.children:
        if isinstance(child, str):
            out.append(child.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"))
            continue
        tag, children = child.tag, child.children
        if tag == "hr" and APART in child.attributes:
            continue
        if tag:
            attributes = child.attributes and _attributes(child.attributes)
            out.append(f"<{tag}{attributes or ''}>")
        if tag == "pre" and children and _breaks_first(children[0]):
            out.append("\n")  # a reader drops the first line break of a pre (HTML 13.1.2.5)
        if len(children) == 1 and isinstance(words := children[0], str):
            out.append(words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"))
        elif children:
            _write(child, out)
        if tag and tag not in VOID:
            out.append(f"</{tag}>\n" if tag in BLOCKS else f"</{tag}>")


def _attributes(values: dict[str, str]) -> str:
    written = (pair for pair in values.items() if pair[0] not in _OURS)
    return "".join([f' {name}="{escaped(value)}"' for name, value in written])


def _breaks_first(node: Node) -> bool:
    return isinstance(node, str) and node.startswith("\n")


def walk(root: Element) -> Iterator[Element]:
    """Every element under and with `root`, in the order of reading."""
    waiting = [root]
    while waiting:
        element = waiting.pop()
        yield element
        children = element.children
        if len(children) > 1 or (children and isinstance(children[0], Element)):
            waiting += [c for c in reversed(children) if isinstance(c, Element)]


def every(root: Element) -> list[Element]:
    """What `walk` gives, where nothing changes meanwhile: at half of the time."""
    found = [root]
    _gather(root, found)
    return found


def _gather(element: Element, found: list[Element]) -> None:
    for child in element.children:
        if isinstance(child, Element):
            found.append(child)
            if child.children:
                _gather(child, found)


def elements(parent: Element, *tags: str) -> list[Element]:
    """The elements directly in `parent` that have one of `tags`, or all if none is given."""
    return [c for c in parent.children if isinstance(c, Element) and (not tags or c.tag in tags)]


def text_of(root: Element) -> str:
    """The words of an element, without its marks."""
    children = root.children
    if len(children) == 1 and isinstance(children[0], str):
        return children[0]
    return "".join([node if isinstance(node, str) else text_of(node) for node in children])


def is_block(node: Node) -> bool:
    """Whether a node stands on lines of its own."""
    return isinstance(node, Element) and node.tag in BLOCKS


def holds_block(node: Node) -> bool:
    """Whether no paragraph may hold a node: a block, or a `b` or the like around one."""
    if isinstance(node, str):
        return False
    return node.tag in BLOCKS or any(holds_block(child) for child in node.children)
