"""Lists made the same whatever blank lines their source had, and whichever engine read it."""

from byleave.render.prose.tree import APART, KIND, Element, Node, Nodes, elements, holds_block
from byleave.render.prose.values import ProseLabels


def merged(nodes: Nodes) -> Nodes:
    """Lists of one kind with nothing between them, as one list.

    So a picture that is gone from between two items leaves no seam. Python-Markdown does so
    of itself for lists with different bullets. What only held two lists apart goes.
    """
    out: Nodes = []
    longer: list[Element] = []
    for node in nodes:
        before = out[-1] if out else None
        if isinstance(node, Element) and isinstance(before, Element) and _continues(before, node):
            before.children += node.children
            if before not in longer[-1:]:
                longer.append(before)
        else:
            out.append(node)
    for listing in longer:
        even(listing)
    return [node for node in out if isinstance(node, str) or APART not in node.attributes]


def _continues(before: Element, node: Element) -> bool:
    return (
        node.tag in ("ul", "ol")
        and before.tag == node.tag
        and bool(elements(before, "li"))
        and before.attributes.keys() | node.attributes.keys() <= {"start", KIND}
        and before.attributes.get(KIND) == node.attributes.get(KIND)
    )


def even(listing: Element) -> Element:
    """A list whose items are all in paragraphs if one has several, and none otherwise.

    CommonMark 5.3 decides this by blank lines, Python-Markdown for each item on its own.
    """
    items = [i for i in listing.children if isinstance(i, Element) and i.tag == "li"]
    loose = any(_paragraphs(item) > 1 for item in items)
    for item in items:
        item.children = _loosened(item) if loose else _tightened(item)
    return listing


def _paragraphs(item: Element) -> int:
    count, in_text = 0, False
    for node in item.children:
        if not holds_block(node):
            count += not in_text
            in_text = True
        else:
            in_text = False
            count += isinstance(node, Element) and node.tag == "p"
    return count


def _tightened(item: Element) -> Nodes:
    out: Nodes = []
    for node in item.children:
        if isinstance(node, Element) and node.tag == "p" and not node.attributes:
            out += node.children
        else:
            out.append(node)
    return out


def _loosened(item: Element) -> Nodes:
    out: Nodes = []
    in_text = False
    for node in item.children:
        if holds_block(node):
            out.append(node)
        elif in_text and isinstance(paragraph := out[-1], Element):
            paragraph.children.append(node)
        else:
            out.append(Element("p", children=[node]))
        in_text = not holds_block(node)
    return out


def box(field: Element, labels: ProseLabels) -> Nodes:
    """A task's checkbox as a sign with a name: nothing to press (WCAG 1.1.1, 4.1.2)."""
    if field.attributes.get("type") != "checkbox":
        return []
    sign, words = ("☑", labels.done) if "checked" in field.attributes else ("☐", labels.to_do)
    return [Element("span", {"class": "task", "role": "img", "aria-label": words}, [sign])]


def mark_task(item: Element) -> None:
    """Mark a list item if it begins with a box, and let the box begin its first paragraph."""
    first, *others = item.children
    if _is_box(first):
        item.attributes["class"] = "task"
        if others and isinstance(others[0], Element) and others[0].tag == "p":
            others[0].children[:0] = [first, " "]
            item.children = others
    elif isinstance(first, Element) and first.tag == "p" and _is_box(first.children[0]):
        item.attributes["class"] = "task"


def _is_box(node: Node) -> bool:
    return isinstance(node, Element) and node.attributes.get("class") == "task"
