"""Attributed quotations: words in a block quotation, and who said them."""

import re

from byleave.render.prose.tree import Element, Node, Nodes, is_block

_DASH = re.compile(r"\s*(?:—|―|--)[ \u00a0]+(?=\S)")
_LAST_LINE = re.compile(r"(?:^|\n)[ \t]*(?:—|―|--)[ \u00a0]+(\S[^\n]*)?$")


def attributed(quotation: Element) -> Element:
    """A figure of the words and who said them, if the last line of `quotation` says so.

    A quotation that begins with a dash as well is a dialogue, and stays as it is; so does one
    that would be left without words.
    """
    if _DASH.match(_first_text(quotation)):
        return quotation
    by = _last_paragraph(quotation) or _last_line(quotation)
    if by is None:
        return quotation
    caption = Element("figcaption", children=by)
    return Element("figure", {"class": "quotation"}, [quotation, caption])


def _first_text(element: Element) -> str:
    node: Node = element
    while isinstance(node, Element):
        node = node.children[0] if node.children else ""
    return node


def _last_paragraph(quotation: Element) -> Nodes | None:
    """Take out the last paragraph if it begins with a dash, and give what it says."""
    last = quotation.children[-1]
    if len(quotation.children) < 2 or not isinstance(last, Element) or last.tag != "p":
        return None
    first = last.children[0]
    match = _DASH.match(first) if isinstance(first, str) else None
    if match is None or not isinstance(first, str):
        return None
    quotation.children.pop()
    return [f"— {first[match.end() :]}", *last.children[1:]]


def _last_line(quotation: Element) -> Nodes | None:
    """Take out the last line if it begins with a dash, and give what it says."""
    holder = _last_holder(quotation)
    nodes = holder.children
    for place in range(len(nodes) - 1, -1, -1):
        node = nodes[place]
        if isinstance(node, Element):
            if is_block(node) or _is_break(node):
                return None
            continue
        match = _LAST_LINE.search(node)
        if match and (match[0][0] == "\n" or (place and _is_break(nodes[place - 1]))):
            before = node[: match.start()].rstrip()
            by: Nodes = [f"— {match[1] or ''}", *nodes[place + 1 :]]
            holder.children = [*nodes[:place], before] if before else nodes[:place]
            if _is_break(holder.children[-1]):
                holder.children.pop()
            return by
        if "\n" in node:
            return None
    return None


def _last_holder(quotation: Element) -> Element:
    """Where the last line of text stands: a line after a list belongs to its last item."""
    holder = quotation
    while isinstance(last := holder.children[-1], Element) and last.children:
        if last.tag not in ("p", "ul", "ol", "li"):
            break
        holder = last
    return holder


def _is_break(node: Node) -> bool:
    return isinstance(node, Element) and node.tag == "br"
