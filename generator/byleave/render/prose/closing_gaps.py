"""Lines of text joined again where something in them has gone, as if it had never been."""

import re
from collections.abc import Sequence
from typing import TypeGuard

from byleave.render.prose.tree import BLOCKS, WHITESPACE, Element, Node, Nodes

_SPACES = re.compile(r"[ \t\n\r\f]{2,}")
_END_LINES = BLOCKS | {"br"}


def verbatim(found: Sequence[Node | None]) -> Nodes:
    """The nodes of preformatted text, its spaces kept; None is what has gone."""
    return _merged([node for node in found if node is not None])


def of_block(found: Sequence[Node | None]) -> Nodes:
    """The nodes of a block: no space or break at its edges or beside blocks in it."""
    nodes = _spaced(found if _is_merged(found) else _merged(_lines(found)))
    if not nodes or not (_is_break(nodes[0]) or _is_break(nodes[-1])):
        return nodes
    first, last = 0, len(nodes)
    while first < last and _is_break(nodes[first]):
        first += 1
    while first < last and _is_break(nodes[last - 1]):
        last -= 1
    kept = nodes[first:last]
    _strip_first(kept)
    _strip_last(kept)
    return kept


def of_inline(found: Sequence[Node | None]) -> tuple[str, Nodes, str]:
    """The nodes of an inline element, and the spaces that belong before and after it.

    Where its first or last word has gone, the space beside that word stands outside: from
    `*word ![](gone.jpg)* more` comes what comes from `*word* more`.
    """
    if _is_merged(found):
        return "", _closed_up(found), ""
    nodes = _closed_up(_merged(_lines(found)))
    before = after = ""
    if _goes_first(found) and _strip_first(nodes):
        before = " "
    if _goes_first(found[::-1]) and _strip_last(nodes):
        after = " "
    return before, nodes, after


def _goes_first(found: Sequence[Node | None]) -> bool:
    for node in found:
        if node is None:
            return True
        if isinstance(node, Element) or node.strip(WHITESPACE):
            return False
    return False


def _lines(found: Sequence[Node | None]) -> Nodes:
    """Without the hard break of a line on which nothing is left."""
    out: Nodes = []
    fresh, gone = True, False  # nothing on this line yet; something has gone from it
    for node in found:
        if node is None:
            gone = True
            continue
        if _is_break(node):
            skipped = fresh and gone
            fresh, gone = True, False
            if skipped:
                continue
        elif isinstance(node, Element):
            fresh = gone = False
        else:
            line = node.rpartition("\n")[2]
            gone = gone and line == node and not line.strip(WHITESPACE)
            fresh = (fresh or line != node) and not line.strip(WHITESPACE)
        out.append(node)
    return out


def _merged(found: Sequence[Node | None]) -> Nodes:
    """Texts that have come to stand side by side, as one."""
    out: Nodes = []
    texts: list[str] = []
    for node in found:
        if isinstance(node, str):
            texts.append(node)
        elif node is not None:
            if texts:
                out.append("".join(texts))
                texts = []
            out.append(node)
    out.append("".join(texts))
    return [node for node in out if node != ""]


def _is_merged(found: Sequence[Node | None]) -> TypeGuard[Nodes]:
    """Whether nothing has gone, and no text has come to stand beside another."""
    after_text = False
    for node in found:
        is_text = isinstance(node, str)
        if not node or (is_text and after_text):
            return False
        after_text = is_text
    return True


def _closed_up(nodes: Nodes) -> Nodes:
    """Runs of spaces as one."""
    return [with_one_space(node) if isinstance(node, str) else node for node in nodes]


def _spaced(nodes: Nodes) -> Nodes:
    """Runs of spaces as one, and none at the edges, beside a block or before a break."""
    out: Nodes = []
    last = len(nodes) - 1
    at_edge = True  # nothing before it, or a block
    for place, node in enumerate(nodes):
        if isinstance(node, Element):
            at_edge = node.tag in BLOCKS
        elif at_edge and node == "\n":  # between two blocks, as nearly all of them are
            continue
        else:
            node = with_one_space(node)
            if at_edge:
                node = node.lstrip(WHITESPACE)
            if place == last or _ends_line(nodes[place + 1]):
                node = node.rstrip(WHITESPACE)
            at_edge = False
            if not node:
                continue
        out.append(node)
    return out


def with_one_space(text: str) -> str:
    """Runs of spaces in a text as one."""
    # Most texts have no run of spaces; looking for signs of one costs less than a pattern.
    if "  " in text or "\n" in text or "\t" in text or "\r" in text or "\f" in text:
        return _SPACES.sub(_one, text)
    return text


def _one(spaces: re.Match[str]) -> str:
    return "\n" if "\n" in spaces[0] else " "


def _ends_line(node: Node) -> bool:
    return isinstance(node, Element) and node.tag in _END_LINES


def _is_break(node: Node) -> bool:
    return isinstance(node, Element) and node.tag == "br"


def _strip_first(nodes: Nodes) -> bool:
    """Take the space from the start; whether there was one."""
    first = nodes[0] if nodes else None
    if not isinstance(first, str) or first[0] not in WHITESPACE:
        return False
    nodes[0] = first.lstrip(WHITESPACE)
    if not nodes[0]:
        del nodes[0]
    return True


def _strip_last(nodes: Nodes) -> bool:
    last = nodes[-1] if nodes else None
    if not isinstance(last, str) or last[-1] not in WHITESPACE:
        return False
    nodes[-1] = last.rstrip(WHITESPACE)
    if not nodes[-1]:
        del nodes[-1]
    return True
