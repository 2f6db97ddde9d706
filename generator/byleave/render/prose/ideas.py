"""Easy Read: each picture beside the words that it belongs to, together also on paper."""

from byleave.render.prose.tree import HEADINGS, WHITESPACE, Element, Node, Nodes, elements

_PICTURES = frozenset(("img", "picture"))


def grouped(root: Element) -> None:
    """Put each picture of `root` and the words after it into one element, in which they stay.

    The words go on until the next picture or heading. So it is in passages with pictures, too.
    """
    children: Nodes = []
    pictures: Nodes = []
    words: Nodes = []

    def close() -> None:
        if words and pictures:
            seen = Element("div", {"class": "seen"}, list(pictures))
            children.append(
                Element("div", {"class": "idea"}, [seen, Element("div", {}, list(words))])
            )
        else:
            children.extend((*pictures, *words))
        pictures.clear()
        words.clear()

    for node in root.children:
        if _is_picture(node):
            if words:
                said_next = [words.pop()] if _says_who(words[-1]) else []
                close()
                children.extend(said_next)
            pictures.append(node)
        elif _stands_alone(node):
            close()
            if isinstance(node, Element) and _has_pictures(node):
                grouped(node)
            children.append(node)
        else:
            (words if pictures else children).append(node)
    close()
    root.children = children


def _is_picture(node: Node) -> bool:
    """Whether it is a picture with nothing beside it but its caption."""
    if not isinstance(node, Element) or node.tag not in ("p", "figure"):
        return False
    inside = [
        one for one in node.children if not (isinstance(one, str) and not one.strip(WHITESPACE))
    ]
    shown = [one for one in inside if isinstance(one, Element) and one.tag in _PICTURES]
    told = [one for one in inside if isinstance(one, Element) and one.tag == "figcaption"]
    return bool(shown) and len(shown) + len(told) == len(inside)


def _stands_alone(node: Node) -> bool:
    if not isinstance(node, Element):
        return False
    return (
        node.tag in HEADINGS or node.attributes.get("class") == "footnotes" or _has_pictures(node)
    )


def _has_pictures(node: Element) -> bool:
    return node.tag == "div" and any(map(_is_picture, elements(node)))


def _says_who(node: Node) -> bool:
    return isinstance(node, Element) and node.attributes.get("class") == "who"
