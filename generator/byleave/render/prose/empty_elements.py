"""What has nothing in it, and so is not published."""

from byleave.model.names.signs import is_seen
from byleave.render.prose.tree import APART, HEADINGS, Element, Nodes

# Cells keep their place in a table, and code is quoted as it is; all else goes when it is empty.
VANISHING = HEADINGS | frozenset(
    (
        "a abbr b bdi bdo blockquote caption cite dd del details dfn div dl dt em figcaption "
        "figure i ins li mark ol p q rp rt ruby s section small span strong sub summary sup table "
        "tbody tfoot thead time tr u ul var"
    ).split()
)

# Alone, these say only what is no longer there: a caption without its picture.
_SAYS_NOTHING_ALONE = {
    "figure": ("figcaption",),
    "details": ("summary",),
    "table": ("caption", "colgroup", "col"),
}


def is_hollow(element: Element) -> bool:
    """Whether nothing is in an element that a reader could perceive."""
    ignored = _SAYS_NOTHING_ALONE.get(element.tag, ())
    in_row = element.tag == "tr"
    for node in element.children:
        if isinstance(node, str):
            if is_seen(node):
                return False
        elif node.tag == "hr" and APART in node.attributes:
            continue
        elif not (node.tag == "br" or node.tag in ignored or (in_row and is_hollow(node))):
            return False
    return True


def prune(element: Element) -> None:
    """Take out, under `element`, all that has become hollow."""
    kept: Nodes = []
    for node in element.children:
        if isinstance(node, Element) and node.children:
            prune(node)
        if isinstance(node, str) or node.tag not in VANISHING or not is_hollow(node):
            kept.append(node)
    element.children = kept
